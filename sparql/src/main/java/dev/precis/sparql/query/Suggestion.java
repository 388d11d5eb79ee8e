package dev.precis.sparql.query;

/** A topic that the program suggests for a summary; the confidence is from 0 to 1. */
public record Suggestion(String iri, Named topic, String confidence) {}
