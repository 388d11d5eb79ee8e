package dev.precis.sparql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.system.Txn;

/** Asks the query files of one dataset. Parameters are substituted as RDF terms, never pasted into the text. */
final class Questions {
    private final DatasetGraph dataset;
    private final Map<String, Query> parsed = new ConcurrentHashMap<>();

    Questions(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Everything in {@code work} sees the same state of the dataset. */
    <T> T atOnce(Supplier<T> work) {
        return Txn.calculateRead(dataset, work);
    }

    <T> List<T> select(String name, Map<String, Node> parameters, Function<Row, T> view) {
        return select(query(name), parameters, view);
    }

    <T> List<T> select(String name, Map<String, Node> parameters, int limit, Function<Row, T> view) {
        Query limited = query(name).cloneQuery();
        limited.setLimit(limit);
        return select(limited, parameters, view);
    }

    Graph construct(String name, Map<String, Node> parameters) {
        return atOnce(() -> {
            try (QueryExec execution = execution(query(name), parameters).build()) {
                return execution.construct();
            }
        });
    }

    private <T> List<T> select(Query query, Map<String, Node> parameters, Function<Row, T> view) {
        return atOnce(() -> {
            try (QueryExec execution = execution(query, parameters).build()) {
                List<T> views = new ArrayList<>();
                execution.select().forEachRemaining(binding -> views.add(view.apply(new Row(binding))));
                return List.copyOf(views);
            }
        });
    }

    private QueryExecBuilder execution(Query query, Map<String, Node> parameters) {
        QueryExecBuilder builder = QueryExec.dataset(dataset).query(query);
        parameters.forEach(builder::substitution);
        return builder;
    }

    private Query query(String name) {
        return parsed.computeIfAbsent(name, n -> QueryFile.read(n).query());
    }
}
