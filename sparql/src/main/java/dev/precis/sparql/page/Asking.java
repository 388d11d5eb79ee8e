package dev.precis.sparql.page;

import java.util.List;

/**
 * What the page for queries of one's own needs besides its frame.
 *
 * @param library where the files of the editor are found, below the base
 * @param start the query that is there at first
 * @param examples questions to start from
 * @param limits what one query may cost, in words
 */
public record Asking(String library, String start, List<Example> examples, String limits) {
    public Asking {
        examples = List.copyOf(examples);
    }
}
