package dev.precis.sparql.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things that come to be of one group by and by; the order in which they do makes no difference to who is. */
final class Groups<T> {
    private final Map<T, T> parents = new HashMap<>();

    void unite(T one, T other) {
        T first = of(one);
        T second = of(other);
        if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    /** One of the group, the same for all of it. */
    T of(T one) {
        T root = one;
        for (T next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        for (T next = one; !next.equals(root); ) {
            T after = parents.getOrDefault(next, root);
            parents.put(next, root);
            next = after;
        }
        return root;
    }

    /** These, group by group, both in the order given. */
    List<List<T>> of(Collection<T> all) {
        Map<T, List<T>> groups = new LinkedHashMap<>();
        all.forEach(one ->
                groups.computeIfAbsent(of(one), root -> new ArrayList<>()).add(one));
        return List.copyOf(groups.values());
    }
}
