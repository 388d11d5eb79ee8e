package dev.precis.sparql.query;

/**
 * Where a summary was read.
 *
 * @param source the address of the page
 * @param snapshot the name of the page as it was then
 * @param read when, as an xsd:dateTime; empty if unknown
 */
public record Provenance(String source, String snapshot, String read) {}
