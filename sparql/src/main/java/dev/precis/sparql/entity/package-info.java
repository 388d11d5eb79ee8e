/** Who is one person, and what one journal, though they are printed in several ways. */
@NullMarked
package dev.precis.sparql.entity;

import org.jspecify.annotations.NullMarked;
