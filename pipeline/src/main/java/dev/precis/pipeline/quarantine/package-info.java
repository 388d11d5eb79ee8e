/** What a person should look at: what was read and may not be published, with its reason, and what was not found. */
@NullMarked
package dev.precis.pipeline.quarantine;

import org.jspecify.annotations.NullMarked;
