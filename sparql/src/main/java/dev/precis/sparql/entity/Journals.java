package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which names are those of one journal: abbreviations (ISO 4) of a title, as long as it is the only title here that
 * they abbreviate, and names that a registry has one ISSN for.
 */
final class Journals {
    /** Of more that have the same initials no abbreviation is told: each would be compared with each. */
    private static final int MOST_ALIKE = 64;

    private final Decisions decisions;
    private final Map<String, Journal> journals = new TreeMap<>();

    /** What is known of a name, or of several that an editor says are of one. */
    private static final class Journal {
        private final Map<String, Set<JournalTitle>> titles = new TreeMap<>();
        // what a registry tells of each work
        private final Set<Set<String>> issns = new HashSet<>();

        void add(Venue venue) {
            titles.computeIfAbsent(venue.venue(), one -> new HashSet<>()).add(JournalTitle.of(venue.name()));
            if (!venue.issns().isEmpty()) {
                issns.add(venue.issns());
            }
        }

        List<JournalTitle> all() {
            return titles.values().stream().flatMap(Set::stream).toList();
        }

        boolean isDecided() {
            return titles.size() > 1;
        }

        /** The numbers that it has whichever work is asked about; none where two tell of two journals. */
        Set<String> numbers() {
            Set<String> all = new TreeSet<>();
            issns.forEach(all::addAll);
            boolean agree = issns.stream()
                    .allMatch(
                            one -> issns.stream().allMatch(other -> one.stream().anyMatch(other::contains)));
            return agree ? all : Set.of();
        }

        boolean isCalledAs(Journal other) {
            return all().stream().anyMatch(one -> other.all().stream().anyMatch(one::suits));
        }

        boolean hasOtherNumbers(Journal other) {
            return !issns.isEmpty()
                    && !other.issns.isEmpty()
                    && issns.stream()
                            .noneMatch(one -> other.issns.stream()
                                    .anyMatch(two -> one.stream().anyMatch(two::contains)));
        }
    }

    /** @param said by all graphs of a blog */
    Journals(Collection<Said> said) {
        this.decisions = new Decisions(said);
        said.forEach(one -> one.venues()
                .forEach(venue -> journals.computeIfAbsent(decisions.of(venue.venue()), name -> new Journal())
                        .add(venue)));
    }

    /** Each name that another one is to be used for, sorted. */
    List<Join> joins() {
        Groups<Journal> groups = new Groups<>();
        sharing().values().stream()
                .filter(some -> some.size() > 1 && some.size() <= MOST_ALIKE)
                .forEach(some -> abbreviations(some, groups));
        numbers(groups);
        return groups.of(journals.values()).stream()
                .flatMap(group ->
                        isOne(group) ? Stream.of(group) : group.stream().map(List::of))
                .flatMap(group -> joins(group).stream())
                .sorted(Comparator.comparing(Join::iri))
                .toList();
    }

    private Map<String, List<Journal>> sharing() {
        Map<String, List<Journal>> sharing = new TreeMap<>();
        for (Journal journal : journals.values()) {
            journal.all().stream()
                    .map(JournalTitle::initials)
                    .distinct()
                    .forEach(initials -> sharing.computeIfAbsent(initials, one -> new ArrayList<>())
                            .add(journal));
        }
        return sharing;
    }

    /** Not what may be called as either of two that are not called alike: it abbreviates neither. */
    private void abbreviations(List<Journal> some, Groups<Journal> groups) {
        List<Journal> clear = some.stream()
                .filter(one -> {
                    List<Journal> suitable =
                            some.stream().filter(other -> mayBe(one, other)).toList();
                    return suitable.stream().allMatch(two -> suitable.stream().allMatch(other -> mayBe(two, other)));
                })
                .toList();
        clear.forEach(
                one -> clear.stream().filter(other -> mayBe(one, other)).forEach(other -> groups.unite(one, other)));
    }

    private boolean mayBe(Journal one, Journal other) {
        return one.equals(other) || (one.isCalledAs(other) && !differ(one, other));
    }

    private boolean differ(Journal one, Journal other) {
        return one.hasOtherNumbers(other) || decisions.part(one.titles.keySet(), other.titles.keySet());
    }

    private void numbers(Groups<Journal> groups) {
        Map<String, Journal> known = new HashMap<>();
        journals.values()
                .forEach(journal -> journal.numbers().forEach(issn -> {
                    Journal first = known.putIfAbsent(issn, journal);
                    if (first != null) {
                        groups.unite(journal, first);
                    }
                }));
    }

    private boolean isOne(List<Journal> group) {
        return group.stream().allMatch(one -> group.stream().noneMatch(other -> differ(one, other)));
    }

    private static List<Join> joins(List<Journal> group) {
        Map<String, Journal> names = new TreeMap<>();
        group.forEach(journal -> journal.titles.keySet().forEach(name -> names.put(name, journal)));
        String into = names.keySet().stream()
                .max(Comparator.comparing((String name) -> length(name, names))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return names.keySet().stream()
                .filter(name -> !name.equals(into))
                .map(name -> new Join(name, into, reason(names.getOrDefault(name, new Journal()), group)))
                .toList();
    }

    private static int length(String name, Map<String, Journal> names) {
        return names.getOrDefault(name, new Journal()).titles.getOrDefault(name, Set.of()).stream()
                .mapToInt(JournalTitle::length)
                .max()
                .orElse(0);
    }

    private static String reason(Journal journal, List<Journal> group) {
        if (journal.isDecided()) {
            return "An editor of the blog says so.";
        }
        Set<String> shared = new TreeSet<>();
        group.stream().filter(other -> !other.equals(journal)).forEach(other -> shared.addAll(other.numbers()));
        shared.retainAll(journal.numbers());
        return shared.isEmpty()
                ? "The same title, abbreviated or with an article in front."
                : "The same ISSN: " + String.join(", ", shared) + ".";
    }
}
