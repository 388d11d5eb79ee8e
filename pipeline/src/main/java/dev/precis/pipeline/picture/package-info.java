/** What bytes tell of a picture. */
@NullMarked
package dev.precis.pipeline.picture;

import org.jspecify.annotations.NullMarked;
