package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Clue.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which spellings of names are those of one person: where nothing contradicts it, and something tells it besides the
 * name. Two people under one name are worse than one under two, so that whatever could be of either of two people is of
 * neither.
 */
final class People {
    /** With so many initials a family name is that of many people, some of them not printed here in full. */
    private static final int COMMON = 4;

    /**
     * Who share a family name and an initial with more than so many others are left as they are printed: nobody can
     * tell them apart, and each would be compared with each.
     */
    private static final int MOST_NAMESAKES = 64;

    private static final int MOST_NAMED = 3;

    private final Decisions decisions;
    private final Map<String, Bearer> bearers = new TreeMap<>();
    private final Map<String, Set<Mention>> lists = new HashMap<>();
    private final SortedMap<String, Namesakes> namesakes = new TreeMap<>();
    private final Set<String> crowded = new HashSet<>();
    private final Map<String, Set<String>> initials = new HashMap<>();
    private final Surroundings surroundings = new Surroundings(lists, this::mayBeSeveral);

    /** @param said by all graphs of a blog */
    People(Collection<Said> said) {
        this.decisions = new Decisions(said);
        said.forEach(this::read);
        Map<String, List<Bearer>> sharing = new TreeMap<>();
        for (Bearer bearer : bearers.values()) {
            List<PersonName> names = bearer.names().stream()
                    .filter(name -> !name.given().isEmpty())
                    .toList();
            names.forEach(name -> initials.computeIfAbsent(name.family(), family -> new HashSet<>())
                    .add(name.initial()));
            names.stream()
                    .map(PersonName::namesakes)
                    .distinct()
                    .forEach(key -> sharing.computeIfAbsent(key, one -> new ArrayList<>())
                            .add(bearer));
        }
        sharing.forEach((key, some) -> {
            if (some.size() <= MOST_NAMESAKES) {
                namesakes.put(key, new Namesakes(some, decisions));
            } else {
                crowded.add(key);
            }
        });
    }

    private void read(Said said) {
        Set<String> met = new HashSet<>();
        Set<String> twice = said.mentions().stream()
                .map(mention -> mention.list() + mention.person())
                .filter(one -> !met.add(one))
                .collect(Collectors.toSet());
        for (Mention mention : said.mentions()) {
            bearer(mention.person()).add(mention, twice.contains(mention.list() + mention.person()));
            lists.computeIfAbsent(mention.list(), one -> new LinkedHashSet<>()).add(mention);
        }
        said.speakers()
                .forEach(speaker -> bearer(speaker.person()).name(speaker.person(), PersonName.spoken(speaker.name())));
    }

    private Bearer bearer(String person) {
        return bearers.computeIfAbsent(decisions.of(person), one -> new Bearer());
    }

    private boolean isCommon(String family) {
        return initials.getOrDefault(family, Set.of()).size() >= COMMON;
    }

    private boolean mayBeSeveral(PersonName name) {
        Namesakes sharing = namesakes.get(name.namesakes());
        return isCommon(name.family())
                || crowded.contains(name.namesakes())
                || (sharing != null && sharing.areSeveral());
    }

    /** Each spelling that another one is to be used for, sorted. */
    List<Join> joins() {
        Groups<Bearer> groups = new Groups<>();
        namesakes.forEach((key, sharing) -> sharing.groups(isCommon(key.substring(0, key.indexOf(' '))), surroundings)
                .forEach(group -> group.forEach(one -> groups.unite(one, group.getFirst()))));
        return groups.of(bearers.values()).stream()
                .flatMap(group ->
                        isOne(group) ? Stream.of(group) : group.stream().map(List::of))
                .flatMap(group -> joins(group).stream())
                .sorted(Comparator.comparing(Join::iri))
                .toList();
    }

    /** Groups of two family names that an editor says are one person's come together unseen. */
    private boolean isOne(List<Bearer> group) {
        return group.size() == 1 || !new Namesakes(group, decisions).differ();
    }

    private List<Join> joins(List<Bearer> group) {
        Map<String, Bearer> spellings = new TreeMap<>();
        group.forEach(bearer -> bearer.iris().forEach(iri -> spellings.put(iri, bearer)));
        String into = spellings.keySet().stream()
                .max(Comparator.comparing((String iri) -> fullness(iri, spellings))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return spellings.keySet().stream()
                .filter(iri -> !iri.equals(into))
                .map(iri -> new Join(iri, into, reason(spellings.getOrDefault(iri, new Bearer()), group)))
                .toList();
    }

    private static long fullness(String iri, Map<String, Bearer> spellings) {
        return spellings.getOrDefault(iri, new Bearer()).names(iri).stream()
                .mapToLong(PersonName::fullness)
                .max()
                .orElse(0);
    }

    private String reason(Bearer bearer, List<Bearer> group) {
        if (bearer.isDecided()) {
            return "An editor of the blog says so.";
        }
        Map<Kind, Set<String>> clues = new TreeMap<>();
        Set<Clue> own = clues(bearer);
        group.stream()
                .filter(other -> !other.equals(bearer))
                .forEach(other -> clues(other).stream()
                        .filter(own::contains)
                        .forEach(clue -> clues.computeIfAbsent(clue.kind(), kind -> new TreeSet<>())
                                .add(clue.kind() == Kind.COMPANY ? surroundings.called(clue.value()) : clue.value())));
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
