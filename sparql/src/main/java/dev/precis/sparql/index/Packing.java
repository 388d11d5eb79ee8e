package dev.precis.sparql.index;

import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Makes a closed TDB2 database that was filled in one go half as large. Graphs come one after the other and get higher
 * and higher numbers, so that a B+ tree grows at its end and leaves half of each block empty behind: 65 bytes a quad in
 * each of six trees, where a record has 32. Written anew from their own records, in order, blocks are full.
 */
final class Packing {
    /** Where TDB2 has its first, and here its only, files. */
    static final String DATA = "Data-0001";

    private static final String PACKED = "packed";
    private static final String RECORDS = ".dat";

    /** Terms and what names their numbers; the trees are told by the order of their parts instead. */
    private static final String TERMS = "(?:nodes|prefixes|GPU)[.-].*";

    private Packing() {}

    /** Whether there is something to gain: files begin with a segment of 8 MiB that is hardly used. */
    static boolean isWorthwhile(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve(DATA))) {
            return files.filter(file -> file.getFileName().toString().endsWith(RECORDS))
                    .anyMatch(file -> file.toFile().length() > SystemIndex.SegmentSize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs the quads of the database in a folder; what a failure leaves is useless. */
    static void pack(Path folder) {
        Path packed = folder.resolve(PACKED);
        try {
            copyTerms(folder.resolve(DATA), Files.createDirectories(packed.resolve(DATA)));
            DatasetGraph from = DatabaseMgr.connectDatasetGraph(Location.create(folder));
            try {
                DatasetGraph to = DatabaseMgr.connectDatasetGraph(Location.create(packed));
                try {
                    pack(from, to);
                } finally {
                    TDBInternal.expel(to, true);
                }
            } finally {
                TDBInternal.expel(from, true);
            }
            DurableFiles.deleteTree(folder.resolve(DATA));
            Files.move(packed.resolve(DATA), folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.deleteTree(packed);
            DurableFiles.syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack the index in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void copyTerms(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(file -> file.getFileName().toString().matches(TERMS))
                    .toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }

    private static void pack(DatasetGraph from, DatasetGraph to) {
        for (TupleIndex index : TDBInternal.requireStorage(from)
                .getQuadTable()
                .getNodeTupleTable()
                .getTupleTable()
                .getIndexes()) {
            TupleIndex target = TDBInternal.findIndex(to, index.getName());
            BPlusTree full = tree(target);
            // a transaction of this tree alone: the database knows nothing of it and is not read meanwhile
            Txn.executeRead(
                    from,
                    () -> CoLib.executeWrite(
                            target,
                            () -> BPlusTreeRewriter.packIntoBPlusTree(
                                    tree(index).iterator(),
                                    full.getParams(),
                                    full.getRecordFactory(),
                                    full.getStateManager().getBufferChannel(),
                                    full.getNodeManager().getBlockMgr(),
                                    full.getRecordsMgr().getBlockMgr())));
        }
    }

    private static BPlusTree tree(TupleIndex index) {
        return (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
    }
}
