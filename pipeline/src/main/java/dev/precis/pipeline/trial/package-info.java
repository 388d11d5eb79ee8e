/** What a source would give if it were ingested: shown to whoever writes its settings, and stored nowhere. */
@NullMarked
package dev.precis.pipeline.trial;

import org.jspecify.annotations.NullMarked;
