package dev.precis.pipeline.correct;

/** Corrections that cannot be used; the message says file, line, field and what was expected, a line each. */
public final class InvalidCorrectionsException extends IllegalArgumentException {
    public InvalidCorrectionsException(String message) {
        super(message);
    }
}
