package dev.precis.sparql.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The ways to find the quads of a TDB2 database: it keeps every quad in several indexes, and whichever a query takes,
 * it must find the same quads.
 */
final class AccessPaths {
    private AccessPaths() {}

    /**
     * The names of those that lead to other quads than the first one, read within a transaction.
     *
     * @throws RuntimeException of any kind if one cannot be read
     */
    static List<String> others(DatasetGraph dataset) {
        List<String> others = new ArrayList<>();
        String first = "";
        for (TupleIndex index : TDBInternal.requireStorage(dataset)
                .getQuadTable()
                .getNodeTupleTable()
                .getTupleTable()
                .getIndexes()) {
            String content = content(index.all());
            if (first.isEmpty()) {
                first = content;
            } else if (!first.equals(content)) {
                others.add(index.getName());
            }
        }
        return others;
    }

    /**
     * That all lead to the same quads, and every term is found under the number under which it is kept, to which the
     * way is by a hash of what it says.
     *
     * @throws RuntimeException of any kind if not, or if something cannot be read
     */
    static void check(DatasetGraph dataset) {
        List<String> others = others(dataset);
        if (!others.isEmpty()) {
            throw new IllegalStateException("access paths lead to other quads: " + others);
        }
        NodeTable terms = TDBInternal.requireStorage(dataset)
                .getQuadTable()
                .getNodeTupleTable()
                .getNodeTable();
        terms.all().forEachRemaining(term -> {
            if (!terms.getNodeIdForNode(term.getRight()).equals(term.getLeft())) {
                throw new IllegalStateException("a term is not found where it is kept: " + term.getRight());
            }
        });
    }

    // a count and a sum do not depend on the order, in which the access paths differ
    private static String content(Iterator<Tuple<NodeId>> quads) {
        long count = 0;
        long sum = 0;
        while (quads.hasNext()) {
            Tuple<NodeId> quad = quads.next();
            long hash = 0;
            for (int i = 0; i < quad.len(); i++) {
                hash = (hash ^ quad.get(i).hashCode()) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            count++;
            sum += hash;
        }
        return count + " " + sum;
    }
}
