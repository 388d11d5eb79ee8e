/** Summaries for harvesters (OAI-PMH 2.0, openarchives.org/OAI/openarchivesprotocol.html). */
@NullMarked
package dev.precis.sparql.site.oai;

import org.jspecify.annotations.NullMarked;
