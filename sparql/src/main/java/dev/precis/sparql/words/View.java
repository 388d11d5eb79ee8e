package dev.precis.sparql.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;

/** An index of words as it was at one time, kept readable until this is closed. */
final class View implements AutoCloseable {
    private final DirectoryReader reader;
    private boolean closed;

    /** @param reader counted for this already */
    View(DirectoryReader reader) {
        this.reader = reader;
    }

    DirectoryReader reader() {
        return reader;
    }

    /** The same, to be closed on its own. */
    View again() {
        reader.incRef();
        return new View(reader);
    }

    /** Does nothing the second time. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
