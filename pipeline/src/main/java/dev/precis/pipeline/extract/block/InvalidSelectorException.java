package dev.precis.pipeline.extract.block;

/** A selector of a profile that is none; the message says which, and what was expected. */
public final class InvalidSelectorException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidSelectorException(String message) {
        super(message);
    }
}
