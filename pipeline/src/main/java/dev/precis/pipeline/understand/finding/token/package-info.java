/** Words, numbers and signs of a sentence. */
@NullMarked
package dev.precis.pipeline.understand.finding.token;

import org.jspecify.annotations.NullMarked;
