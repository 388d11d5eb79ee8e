/** Named fields of YAML and JSON documents with their lines, for all that people write by hand. Knows Jackson only. */
@NullMarked
package dev.precis.pipeline.fields;

import org.jspecify.annotations.NullMarked;
