package dev.precis.sparql.query;

import java.util.List;
import org.apache.jena.query.Query;

/** What comes of the parameters that a client sends for a question: a query to run, or what is wrong with them. */
public sealed interface Filling {
    /** @param query with the terms in their places */
    record Filled(Query query) implements Filling {}

    /** @param problems one sentence each: which parameter, what was given, what was expected; at least one */
    record Refused(List<String> problems) implements Filling {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
