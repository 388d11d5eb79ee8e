package dev.precis.sparql.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whoever bears a spelling of a name, or several that editors say are of one person, with all that is known of them.
 */
final class Bearer {
    private final SortedMap<String, Set<PersonName>> names = new TreeMap<>();
    // of each list of authors or editors, the places in it
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Set<String> orcids = new HashSet<>();
    private final Set<Mention> mentions = new HashSet<>();
    private boolean printedTwice;
    private List<PersonName> allNames = List.of();

    void add(Mention mention) {
        places.computeIfAbsent(mention.list(), list -> new HashSet<>()).add(mention.place());
        if (!mention.orcid().isEmpty()) {
            orcids.add(mention.orcid());
        }
        mentions.add(mention);
    }

    /** A list, as one summary prints it, has one of the spellings twice. */
    void isPrintedTwice() {
        printedTwice = true;
    }

    void name(String iri, PersonName name) {
        names.computeIfAbsent(iri, one -> new HashSet<>()).add(name);
        allNames = List.of();
    }

    /** The names of the spellings, sorted. */
    List<String> iris() {
        return List.copyOf(names.keySet());
    }

    List<PersonName> names() {
        if (allNames.isEmpty()) {
            allNames = names.values().stream().flatMap(Set::stream).distinct().toList();
        }
        return allNames;
    }

    /** Of one spelling. */
    Set<PersonName> names(String iri) {
        return names.getOrDefault(iri, Set.of());
    }

    List<Mention> mentions() {
        return new ArrayList<>(mentions);
    }

    Set<String> orcids() {
        return orcids;
    }

    boolean isDecided() {
        return names.size() > 1;
    }

    /** Whether one spelling is known to be that of several people. */
    boolean isSeveral() {
        return !isDecided() && (printedTwice || orcids.size() > 1);
    }

    boolean isTelling() {
        return isDecided() || names().stream().allMatch(PersonName::isTelling);
    }

    /** Whether both cannot be one person, by what is known of them. */
    boolean contradicts(Bearer other) {
        return (!orcids.isEmpty() && !other.orcids.isEmpty() && orcids.stream().noneMatch(other.orcids::contains))
                || namesContradict(other)
                || standBeside(other);
    }

    private boolean namesContradict(Bearer other) {
        return names().stream()
                .anyMatch(one ->
                        other.names().stream().anyMatch(two -> one.family().equals(two.family()) && !one.suits(two)));
    }

    /** Whether a list has both, in two places. */
    private boolean standBeside(Bearer other) {
        if (places.size() > other.places.size()) {
            return other.standBeside(this);
        }
        return places.entrySet().stream()
                .anyMatch(list -> other.places.containsKey(list.getKey())
                        && !list.getValue().equals(other.places.get(list.getKey())));
    }

    boolean agreesWellWith(Bearer other) {
        return names().stream()
                .anyMatch(one -> other.names().stream().anyMatch(two -> one.suits(two) && one.agreesWellWith(two)));
    }
}
