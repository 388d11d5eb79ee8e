package dev.precis.sparql.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Word that a process is about to open the index in a folder. Where damage kills it or lets it hang for good, the word
 * stays, and the next process does not open that index again.
 */
final class Opening {
    private static final String FILE = "OPENING";

    private Opening() {}

    /** Leaves word; whether there was none yet, so that the index may be opened. */
    static boolean begin(Path index) {
        try {
            if (Files.exists(index.resolve(FILE))) {
                return false;
            }
            Files.createFile(index.resolve(FILE));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + index, e);
        }
    }

    /** All went well, or another index is in its place. */
    static void ended(Path index) {
        try {
            Files.deleteIfExists(index.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + index, e);
        }
    }
}
