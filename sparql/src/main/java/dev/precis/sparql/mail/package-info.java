/** Months as messages for newsletters. */
@NullMarked
package dev.precis.sparql.mail;

import org.jspecify.annotations.NullMarked;
