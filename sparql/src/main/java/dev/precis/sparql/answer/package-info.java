/** Answers to questions in forms for spreadsheets, scripts and linked data, one writer each. */
@NullMarked
package dev.precis.sparql.answer;

import org.jspecify.annotations.NullMarked;
