package dev.precis.sparql.index;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The disk has less room than an index is going to need; nothing was begun. */
public final class NoRoomException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    NoRoomException(String message) {
        super(message, new IOException(message));
    }
}
