package dev.precis.sparql.page;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import java.util.List;

/** A cited work in a list, and the summaries that cite it. */
public record Cited(Reference work, List<Item> summaries) {
    public Cited {
        summaries = List.copyOf(summaries);
    }

    /** Cited works that stand together in a list, such as those of a year; the name may lead to a page of its own. */
    public record Group(Named name, List<Cited> works) {
        public Group {
            works = List.copyOf(works);
        }
    }
}
