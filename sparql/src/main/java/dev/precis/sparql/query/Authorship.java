package dev.precis.sparql.query;

/** That somebody wrote a summary. */
public record Authorship(Named person, String summary) {}
