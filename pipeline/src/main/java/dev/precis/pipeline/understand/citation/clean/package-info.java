/**
 * What stands around and within a citation that is no part of it is left out before it is read, with a way back to
 * print.
 */
@NullMarked
package dev.precis.pipeline.understand.citation.clean;

import org.jspecify.annotations.NullMarked;
