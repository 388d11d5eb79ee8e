package dev.precis.sparql.query;

/** A summary in a list: its citation as printed, empty where it has none. */
public record Item(String iri, String title, PublicationDate date, Named issue, String citation) {}
