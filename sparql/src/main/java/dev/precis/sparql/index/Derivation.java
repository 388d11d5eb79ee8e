package dev.precis.sparql.index;

import dev.precis.sparql.archive.NamedGraph;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** Makes graphs that are in no file, since they follow from the content of the index or from the software. */
@FunctionalInterface
public interface Derivation {
    /** Derives nothing. */
    Derivation NONE = content -> List.of();

    /** The graphs as they have to be; every time the same ones for the same content. */
    List<NamedGraph> derive(Content content);

    /** The graphs of this and of another one. */
    default Derivation and(Derivation other) {
        return content -> Stream.concat(derive(content).stream(), other.derive(content).stream())
                .toList();
    }

    /** What there is to derive from. */
    final class Content {
        private final String base;
        private final DatasetGraph dataset;
        private final Set<Node> derived;
        private final Supplier<Census> census;
        private final Extracts extracts;

        Content(String base, DatasetGraph dataset, Set<Node> derived, Supplier<Census> census, Extracts extracts) {
            this.base = base;
            this.dataset = dataset;
            this.derived = Set.copyOf(derived);
            this.census = census;
            this.extracts = extracts;
        }

        /** What the names in the index begin with; empty if each blog has its own. */
        public String base() {
            return base;
        }

        /** The index inside a transaction, for reading; in queries its default graph is the union of all. */
        public DatasetGraph dataset() {
            return dataset;
        }

        /** Which graphs in it were derived before: nothing may follow from them. */
        public Set<Node> derived() {
            return derived;
        }

        /**
         * What is gathered of each graph, of what was derived excepted. Only graphs that changed since this was asked
         * last are read.
         *
         * @param extract the same object each time
         */
        public <T, S> S gathered(Extract<T, S> extract) {
            return extracts.of(extract, dataset, new QuadReader(dataset, derived));
        }

        /** What there is of what, without what was derived. */
        Census census() {
            return census.get();
        }
    }
}
