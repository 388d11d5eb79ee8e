package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Pair;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What editors say of names: which ones stand for one, and which do not. */
final class Decisions {
    private final Groups<String> same = new Groups<>();
    private final Set<Pair> different = new HashSet<>();

    Decisions(Collection<Said> all) {
        for (Said said : all) {
            said.same().forEach(pair -> same.unite(pair.one(), pair.other()));
            said.different().forEach(pair -> {
                different.add(pair);
                different.add(new Pair(pair.other(), pair.one()));
            });
        }
    }

    /** One of the names that stand for the same as this one, the same for all of them. */
    String of(String name) {
        return same.of(name);
    }

    /** Whether any of these is not what any of those is. */
    boolean part(Collection<String> these, Collection<String> those) {
        return !different.isEmpty()
                && these.stream()
                        .anyMatch(one -> those.stream().anyMatch(other -> different.contains(new Pair(one, other))));
    }
}
