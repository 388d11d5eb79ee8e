/**
 * Out of one machine: stores elsewhere that follow the archive, and replicas. All of it is here, joined in one line.
 */
@NullMarked
package dev.precis.pipeline.app.scale;

import org.jspecify.annotations.NullMarked;
