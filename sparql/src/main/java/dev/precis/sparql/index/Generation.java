package dev.precis.sparql.index;

import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.words.WordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsConst;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One TDB2 database with its index of words, from its making to its deletion once its last reader has left. */
final class Generation {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final String WORDS = "words";
    /** Bytes of the heap to a term that is held: some twelve times what it takes. TDB2 holds 750,000 in any heap. */
    private static final long HEAP_A_TERM = 4_096;

    private static final StoreParams PARAMETERS = StoreParams.builder()
            .nodeId2NodeCacheSize((int) Math.min(
                    StoreParamsConst.NodeId2NodeCacheSize,
                    Math.max(1L << 14, Runtime.getRuntime().maxMemory() / HEAP_A_TERM)))
            .build();

    private final Path folder;
    private final DatasetGraph dataset;
    private final WordIndex words;
    private final GraphWriter writer;
    // counted when it is first asked for, then kept right; the writer's alone
    private @Nullable Census census;
    // what was read of each graph, the same way
    private final Extracts extracts = new Extracts();
    // of what was derived last
    private Map<Graph, String> digests = Map.of();
    private int readers;
    private boolean retired;
    private Executor undertaker = Runnable::run;

    private Generation(Path folder) {
        this.folder = folder;
        this.dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder), PARAMETERS);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        try {
            this.words = WordIndex.of(dataset, FSDirectory.open(folder.resolve(WORDS)));
        } catch (IOException e) {
            TDBInternal.expel(dataset, true);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            TDBInternal.expel(dataset, true);
            throw e;
        }
        this.writer = new GraphWriter(dataset, words);
    }

    /**
     * A new one of graphs, which are read as it goes; what is in the folder is thrown away, also what a failure leaves.
     * What is to be derived from them is not yet.
     */
    static Generation of(Stream<NamedGraph> graphs, Path folder) {
        DurableFiles.deleteTree(folder);
        try {
            fill(folder, graphs);
            if (Packing.isWorthwhile(folder)) {
                Packing.pack(folder);
            }
            return new Generation(folder);
        } catch (RuntimeException | Error e) {
            DurableFiles.deleteTree(folder);
            throw e;
        }
    }

    private static void fill(Path folder, Stream<NamedGraph> graphs) {
        Generation filled = new Generation(folder);
        try {
            WriteTransaction.run(filled.dataset, () -> {
                graphs.forEach(filled.writer::add);
                return filled;
            });
        } finally {
            filled.close();
        }
    }

    /**
     * One that is there.
     *
     * @throws RuntimeException of any kind if it is not, cannot be read, or is empty and should not be
     */
    static Generation open(Path folder, boolean filled) {
        if (!Files.isDirectory(folder.resolve(Packing.DATA))) {
            throw new IllegalStateException("no TDB2 database in " + folder);
        }
        if (!WordIndex.isIn(folder.resolve(WORDS))) {
            throw new IllegalStateException("no index of words in " + folder);
        }
        Generation generation = new Generation(folder);
        try {
            if (Txn.calculateRead(generation.dataset, generation.dataset::isEmpty) == filled) {
                throw new IllegalStateException("unexpectedly " + (filled ? "empty: " : "filled: ") + folder);
            }
            return generation;
        } catch (RuntimeException | Error unreadable) {
            generation.abandon();
            throw unreadable;
        }
    }

    DatasetGraph dataset() {
        return dataset;
    }

    WordIndex words() {
        return words;
    }

    /**
     * Derives for the first time what is derived; nobody reads this yet, and after a failure it is to be {@link #delete
     * deleted}.
     */
    Derived derive(Derivation derivation, String base) {
        return WriteTransaction.run(dataset, () -> derive(derivation, base, Derived.NOTHING));
    }

    /**
     * Replaces graphs, and removes others, in one transaction. After a failure this must not be written to again.
     *
     * @param before what is in it so far
     * @return what is derived now
     */
    Derived apply(Collection<NamedGraph> graphs, Set<Node> removed, Derivation derivation, Stamp before) {
        return WriteTransaction.run(dataset, () -> {
            Optional<Recount> recount = Optional.ofNullable(census)
                    .map(counted -> new Recount(counted, quads(before.derived()), graphs, removed));
            removed.forEach(writer::remove);
            graphs.forEach(writer::replace);
            extracts.forget(removed);
            extracts.forget(graphs.stream().map(NamedGraph::node).toList());
            recount.ifPresent(Recount::end);
            return derive(derivation, before.base(), before.derived());
        });
    }

    /** What has to be derived from what it has, as far as it has kept count; for the writer. */
    Derived derived(Derivation derivation, Stamp stamp) {
        return digested(derived(derivation, stamp.base(), stamp.derived()));
    }

    /** What has to be derived from what it has, all counted again. */
    List<NamedGraph> derivedAfresh(Derivation derivation, Stamp stamp) {
        return derivation.derive(new Derivation.Content(
                stamp.base(),
                dataset,
                stamp.derived().nodes(),
                () -> Census.of(quads(stamp.derived())),
                new Extracts()));
    }

    private Derived derive(Derivation derivation, String base, Derived before) {
        List<NamedGraph> graphs = derived(derivation, base, before);
        Derived now = digested(graphs);
        before.nodes().stream().filter(name -> !now.nodes().contains(name)).forEach(writer::remove);
        graphs.stream().filter(graph -> !before.agrees(graph.name(), now)).forEach(writer::amend);
        return now;
    }

    /** Of the very graphs that were derived last it is known what is in them. */
    private Derived digested(List<NamedGraph> graphs) {
        Map<Graph, String> known = new IdentityHashMap<>();
        Derived derived = Derived.of(graphs, graph -> {
            String digest = Optional.ofNullable(digests.get(graph.graph())).orElseGet(() -> Derived.digest(graph));
            known.put(graph.graph(), digest);
            return digest;
        });
        digests = known;
        return derived;
    }

    private List<NamedGraph> derived(Derivation derivation, String base, Derived before) {
        return derivation.derive(new Derivation.Content(base, dataset, before.nodes(), () -> census(before), extracts));
    }

    private Census census(Derived derived) {
        if (census == null) {
            census = Census.of(quads(derived));
        }
        return census;
    }

    private QuadReader quads(Derived derived) {
        return new QuadReader(dataset, derived.nodes());
    }

    /** Lets a reader in, unless this is retired. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        readers++;
        return true;
    }

    synchronized void leave() {
        readers--;
        if (retired && readers == 0) {
            undertaker.execute(this::delete); // elsewhere, so that no reader waits for it
        }
    }

    /** Lets no more readers in and deletes this: at once, or by that executor when the last reader has left. */
    void retire(Executor executor) {
        boolean idle;
        synchronized (this) {
            retired = true;
            undertaker = executor;
            idle = readers == 0;
        }
        if (idle) {
            delete();
        }
    }

    void delete() {
        close();
        DurableFiles.deleteTree(folder);
    }

    /**
     * Reads all of one once: TDB2 has no checksums, and damage would show only when somebody asks for what is damaged.
     *
     * @param filled whether it should not be empty
     * @throws RuntimeException of any kind if something in it is not what it was
     */
    static void check(Path folder, boolean filled) {
        Generation read = open(folder, filled);
        try {
            Txn.executeRead(read.dataset, () -> AccessPaths.check(read.dataset));
        } catch (RuntimeException | Error damaged) {
            read.abandon();
            throw damaged;
        }
        read.close();
        // what is mapped counts as memory of this process until the mapping is collected: all of the index was read
        System.gc();
    }

    /** Closes what is damaged, as far as it can be closed: nobody opens it again. */
    void abandon() {
        try {
            close();
        } catch (RuntimeException | InternalError damaged) {
            LOG.debug("a damaged index cannot be closed", damaged);
        }
    }

    void close() {
        TDBInternal.expel(dataset, true);
        words.close();
    }
}
