package dev.precis.sparql.write;

import java.util.List;
import java.util.function.Consumer;

/** Rows of texts, as many cells each, that are made one after the other each time they are asked for. */
@FunctionalInterface
public interface Table {
    void each(Consumer<List<String>> row);

    /** One of rows that are at hand. */
    static Table of(List<List<String>> rows) {
        return rows::forEach;
    }
}
