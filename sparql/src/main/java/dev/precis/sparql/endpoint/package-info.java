/** HTTP: the SPARQL endpoint and the site on one port. */
@NullMarked
package dev.precis.sparql.endpoint;

import org.jspecify.annotations.NullMarked;
