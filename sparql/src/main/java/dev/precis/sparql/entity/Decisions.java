package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Pair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What editors say of names: which ones stand for one, and which do not. */
final class Decisions {
    static final Decisions NONE = new Decisions(List.of(), List.of());

    private final Groups<String> same = new Groups<>();
    // by one of them, those that stand for the same
    private final Map<String, List<String>> together = new HashMap<>();
    private final Set<Pair> different = new HashSet<>();

    Decisions(Collection<Pair> same, Collection<Pair> different) {
        same.forEach(pair -> this.same.unite(pair.one(), pair.other()));
        Set<String> named = new TreeSet<>();
        same.forEach(pair -> Stream.of(pair.one(), pair.other()).forEach(named::add));
        named.forEach(name ->
                together.computeIfAbsent(of(name), one -> new ArrayList<>()).add(name));
        different.forEach(pair -> {
            this.different.add(pair);
            this.different.add(new Pair(pair.other(), pair.one()));
        });
    }

    /** One of the names that stand for the same as this one, the same for all of them. */
    String of(String name) {
        return same.of(name);
    }

    /** The names that stand for the same as this one, itself among them. */
    List<String> all(String name) {
        return together.getOrDefault(of(name), List.of(name));
    }

    /** One of each several names that stand for the same. */
    Set<String> several() {
        return Set.copyOf(together.keySet());
    }

    /** Whether any of these is not what any of those is. */
    boolean part(Collection<String> these, Collection<String> those) {
        return !different.isEmpty()
                && these.stream()
                        .anyMatch(one -> those.stream().anyMatch(other -> different.contains(new Pair(one, other))));
    }
}
