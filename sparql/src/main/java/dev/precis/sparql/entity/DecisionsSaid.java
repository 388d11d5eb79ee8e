package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Pair;
import java.util.ArrayList;
import java.util.List;

/** What graphs of a blog say that editors decided, as often as they say so: each takes back what it said. */
final class DecisionsSaid {
    private final List<Pair> same = new ArrayList<>();
    private final List<Pair> different = new ArrayList<>();
    // before anything is known all follows anew
    private boolean changed = true;

    void add(Said said) {
        same.addAll(said.same());
        different.addAll(said.different());
        changed |= isDecisive(said);
    }

    void remove(Said said) {
        said.same().forEach(same::remove);
        said.different().forEach(different::remove);
        changed |= isDecisive(said);
    }

    private static boolean isDecisive(Said said) {
        return !said.same().isEmpty() || !said.different().isEmpty();
    }

    /** Whether they say something else than when they were taken last. */
    boolean isChanged() {
        return changed;
    }

    /** The decisions as they are now. */
    Decisions take() {
        changed = false;
        return new Decisions(same, different);
    }
}
