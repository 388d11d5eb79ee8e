package dev.precis.sparql.page;

/** Something that the head of a page tells to programs under a name. */
public record Meta(String name, String content) {}
