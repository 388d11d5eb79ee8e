package dev.precis.sparql.query;

import java.util.List;

/**
 * A summary in the card catalogue: what lists show of it, and everything that it is sought by.
 *
 * @param works the names of the works that it cites, the summarised one first
 * @param text all its words, to be searched
 */
public record Card(Item item, List<Named> topics, List<Named> types, List<String> works, String text) {
    public Card {
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        works = List.copyOf(works);
    }
}
