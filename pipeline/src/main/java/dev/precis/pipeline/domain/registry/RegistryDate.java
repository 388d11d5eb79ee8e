package dev.precis.pipeline.domain.registry;

/** A date of publication; month and day are 0 where they are not known. */
public record RegistryDate(int year, int month, int day) {}
