package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A folder is no store, or none that can be used as it is: the message says which, why and what to do. */
public final class StoreRefusedException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    StoreRefusedException(String message, IOException cause) {
        super(message, cause);
    }

    /** @param message what is wrong with the store and what to do: the end of a sentence that its path begins */
    public StoreRefusedException(Path store, String message) {
        this(store + " " + message, new IOException(message));
    }
}
