package dev.precis.sparql.page;

import dev.precis.sparql.query.Catalogue.Count;
import java.util.List;

/** What begins with the same letter in an index. */
public record Drawer(String letter, List<Count> entries) {
    public Drawer {
        entries = List.copyOf(entries);
    }
}
