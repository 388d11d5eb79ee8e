package dev.precis.sparql.site.section;

import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Spellings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts people or journals, each under the one name that is used for it. */
final class Tally {
    private final Spellings spellings;
    private final Map<String, String> printed = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Tally(Spellings spellings) {
        this.spellings = spellings;
    }

    /** Once more; a name is called as it was when it came first. */
    void add(Named one) {
        addEach(List.of(one));
    }

    /** Each of these once more, also who is among them twice. */
    void addEach(List<Named> some) {
        some.forEach(one -> printed.putIfAbsent(one.iri(), one.name()));
        some.stream()
                .map(one -> spellings.apply(one.iri()))
                .distinct()
                .forEach(iri -> counts.merge(iri, 1, Integer::sum));
    }

    List<Count> counts() {
        return counts.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey(), printed.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .toList();
    }
}
