package dev.precis.pipeline.domain;

/** How bad a {@link Notice} is; the words are SHACL's. */
public enum Severity {
    /** Worth knowing; nothing is missing. */
    INFO,
    /** Something is missing or doubtful; the rest is published. */
    WARNING,
    /** What the notice is about cannot be published. */
    VIOLATION
}
