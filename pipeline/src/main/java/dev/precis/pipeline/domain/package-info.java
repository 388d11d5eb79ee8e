/** The nouns: plain records that every verb shares. They know nothing of HTML, RDF or routes. */
@NullMarked
package dev.precis.pipeline.domain;

import org.jspecify.annotations.NullMarked;
