/** SHACL: what may enter the archive. */
@NullMarked
package dev.precis.pipeline.validate;

import org.jspecify.annotations.NullMarked;
