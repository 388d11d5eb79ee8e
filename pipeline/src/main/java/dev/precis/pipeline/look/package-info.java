/** Reads what a profile and the files beside it say of the look of a blog, and refuses what would not do. */
@NullMarked
package dev.precis.pipeline.look;

import org.jspecify.annotations.NullMarked;
