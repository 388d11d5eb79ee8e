/** The site as files, for hosts that run nothing. */
@NullMarked
package dev.precis.sparql.site.files;

import org.jspecify.annotations.NullMarked;
