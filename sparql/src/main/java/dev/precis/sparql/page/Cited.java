package dev.precis.sparql.page;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Reference;
import java.util.List;

/** A cited work in a list, and the summaries that cite it. */
public record Cited(Reference work, List<Item> summaries) {
    public Cited {
        summaries = List.copyOf(summaries);
    }
}
