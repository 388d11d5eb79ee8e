package dev.precis.sparql.query;

/** How many summaries belong to a month, a topic or a type of research. */
public record Count(String iri, String label, int count) {}
