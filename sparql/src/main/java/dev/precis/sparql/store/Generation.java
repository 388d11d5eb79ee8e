package dev.precis.sparql.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/** One TDB2 database of an index, from its making to its deletion once its last reader has left. */
final class Generation {
    private final Path folder;
    private final DatasetGraph dataset;
    private int readers;
    private boolean retired;
    private Executor undertaker = Runnable::run;

    private Generation(Path folder) {
        this.folder = folder;
        this.dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    }

    /** A new, empty one; what is in the folder is thrown away. */
    static Generation create(Path folder) {
        DurableFiles.deleteTree(folder);
        return new Generation(folder);
    }

    /**
     * One that is there.
     *
     * @throws RuntimeException of any kind if it is not, cannot be read, or is empty and should not be
     */
    static Generation open(Path folder, boolean filled) {
        if (!Files.isDirectory(folder.resolve("Data-0001"))) {
            throw new IllegalStateException("no TDB2 database in " + folder);
        }
        Generation generation = new Generation(folder);
        try {
            if (Txn.calculateRead(generation.dataset, generation.dataset::isEmpty) == filled) {
                throw new IllegalStateException("unexpectedly " + (filled ? "empty: " : "filled: ") + folder);
            }
            return generation;
        } catch (RuntimeException unreadable) {
            generation.close();
            throw unreadable;
        }
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /**
     * Fills an empty one, in one transaction that reads the graphs as it goes: nobody reads this yet, and what a
     * failure leaves is useless and to be {@link #delete deleted}.
     */
    void load(Stream<NamedGraph> graphs) {
        DataLoader loader = LoaderFactory.basicLoader(dataset, null);
        loader.startBulk();
        StreamRDF sink = loader.stream();
        try {
            graphs.forEach(graph -> quads(graph).forEach(sink::quad));
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
        loader.finishBulk();
    }

    /** Replaces graphs in one transaction. After a failure this must not be written to again. */
    void apply(Collection<NamedGraph> graphs) {
        dataset.begin(TxnType.WRITE);
        try {
            for (NamedGraph graph : graphs) {
                dataset.removeGraph(graph.node());
                quads(graph).forEach(dataset::add);
            }
            dataset.commit();
        } finally {
            dataset.end(); // without a commit, this aborts
        }
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

    void close() {
        TDBInternal.expel(dataset, true);
    }

    private static Stream<Quad> quads(NamedGraph graph) {
        Node name = graph.node();
        return graph.graph().stream().map(triple -> Quad.create(name, triple));
    }
}
