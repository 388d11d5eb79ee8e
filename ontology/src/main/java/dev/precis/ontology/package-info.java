/** The vocabulary: terms, concept schemes, shapes and the JSON-LD context, with constants for them. */
@NullMarked
package dev.precis.ontology;

import org.jspecify.annotations.NullMarked;
