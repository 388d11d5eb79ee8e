/** What is found at the site besides documents: files, feeds, look-ups, descriptions for programs. */
@NullMarked
package dev.precis.sparql.site.service;

import org.jspecify.annotations.NullMarked;
