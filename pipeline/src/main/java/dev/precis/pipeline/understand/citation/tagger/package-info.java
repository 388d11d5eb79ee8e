/** A second reading of citations, learned from generated ones; it knows nothing of the grammar it is held against. */
@NullMarked
package dev.precis.pipeline.understand.citation.tagger;

import org.jspecify.annotations.NullMarked;
