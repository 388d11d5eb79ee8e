package dev.precis.sparql.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Compares states of many rows of which few differ, in one walk through both. */
final class SortedRows {
    private SortedRows() {}

    /** The rows that an earlier state has not, or has otherwise, in their order. */
    static <R> List<R> added(SortedMap<String, R> before, SortedMap<String, R> now) {
        List<R> added = new ArrayList<>();
        Iterator<Map.Entry<String, R>> earlier = before.entrySet().iterator();
        Map.@Nullable Entry<String, R> old = next(earlier);
        for (Map.Entry<String, R> row : now.entrySet()) {
            while (old != null && old.getKey().compareTo(row.getKey()) < 0) {
                old = next(earlier);
            }
            boolean same = old != null
                    && old.getKey().equals(row.getKey())
                    && old.getValue().equals(row.getValue());
            if (!same) {
                added.add(row.getValue());
            }
        }
        return added;
    }

    private static <R> Map.@Nullable Entry<String, R> next(Iterator<Map.Entry<String, R>> rows) {
        return rows.hasNext() ? rows.next() : null;
    }
}
