/** What lines announce by their words, whatever they look like: sections, labels, furniture, a signature. */
@NullMarked
package dev.precis.pipeline.extract.words;

import org.jspecify.annotations.NullMarked;
