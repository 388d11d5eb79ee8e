package dev.precis.sparql.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/** Which graphs changed between the last versions that readers saw. */
final class Journal {
    private static final int MOST_VERSIONS = 64;
    /** Of more it is cheaper to look at everything again. */
    private static final int MOST_GRAPHS = 1_000;

    // the newest first
    private final Deque<Step> steps = new ArrayDeque<>();

    /** @param graphs that changed after that version */
    private record Step(String after, Set<String> graphs) {}

    /** A version has become another one, by these graphs. */
    synchronized void add(String after, Set<String> graphs) {
        if (graphs.size() > MOST_GRAPHS) {
            forget();
            return;
        }
        steps.addFirst(new Step(after, Set.copyOf(graphs)));
        if (steps.size() > MOST_VERSIONS) {
            steps.removeLast();
        }
    }

    /** What changed last is not known. */
    synchronized void forget() {
        steps.clear();
    }

    /** The graphs that changed since a version; nothing if that is too long ago, or not known. */
    synchronized Optional<Set<String>> since(String version) {
        Set<String> graphs = new HashSet<>();
        for (Iterator<Step> each = steps.iterator(); each.hasNext(); ) {
            Step step = each.next();
            graphs.addAll(step.graphs());
            if (step.after().equals(version)) {
                return Optional.of(Set.copyOf(graphs));
            }
        }
        return Optional.empty();
    }
}
