package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.jena.riot.RiotException;

/** Reads the files of graphs while commits exchange them. */
final class GraphReader {
    private static final int ATTEMPTS = 5;

    private final ArchiveFolder folder;
    private final boolean writable;
    private final Supplier<Manifest> newest;

    /**
     * @param writable whether this process alone commits, so that nothing can be half-way unseen
     * @param newest what the manifest says by now
     */
    GraphReader(ArchiveFolder folder, boolean writable, Supplier<Manifest> newest) {
        this.folder = folder;
        this.writable = writable;
        this.newest = newest;
    }

    NamedGraph read(ArchiveEntry row) {
        ArchiveEntry wanted = row;
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] bytes = writable ? folder.read(wanted) : folder.readAnyhow(wanted);
                return new NamedGraph(row.graph(), row.base(), NQuads.read(bytes, row.graph()));
            } catch (IOException | RiotException e) {
                ArchiveEntry newer =
                        newest.get().rows().getOrDefault(row.graph(), row); // a commit may have been faster
                if (newer.equals(wanted) && writable || attempt == ATTEMPTS) {
                    throw new UncheckedIOException(
                            row.file() + ": " + e.getMessage()
                                    + "; ingest its source again or restore it from a backup",
                            new IOException(e));
                }
                wanted = newer;
            }
        }
    }
}
