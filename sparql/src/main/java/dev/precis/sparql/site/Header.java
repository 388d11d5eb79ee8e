package dev.precis.sparql.site;

/** A field of an HTTP response. */
public record Header(String name, String value) {}
