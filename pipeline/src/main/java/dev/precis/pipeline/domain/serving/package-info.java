/** Nouns of how a blog is served: nothing in a graph is made of them. */
@NullMarked
package dev.precis.pipeline.domain.serving;

import org.jspecify.annotations.NullMarked;
