package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one transaction does to the index.
 *
 * @param put the rows of graphs that take the place of what has their names
 * @param removed what takes graphs out
 */
record GraphChanges(List<ArchiveEntry> put, List<Change> removed) {
    static final GraphChanges NONE = new GraphChanges(List.of(), List.of());

    GraphChanges {
        put = List.copyOf(put);
        removed = List.copyOf(removed);
    }

    static GraphChanges putting(List<ArchiveEntry> rows) {
        return new GraphChanges(rows, List.of());
    }

    /** The same in transactions of at most so many graphs. */
    List<GraphChanges> parts(int most) {
        List<GraphChanges> parts = new ArrayList<>();
        for (int from = 0; from < put.size(); from += most) {
            parts.add(putting(put.subList(from, Math.min(from + most, put.size()))));
        }
        if (!removed.isEmpty()) {
            parts.add(new GraphChanges(List.of(), removed));
        }
        return parts;
    }

    /** The graphs that change. */
    List<String> names() {
        return Stream.concat(
                        put.stream().map(ArchiveEntry::graph), removed.stream().map(Change::graph))
                .toList();
    }

    int size() {
        return put.size() + removed.size();
    }
}
