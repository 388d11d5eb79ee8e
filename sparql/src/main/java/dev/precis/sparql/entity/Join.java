package dev.precis.sparql.entity;

/**
 * That a name stands for what another one stands for.
 *
 * @param iri the name
 * @param into the one to use for it, which stands for itself
 * @param reason a sentence in English
 */
public record Join(String iri, String into, String reason) {}
