package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/** Asks queries of a dataset, each in a transaction of its own and within the limits of its ledger. */
public final class Engine {
    private static final int TRIPLE = 200;

    private final DatasetGraph dataset;
    private final QueryEngineRegistry engines = BoundedEngine.registry();
    private final OpExecutorFactory executors = BoundedExecutor::new;
    private final PropertyFunctionRegistry properties = properties();

    /** @param dataset backed by TDB2 */
    public Engine(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Takes an answer while it comes; it is complete when nothing was thrown. */
    public interface Answer {
        void rows(RowSet rows) throws IOException;

        void truth(boolean truth) throws IOException;

        void graph(Graph graph) throws IOException;
    }

    /**
     * Asks a query.
     *
     * @throws Refusal if it costs more than its ledger allows
     * @throws org.apache.jena.query.QueryCancelledException if it was stopped
     * @throws IOException what {@code answer} throws
     */
    public void ask(Query query, Ledger ledger, Answer answer) throws IOException {
        dataset.begin(TxnType.READ);
        try {
            ledger.check();
            if (query.isDescribeType()) {
                answer.graph(describe(query, ledger));
                return;
            }
            try (QueryExec execution = execution(query, ledger)) {
                if (query.isAskType()) {
                    answer.truth(execution.ask());
                } else if (query.isConstructType()) {
                    Graph graph = graph(query);
                    execution.constructTriples().forEachRemaining(adding(graph, ledger));
                    answer.graph(graph);
                } else {
                    answer.rows(counted(execution.select(), ledger));
                }
            }
        } catch (StackOverflowError deep) {
            throw new Refusal(Refusal.Reason.MALFORMED, "This query is nested too deep to be answered.");
        } finally {
            dataset.end();
        }
    }

    private QueryExec execution(Query query, Ledger ledger) {
        return QueryExec.dataset(dataset)
                .query(query)
                .set(ARQConstants.symCancelQuery, ledger.cancelSignal())
                .set(ARQConstants.registryQueryEngines, engines)
                .set(ARQConstants.registryPropertyFunctions, properties)
                .set(ARQConstants.sysOpExecutorFactory, executors)
                .set(ARQ.httpServiceAllowed, false)
                .set(Ledger.symbol(), ledger)
                .build();
    }

    /** Of the properties that are functions only the search for words: the others call classes by name. */
    private static PropertyFunctionRegistry properties() {
        PropertyFunctionRegistry all = PropertyFunctionRegistry.get();
        PropertyFunctionRegistry properties = new PropertyFunctionRegistry() {
            @Override
            public boolean manages(String iri) {
                return isRegistered(iri);
            }
        };
        if (all.isRegistered(WordSearch.IRI)) {
            properties.put(WordSearch.IRI, WordSearch.factory(all.get(WordSearch.IRI)));
        }
        return properties;
    }

    private static RowSet counted(RowSet rows, Ledger ledger) {
        List<Var> variables = rows.getResultVars();
        long most = ledger.limits().rows();
        Iterator<Binding> counted = new Iterator<>() {
            private long count;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Binding next() {
                if (++count > most) {
                    throw tooMany("rows", most);
                }
                return rows.next();
            }
        };
        return RowSetStream.create(variables, counted);
    }

    private static Consumer<org.apache.jena.graph.Triple> adding(Graph graph, Ledger ledger) {
        return triple -> {
            ledger.check();
            if (!graph.contains(triple)) {
                ledger.hold(TRIPLE + Ledger.size(triple.getObject()));
                if (graph.size() >= ledger.limits().rows()) {
                    throw tooMany("triples", ledger.limits().rows());
                }
                graph.add(triple);
            }
        };
    }

    private static Refusal tooMany(String what, long most) {
        return new Refusal(
                Refusal.Reason.TOO_COSTLY,
                "This query has more than " + most + " " + what
                        + ", which is the most that is answered at once: add a LIMIT, or take it part by part.");
    }

    private static Graph graph(Query query) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    /** All that is said of each resource: nothing here has blank nodes, whose properties would belong to it too. */
    private Graph describe(Query query, Ledger ledger) {
        DatasetGraph asked = query.hasDatasetDescription()
                ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false)
                : dataset;
        Graph graph = graph(query);
        Consumer<org.apache.jena.graph.Triple> add = adding(graph, ledger);
        for (Node resource : resources(query, ledger)) {
            ledger.check();
            asked.find(Node.ANY, resource, Node.ANY, Node.ANY).forEachRemaining(quad -> add.accept(quad.asTriple()));
            asked.find(Quad.defaultGraphIRI, resource, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> add.accept(quad.asTriple()));
        }
        return graph;
    }

    private Set<Node> resources(Query query, Ledger ledger) {
        Set<Node> resources = new LinkedHashSet<>(query.getResultURIs());
        if (query.getQueryPattern() != null) {
            Query select = query.cloneQuery();
            select.setQuerySelectType();
            try (QueryExec execution = execution(select, ledger)) {
                execution
                        .select()
                        .forEachRemaining(row -> row.forEach((variable, value) -> {
                            if (value.isURI() && resources.add(value)) {
                                ledger.hold(TRIPLE);
                            }
                        }));
            }
        }
        return resources;
    }
}
