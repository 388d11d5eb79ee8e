package dev.precis.sparql.page;

import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.QueryFile;
import java.util.List;

/**
 * What the page for queries of one's own needs besides its frame.
 *
 * @param library the folder of what the editor is made with
 * @param style of the editor
 * @param script that makes it
 * @param start the query that is there at first
 * @param examples questions to start from
 * @param limits what one query may cost, in words
 */
public record Asking(String library, String style, String script, String start, List<Example> examples, String limits) {
    public Asking {
        examples = List.copyOf(examples);
    }

    /**
     * A question to start from.
     *
     * @param title the question in words
     * @param description more about it
     * @param text the SPARQL, ready to be run
     * @param graph whether the answer is a graph, not a table
     */
    public record Example(String title, String description, String text, boolean graph) {
        private static final int ROWS = 1000;

        /** A question of ours, about that resource if it needs one: never more rows than a reader can use. */
        public static Example of(QueryFile file, String iri) {
            String text = file.textFor(iri);
            String limited = file.query().hasLimit() ? text : text + "\nLIMIT " + ROWS;
            return new Example(
                    file.title(), file.description(), limited, file.query().isConstructType());
        }

        /** A question of research, with its examples for parameters. */
        public static Example of(CompetencyQuery query) {
            return new Example(query.title(), query.description(), query.text(), query.answersWithAGraph());
        }
    }
}
