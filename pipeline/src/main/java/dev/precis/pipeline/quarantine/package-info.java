/** What was read and may not be published: kept with its reason until it is published after all. */
@NullMarked
package dev.precis.pipeline.quarantine;

import org.jspecify.annotations.NullMarked;
