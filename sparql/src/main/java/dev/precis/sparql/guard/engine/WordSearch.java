package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunction;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.jspecify.annotations.Nullable;

/** {@code text:query}, of which only the index knows what is wrong with its words and arguments, or too much. */
final class WordSearch implements PropertyFunction {
    static final String IRI = "http://jena.apache.org/text#query";

    private final PropertyFunction search;

    private WordSearch(PropertyFunction search) {
        this.search = search;
    }

    static PropertyFunctionFactory factory(PropertyFunctionFactory searches) {
        return iri -> new WordSearch(searches.create(iri));
    }

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        checkDataset(context.getContext().get(ARQConstants.sysCurrentQuery));
        checkDistinct(subject.isList() ? subject.getArgList() : List.of());
        try {
            search.build(subject, predicate, object, context);
        } catch (QueryException wrong) {
            throw refusal(wrong);
        }
    }

    /** The index knows which graph words are in, but not of which graphs a dataset is made for one query. */
    private static void checkDataset(@Nullable Query query) {
        if (query != null && query.hasDatasetDescription()) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "text:query seeks in all graphs here: name the graph by GRAPH, not by FROM or default-graph-uri.");
        }
    }

    private static void checkDistinct(List<Node> found) {
        Set<Node> seen = new HashSet<>();
        for (Node one : found) {
            if (one.isVariable() && !seen.add(one)) {
                throw new Refusal(Refusal.Reason.MALFORMED, "text:query has ?" + one.getName() + " twice before it.");
            }
        }
    }

    @Override
    public QueryIterator exec(
            QueryIterator input, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        return new QueryIteratorWrapper(search.exec(input, subject, predicate, object, context)) {
            @Override
            protected boolean hasNextBinding() {
                try {
                    return super.hasNextBinding();
                } catch (QueryException wrong) {
                    throw refusal(wrong);
                }
            }
        };
    }

    private static QueryException refusal(QueryException wrong) {
        return switch (wrong) {
            case QueryCancelledException stopped -> stopped;
            case TextIndexException tooMany -> new Refusal(Refusal.Reason.TOO_COSTLY, QueryReader.excerpt(tooMany));
            default -> new Refusal(Refusal.Reason.MALFORMED, QueryReader.excerpt(wrong));
        };
    }
}
