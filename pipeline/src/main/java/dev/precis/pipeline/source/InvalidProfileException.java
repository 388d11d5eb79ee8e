package dev.precis.pipeline.source;

/** A source's profile that cannot be used; the message says file, line, key and what was expected. */
public final class InvalidProfileException extends IllegalArgumentException {
    public InvalidProfileException(String message) {
        super(message);
    }
}
