package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Venue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the name of a journal, or of several that an editor says are of one. */
final class Journal {
    private final Map<String, Set<JournalTitle>> titles = new TreeMap<>();
    // what a registry tells of each work
    private final Set<Set<String>> issns = new HashSet<>();

    void add(Venue venue) {
        titles.computeIfAbsent(venue.venue(), one -> new HashSet<>()).add(JournalTitle.of(venue.name()));
        if (!venue.issns().isEmpty()) {
            issns.add(venue.issns());
        }
    }

    Set<String> names() {
        return Set.copyOf(titles.keySet());
    }

    private List<JournalTitle> all() {
        return titles.values().stream().flatMap(Set::stream).toList();
    }

    private boolean isDecided() {
        return titles.size() > 1;
    }

    /** The numbers that it has whichever work is asked about; none where two tell of two journals. */
    Set<String> numbers() {
        Set<String> all = new TreeSet<>();
        issns.forEach(all::addAll);
        boolean agree = issns.stream()
                .allMatch(one -> issns.stream().allMatch(other -> one.stream().anyMatch(other::contains)));
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

    /** Which of the names of these, which are one, is to be used for the others. */
    static List<Join> joins(List<Journal> group) {
        Map<String, Journal> names = new TreeMap<>();
        group.forEach(journal -> journal.titles.keySet().forEach(name -> names.put(name, journal)));
        String into = names.keySet().stream()
                .max(Comparator.comparing((String name) -> length(name, names))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
        return names.entrySet().stream()
                .filter(name -> !name.getKey().equals(into))
                .map(name -> new Join(name.getKey(), into, reason(name.getValue(), group)))
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
