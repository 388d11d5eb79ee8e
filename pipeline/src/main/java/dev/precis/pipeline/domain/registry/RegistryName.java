package dev.precis.pipeline.domain.registry;

/**
 * An author as a registry has the name.
 *
 * @param family name; the whole name of a group
 * @param given names or initials; empty for a group
 * @param orcid the author's ORCID iD, 16 characters in groups of four; empty if none is known
 */
public record RegistryName(String family, String given, String orcid) {}
