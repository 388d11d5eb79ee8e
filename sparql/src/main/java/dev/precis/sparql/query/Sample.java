package dev.precis.sparql.query;

/** Who was studied: how many, in how many studies, and the words as printed. Whatever is not known is empty. */
public record Sample(String iri, String size, String relation, String studies, String description, String asPrinted) {}
