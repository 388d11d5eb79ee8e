package dev.precis.sparql.query;

/**
 * A cited work.
 *
 * @param citation as printed
 * @param doi bare and in lower case; empty if none is known
 */
public record Work(String iri, String title, String citation, String doi) {}
