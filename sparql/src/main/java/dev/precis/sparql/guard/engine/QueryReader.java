package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.function.RegularExpression;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/** Reads the text of a query, SPARQL 1.1 to the letter. */
public final class QueryReader {
    private static final int SHOWN = 500;
    /** ARQ compiles constant patterns while it parses, and knows some escapes of XPath as little as RE2 does. */
    private static final String NO_ESCAPE = "unsupported escape sequence";

    private final String base;
    private final Limits limits;

    /** @param base what relative IRIs in queries are relative to */
    public QueryReader(String base, Limits limits) {
        this.base = base;
        this.limits = limits;
    }

    /**
     * A query that can be asked.
     *
     * @param query parsed
     * @param shape the same for queries that differ in literals and names of variables only
     */
    public record Readable(Query query, String shape) {
        /** Functions of the time, or of chance (SPARQL 1.1 sections 17.4.2.12, 17.4.4.2, 17.4.5.1). */
        private static final Pattern CHANGING = Pattern.compile("\\b(NOW|RAND|UUID|STRUUID|BNODE) \\(");

        /** Whether the same query has the same answer as long as the content is the same. */
        public boolean repeatable() {
            return !CHANGING.matcher(shape).find();
        }
    }

    /**
     * Reads a query.
     *
     * @param defaultGraphs IRIs of what is to be the default graph, instead of the query's own FROM (SPARQL 1.1
     *     Protocol section 2.1.4)
     * @param namedGraphs IRIs of the named graphs, instead of the query's own
     * @throws Refusal if it is none, or one that is not answered here
     */
    public Readable read(String text, Collection<String> defaultGraphs, Collection<String> namedGraphs) {
        String shape = QueryText.check(CodePoints.decode(text), limits);
        Query query = parse(text);
        if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            defaultGraphs.forEach(query::addGraphURI);
            namedGraphs.forEach(query::addNamedGraphURI);
        }
        return new Readable(query, shape);
    }

    private Query parse(String text) {
        try {
            return QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        } catch (QueryException wrong) {
            throw new Refusal(Refusal.Reason.MALFORMED, "This is no SPARQL query: " + excerpt(wrong));
        } catch (StackOverflowError deep) {
            throw new Refusal(Refusal.Reason.MALFORMED, "This query is nested too deep.");
        } catch (RuntimeException wrong) {
            // ARQ evaluates some constants while it parses, such as patterns of REGEX
            throw new Refusal(Refusal.Reason.MALFORMED, "This query cannot be read: " + excerpt(wrong));
        }
    }

    /** What was said of the query repeats parts of it, which may be long. */
    static String excerpt(RuntimeException wrong) {
        // the names of Java's classes tell nobody what is wrong
        String message =
                String.valueOf(wrong.getMessage()).replaceAll("(java|org)\\.[a-z.]+\\.[A-Za-z$]+Exception: ?", "");
        String shown = message.length() > SHOWN ? message.substring(0, SHOWN) + "…" : message;
        return message.contains(NO_ESCAPE) ? shown + "\n" + RegularExpression.NO_NAMES : shown;
    }
}
