/** Blogs that come as data: feeds and exports to entries, each of which is one post. */
@NullMarked
package dev.precis.pipeline.extract.entry;

import org.jspecify.annotations.NullMarked;
