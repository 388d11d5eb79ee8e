package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Clue.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the names of one person is to be used, and why for each of the others. */
final class Namings {
    private static final int MOST_NAMED = 3;

    private final List<Bearer> group;
    private final Decisions decisions;
    private final Surroundings surroundings;

    /**
     * @param group those that were found to be one
     * @param surroundings that nobody else was asked about
     */
    Namings(List<Bearer> group, Decisions decisions, Surroundings surroundings) {
        this.group = List.copyOf(group);
        this.decisions = decisions;
        this.surroundings = surroundings;
    }

    /** Each name that another one is to be used for. */
    List<Join> joins() {
        // what their co-authors are called is known when all have been asked about
        group.forEach(this::clues);
        // groups of two family names that an editor says are one person's come together unseen
        boolean one = group.size() == 1 || !new Namesakes(group, decisions).differ();
        return (one ? Stream.of(group) : group.stream().map(List::of))
                .flatMap(some -> joins(some).stream())
                .toList();
    }

    private List<Join> joins(List<Bearer> some) {
        Map<String, Bearer> spellings = new TreeMap<>();
        some.forEach(bearer -> bearer.iris().forEach(iri -> spellings.put(iri, bearer)));
        String into = spellings.keySet().stream()
                .max(Comparator.comparing((String iri) -> fullness(iri, spellings))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
        return spellings.entrySet().stream()
                .filter(spelling -> !spelling.getKey().equals(into))
                .map(spelling -> new Join(spelling.getKey(), into, reason(spelling.getValue(), some)))
                .toList();
    }

    private static long fullness(String iri, Map<String, Bearer> spellings) {
        return spellings.getOrDefault(iri, new Bearer()).names(iri).stream()
                .mapToLong(PersonName::fullness)
                .max()
                .orElse(0);
    }

    private String reason(Bearer bearer, List<Bearer> some) {
        if (bearer.isDecided()) {
            return "An editor of the blog says so.";
        }
        Map<Kind, Set<String>> clues = new TreeMap<>();
        Set<Clue> own = clues(bearer);
        some.stream()
                .filter(other -> !other.equals(bearer))
                .flatMap(other -> clues(other).stream())
                .filter(own::contains)
                .forEach(clue -> clues.computeIfAbsent(clue.kind(), kind -> new TreeSet<>())
                        .add(clue.kind() == Kind.COMPANY ? surroundings.called(clue.value()) : clue.value()));
        return clues.entrySet().stream()
                .findFirst()
                .map(surest -> reason(surest.getKey(), surest.getValue()))
                .orElse("");
    }

    private Set<Clue> clues(Bearer bearer) {
        return bearer.mentions().stream()
                .flatMap(mention -> surroundings.clues(mention).stream())
                .collect(Collectors.toSet());
    }

    private static String reason(Kind kind, Set<String> shared) {
        String some = shared.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return switch (kind) {
            case ORCID -> "The same ORCID iD: " + some + ".";
            case PLACE -> "Printed both ways in one place of one list of authors: " + some + ".";
            case COMPANY -> {
                String more = shared.size() > MOST_NAMED ? " and " + (shared.size() - MOST_NAMED) + " more" : "";
                yield ("Printed with the same people: " + some + more + ".").replaceFirst("\\.\\.$", ".");
            }
        };
    }
}
