/** Where the posts of a page begin, and what their parts are. */
@NullMarked
package dev.precis.pipeline.extract.post;

import org.jspecify.annotations.NullMarked;
