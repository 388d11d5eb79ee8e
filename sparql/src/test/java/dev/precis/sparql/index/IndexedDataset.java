package dev.precis.sparql.index;

import dev.precis.sparql.words.TextQueries;
import dev.precis.sparql.words.WordIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.changes.DatasetGraphTextMonitor;
import org.apache.jena.query.text.changes.TextDatasetChanges;
import org.apache.jena.query.text.changes.TextQuadAction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A dataset for tests, in memory, whose texts are indexed as those of a store; whoever has it may write to it. */
public final class IndexedDataset {
    private IndexedDataset() {}

    /** An empty one; its default graph is the union of the others. */
    public static DatasetGraph create() {
        return create(TextQueries.MOST_HITS);
    }

    /** The same, whose texts may be found less often at once. */
    public static DatasetGraph create(int mostHits) {
        DatasetGraph quads = DatabaseMgr.createDatasetGraph();
        WordIndex words = WordIndex.of(quads, new ByteBuffersDirectory());
        quads.getContext().set(TDB2.symUnionDefaultGraph, true);
        quads.getContext().set(TextQuery.textIndex, new TextQueries(() -> words, mostHits));
        return new DatasetGraphTextMonitor(quads, new TextDatasetChanges() {
            @Override
            public void start() {}

            @Override
            public void change(TextQuadAction action, Node graph, Node subject, Node predicate, Node object) {
                Quad quad = Quad.create(graph, subject, predicate, object);
                switch (action) {
                    case ADD -> words.add(quad, "en", false);
                    case DELETE -> words.delete(quad);
                    case NO_ADD, NO_DELETE -> {}
                }
            }

            @Override
            public void finish() {}

            @Override
            public void reset() {}
        });
    }
}
