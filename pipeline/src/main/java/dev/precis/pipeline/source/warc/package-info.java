/** Web archives: what was fetched as WARC files, and what others fetched out of theirs (ADR 37). */
@NullMarked
package dev.precis.pipeline.source.warc;

import org.jspecify.annotations.NullMarked;
