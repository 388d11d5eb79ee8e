package dev.precis.sparql.index;

import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The index of an archive, for queries: a TDB2 database that follows the archive and can be thrown away. One thread
 * writes, in batches; readers never wait. Whatever is wrong with the database, a new one is built beside it and takes
 * its place.
 */
public final class GraphStore implements AutoCloseable {
    private final GraphArchive archive;
    private final WriterThread writer;
    private final Index index;
    private final Derivation derivation;
    private final LiveDataset dataset;
    private volatile String version;
    private volatile Instant changed;
    private final Journal journal = new Journal();

    private GraphStore(GraphArchive archive, WriterThread writer, Index index, Derivation derivation) {
        this.archive = archive;
        this.writer = writer;
        this.index = index;
        this.derivation = derivation;
        this.dataset = new LiveDataset(index.generation());
        this.version = index.stamp().digest();
        this.changed = index.version().committed();
        index.whenCommitted(this::publish);
    }

    /**
     * Opens the index of an archive, builds it if need be, and brings it up to date.
     *
     * @param base the base to serve under; empty for each graph's own
     * @param application the version of Précis; the index that another one built is built anew
     * @param derivation what is in the index besides the graphs of the archive
     * @throws java.io.UncheckedIOException if a file of the archive is damaged, or the disk is full
     */
    public static GraphStore open(GraphArchive archive, String base, String application, Derivation derivation) {
        if (!archive.isWritable()) {
            throw new IllegalStateException("an archive that is only read has no index");
        }
        Path folder = Index.folder(archive);
        return open(archive, folder, Stamp.read(folder), base, application, derivation);
    }

    /** The same, but builds the index in any case, and never opens one that is there. */
    public static GraphStore build(GraphArchive archive, String base, String application, Derivation derivation) {
        return open(archive, Index.folder(archive), Stamp.NONE, base, application, derivation);
    }

    /** The same in an empty folder elsewhere, for an archive that is only read. */
    public static GraphStore buildIn(
            Path folder, GraphArchive archive, String base, String application, Derivation derivation) {
        return open(archive, folder, Stamp.NONE, base, application, derivation);
    }

    private static GraphStore open(
            GraphArchive archive, Path folder, Stamp found, String base, String application, Derivation derivation) {
        BaseSwap swap = new BaseSwap(base);
        WriterThread writer = new WriterThread();
        AtomicReference<Index> index = new AtomicReference<>();
        try {
            writer.run(() ->
                    index.setPlain(new Index(archive, folder, found, swap, Stamp.maker(application), derivation)));
            return new GraphStore(archive, writer, index.getPlain(), derivation);
        } catch (RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    /** Brings the index up to date with the archive; afterwards readers see all that was committed before. */
    public void follow() {
        writer.run(() -> {
            try {
                index.follow();
            } finally {
                publish();
            }
        });
    }

    /** Builds the index anew from the archive; readers go on with the old one until then. */
    public void rebuild() {
        writer.run(() -> {
            index.rebuild();
            publish();
        });
    }

    /**
     * What is in the index, for reading, in transactions: the same object for good. In queries the default graph is the
     * union of all graphs.
     */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** Digest of what readers see: the same for the same content, another one whenever content changes. */
    public String version() {
        return version;
    }

    /** When what readers see changed last, in whole seconds; it outlives this process. */
    public Instant changed() {
        return changed;
    }

    /** The graphs, by the names that readers see, that changed since a version; nothing if that is not known. */
    public Optional<Set<String>> changedSince(String earlier) {
        return earlier.equals(version) ? Optional.of(Set.of()) : journal.since(earlier);
    }

    /** Compares archive and index while both are in use; an empty list says that they agree. */
    public List<Difference> verify() {
        AtomicReference<List<Difference>> differences = new AtomicReference<>(List.of());
        // on the writer's thread, so that the index cannot move on meanwhile
        writer.run(() -> differences.set(Verification.ofOpen(archive, index.stamp(), index.generation(), derivation)));
        return differences.get();
    }

    @Override
    public void close() {
        if (writer.isClosed()) {
            return;
        }
        writer.run(() -> index.generation().close());
        writer.close();
    }

    private void publish() {
        Generation previous = dataset.exchange(index.generation());
        if (!previous.equals(index.generation())) {
            previous.retire(writer::later);
        }
        Optional<Set<String>> graphs = index.takeChanged();
        if (!index.stamp().isNone()) {
            String now = index.stamp().digest();
            if (!now.equals(version)) {
                graphs.ifPresentOrElse(known -> journal.add(version, known), journal::forget);
            }
            version = now;
            changed = index.version().committed();
        }
    }
}
