package dev.precis.sparql.page;

import dev.precis.sparql.query.Named;
import java.util.List;

/** Cited works that stand together in a list, such as those of a year; the name may lead to a page of its own. */
public record Shelf(Named name, List<Cited> works) {
    public Shelf {
        works = List.copyOf(works);
    }
}
