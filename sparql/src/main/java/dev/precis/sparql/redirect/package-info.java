/** Where the addresses of the sites that were here before lead. */
@NullMarked
package dev.precis.sparql.redirect;

import org.jspecify.annotations.NullMarked;
