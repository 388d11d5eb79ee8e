package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Venue;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names are those of one journal: abbreviations (ISO 4) of a title, as long as it is the only title here that
 * they abbreviate, and names that a registry has one ISSN for. It follows from all that graphs say, and is kept up with
 * them.
 */
final class Journals {
    /** Of more that have the same initials no abbreviation is told: each would be compared with each. */
    private static final int MOST_ALIKE = 64;

    // as often as graphs say so, by the name
    private final Map<String, Map<Venue, Integer>> said = new TreeMap<>();
    private final Map<String, Set<String>> sharing = new HashMap<>();
    private final Set<String> numbered = new TreeSet<>();
    private final DecisionsSaid decisionsSaid = new DecisionsSaid();
    private Decisions decisions = Decisions.NONE;
    // the initials that each name had when it was asked last
    private final Map<String, Set<String>> before = new HashMap<>();
    // by initials, those that are one, each by one of its names
    private final Map<String, List<List<String>>> groups = new HashMap<>();
    private List<Join> joins = List.of();

    /** A graph of the blog says this. */
    void add(Said more) {
        more.venues().forEach(venue -> change(venue, 1));
        decisionsSaid.add(more);
    }

    /** A graph said this, and no longer does. */
    void remove(Said gone) {
        gone.venues().forEach(venue -> change(venue, -1));
        decisionsSaid.remove(gone);
    }

    /** Nothing follows from a name that is cited once more, or once less. */
    private void change(Venue venue, int sign) {
        Map<Venue, Integer> known = said.getOrDefault(venue.venue(), Map.of());
        int next = known.getOrDefault(venue, 0) + sign;
        if (next == 0 || !known.containsKey(venue)) {
            before.computeIfAbsent(venue.venue(), name -> initials(known.keySet()));
        }
        Map<Venue, Integer> now = new HashMap<>(known);
        now.put(venue, next);
        now.values().removeIf(often -> often == 0);
        if (now.isEmpty()) {
            said.remove(venue.venue());
        } else {
            said.put(venue.venue(), Map.copyOf(now));
        }
    }

    private static Set<String> initials(Collection<Venue> venues) {
        Set<String> initials = new HashSet<>();
        venues.forEach(venue -> initials.add(JournalTitle.of(venue.name()).initials()));
        return initials;
    }

    /** Each name that another one is to be used for, sorted; the same list as long as they are the same. */
    List<Join> joins() {
        if (before.isEmpty() && !decisionsSaid.isChanged()) {
            return joins;
        }
        Set<String> affected = takeChanged();
        if (decisionsSaid.isChanged()) {
            decisions = decisionsSaid.take();
            affected.addAll(sharing.keySet());
            affected.addAll(groups.keySet());
        }
        for (String initials : affected) {
            List<List<String>> now = abbreviations(sharing.getOrDefault(initials, Set.of()));
            if (now.isEmpty()) {
                groups.remove(initials);
            } else {
                groups.put(initials, now);
            }
        }
        tell();
        return joins;
    }

    /** The initials of all journals of which something changed. */
    private Set<String> takeChanged() {
        Set<String> affected = new HashSet<>();
        before.forEach((name, initials) -> {
            Set<Venue> venues = said.getOrDefault(name, Map.of()).keySet();
            Set<String> now = initials(venues);
            initials.forEach(some -> sharing.computeIfPresent(some, (key, names) -> {
                names.remove(name);
                return names.isEmpty() ? null : names;
            }));
            now.forEach(some ->
                    sharing.computeIfAbsent(some, key -> new TreeSet<>()).add(name));
            affected.addAll(initials);
            affected.addAll(now);
            decisions.all(name).stream()
                    .filter(other -> !other.equals(name))
                    .forEach(other -> affected.addAll(
                            initials(said.getOrDefault(other, Map.of()).keySet())));
            if (venues.stream().anyMatch(venue -> !venue.issns().isEmpty())) {
                numbered.add(name);
            } else {
                numbered.remove(name);
            }
        });
        before.clear();
        return affected;
    }

    private Journal journal(String one) {
        Journal journal = new Journal();
        decisions
                .all(one)
                .forEach(name -> said.getOrDefault(name, Map.of()).keySet().forEach(journal::add));
        return journal;
    }

    /** Groups of those that are called alike, two or more each. */
    private List<List<String>> abbreviations(Set<String> names) {
        Map<String, Journal> some = new TreeMap<>();
        for (String name : names) {
            some.computeIfAbsent(decisions.of(name), this::journal);
            if (some.size() > MOST_ALIKE) {
                return List.of();
            }
        }
        Groups<String> alike = new Groups<>();
        List<String> clear =
                some.keySet().stream().filter(one -> isClear(one, some)).toList();
        clear.forEach(one ->
                clear.stream().filter(other -> mayBe(one, other, some)).forEach(other -> alike.unite(one, other)));
        return alike.of(clear).stream().filter(group -> group.size() > 1).toList();
    }

    /** Not what may be called as either of two that are not called alike: it abbreviates neither. */
    private boolean isClear(String one, Map<String, Journal> some) {
        List<String> suitable =
                some.keySet().stream().filter(other -> mayBe(one, other, some)).toList();
        return suitable.stream().allMatch(two -> suitable.stream().allMatch(other -> mayBe(two, other, some)));
    }

    private boolean mayBe(String one, String other, Map<String, Journal> some) {
        Journal first = some.getOrDefault(one, new Journal());
        Journal second = some.getOrDefault(other, new Journal());
        return one.equals(other) || (first.isCalledAs(second) && !differ(first, second));
    }

    private boolean differ(Journal one, Journal other) {
        return one.hasOtherNumbers(other) || decisions.part(one.names(), other.names());
    }

    private void tell() {
        Groups<String> together = new Groups<>();
        Set<String> all = new TreeSet<>();
        decisions.several().stream().map(decisions::of).forEach(all::add);
        groups.values()
                .forEach(some -> some.forEach(group -> {
                    group.forEach(one -> together.unite(one, group.getFirst()));
                    all.addAll(group);
                }));
        Map<String, String> known = new HashMap<>();
        for (String name : numbered) {
            String one = decisions.of(name);
            journal(one).numbers().forEach(issn -> {
                String first = known.putIfAbsent(issn, one);
                if (first != null && !first.equals(one)) {
                    together.unite(one, first);
                    all.add(one);
                    all.add(first);
                }
            });
        }
        List<Join> next = together.of(all).stream()
                .map(group -> group.stream().map(this::journal).toList())
                .flatMap(group -> isOne(group)
                        ? Journal.joins(group).stream()
                        : group.stream().flatMap(one -> Journal.joins(List.of(one)).stream()))
                .sorted(Comparator.comparing(Join::iri))
                .toList();
        joins = next.equals(joins) ? joins : next;
    }

    private boolean isOne(List<Journal> group) {
        return group.stream().allMatch(one -> group.stream().noneMatch(other -> differ(one, other)));
    }
}
