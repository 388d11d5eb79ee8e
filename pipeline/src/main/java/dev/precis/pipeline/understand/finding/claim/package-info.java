/** What each number of a sentence relates to what, cut by clause and by bracket. */
@NullMarked
package dev.precis.pipeline.understand.finding.claim;

import org.jspecify.annotations.NullMarked;
