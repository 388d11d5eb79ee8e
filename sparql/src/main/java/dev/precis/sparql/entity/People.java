package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Bylines.Changed;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which spellings of names are those of one person: where nothing contradicts it, and something tells it besides the
 * name. Two people under one name are worse than one under two, so that whatever could be of either of two people is of
 * neither.
 *
 * <p>It follows from all that graphs say, and is kept up with them: a change leads to the namesakes of whom it prints,
 * and to those of their co-authors, and to nobody else.
 */
final class People {
    /** With so many initials a family name is that of many people, some of them not printed here in full. */
    private static final int COMMON = 4;

    /**
     * Who share a family name and an initial with more than so many others are left as they are printed: nobody can
     * tell them apart, and each would be compared with each.
     */
    private static final int MOST_NAMESAKES = 64;

    private final Bylines bylines = new Bylines();
    private final DecisionsSaid decisionsSaid = new DecisionsSaid();
    private Decisions decisions = Decisions.NONE;
    // family names, and what namesakes share who are, or may well be, several people
    private final Set<String> common = new HashSet<>();
    private final Set<String> several = new HashSet<>();
    // by what they share, those who are one person, each by one of the names that editors say are theirs
    private final Map<String, List<List<String>>> groups = new HashMap<>();
    private Map<List<String>, List<Join>> told = Map.of();
    private List<Join> joins = List.of();

    /** A graph of the blog says this. */
    void add(Said said) {
        bylines.add(said);
        decisionsSaid.add(said);
    }

    /** A graph said this, and no longer does. */
    void remove(Said said) {
        bylines.remove(said);
        decisionsSaid.remove(said);
    }

    /** Each spelling that another one is to be used for, sorted; the same list as long as they are the same. */
    List<Join> joins() {
        Changed changed = bylines.takeChanged();
        boolean decided = decisionsSaid.isChanged();
        if (changed.isEmpty() && !decided) {
            return joins;
        }
        Set<String> affected = decided ? decideAnew() : affected(changed);
        Set<String> regrouped = new HashSet<>();
        for (String key : affected) {
            List<List<String>> now = groups(key);
            Stream.concat(groups.getOrDefault(key, List.of()).stream(), now.stream())
                    .forEach(regrouped::addAll);
            if (now.isEmpty()) {
                groups.remove(key);
            } else {
                groups.put(key, now);
            }
        }
        decisions.several().stream()
                .filter(one -> decisions.all(one).stream().anyMatch(changed.persons()::contains) || decided)
                .forEach(regrouped::add);
        if (decided || !regrouped.isEmpty()) {
            tell(regrouped);
        }
        return joins;
    }

    /** What an editor says may be of anybody: all of it follows anew. */
    private Set<String> decideAnew() {
        decisions = decisionsSaid.take();
        common.clear();
        several.clear();
        told = Map.of();
        Set<String> all = new HashSet<>(bylines.namesakes());
        judge(all);
        all.addAll(groups.keySet());
        return all;
    }

    /** What namesakes share for whom something may follow from a change. */
    private Set<String> affected(Changed changed) {
        Set<String> affected = new HashSet<>(changed.namesakes());
        changed.persons().forEach(person -> affected.addAll(shared(person)));
        Set<String> judged = judge(affected);
        affected.addAll(judged);
        Set<String> lists = new HashSet<>(changed.lists());
        judged.stream()
                .flatMap(key -> bylines.sharing(key).stream())
                .flatMap(person -> bylines.spelling(person).stream())
                .flatMap(spelling -> spelling.mentions().stream())
                .forEach(mention -> lists.add(mention.list()));
        lists.stream()
                .flatMap(list -> bylines.list(list).stream())
                .map(Mention::person)
                .distinct()
                .forEach(person -> affected.addAll(shared(person)));
        return affected;
    }

    /** What is shared by whoever bears a spelling, under any of the names that editors say are theirs. */
    private Set<String> shared(String person) {
        List<String> names = decisions.all(person);
        if (names.size() == 1) {
            return bylines.namesakes(person);
        }
        Set<String> shared = new HashSet<>();
        names.forEach(name -> shared.addAll(bylines.namesakes(name)));
        return shared;
    }

    /**
     * Finds out which namesakes may be several people.
     *
     * @return what those share of whom that is another thing than before
     */
    private Set<String> judge(Set<String> keys) {
        Set<String> other = new HashSet<>();
        keys.stream().map(People::family).distinct().forEach(family -> {
            Collection<String> ofFamily = bylines.ofFamily(family);
            boolean now = ofFamily.stream()
                            .map(People::initial)
                            .distinct()
                            .limit(COMMON)
                            .count()
                    == COMMON;
            if (now ? common.add(family) : common.remove(family)) {
                other.addAll(ofFamily);
            }
        });
        for (String key : keys) {
            if (areSeveral(key) ? several.add(key) : several.remove(key)) {
                other.add(key);
            }
        }
        return other;
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    private static String initial(String key) {
        return key.substring(key.lastIndexOf(' ') + 1);
    }

    private boolean areSeveral(String key) {
        Set<String> sharing = sharing(key);
        return sharing.size() > MOST_NAMESAKES || new Namesakes(bearers(sharing), decisions).areSeveral();
    }

    /** Those who share it, each by one of their names; of a crowd as many as are enough to tell that it is one. */
    private Set<String> sharing(String key) {
        Set<String> sharing = new TreeSet<>();
        for (String person : bylines.sharing(key)) {
            sharing.add(decisions.of(person));
            if (sharing.size() > MOST_NAMESAKES) {
                break;
            }
        }
        return sharing;
    }

    private List<Bearer> bearers(Collection<String> some) {
        return some.stream().map(this::bearer).toList();
    }

    private Bearer bearer(String one) {
        Bearer bearer = new Bearer();
        decisions
                .all(one)
                .forEach(person -> bylines.spelling(person).ifPresent(spelling -> spelling.tell(person, bearer)));
        return bearer;
    }

    private List<List<String>> groups(String key) {
        Set<String> sharing = sharing(key);
        if (sharing.size() < 2 || sharing.size() > MOST_NAMESAKES) {
            return List.of();
        }
        return new Namesakes(bearers(sharing), decisions)
                .groups(common.contains(family(key)), surroundings()).stream()
                        .map(group -> group.stream()
                                .map(bearer -> decisions.of(bearer.iris().getFirst()))
                                .toList())
                        .toList();
    }

    private Surroundings surroundings() {
        return new Surroundings(
                bylines::list, name -> common.contains(name.family()) || several.contains(name.namesakes()));
    }

    /** @param regrouped those whose groups, or the reasons for them, may not be what they were */
    private void tell(Set<String> regrouped) {
        Groups<String> together = new Groups<>();
        Set<String> all = new TreeSet<>(decisions.several());
        groups.values()
                .forEach(some -> some.forEach(group -> {
                    group.forEach(one -> together.unite(one, group.getFirst()));
                    all.addAll(group);
                }));
        Map<List<String>, List<Join>> now = new HashMap<>();
        for (List<String> group : together.of(all)) {
            List<Join> known = told.get(group);
            now.put(
                    group,
                    known == null || group.stream().anyMatch(regrouped::contains)
                            ? new Namings(bearers(group), decisions, surroundings()).joins()
                            : known);
        }
        told = now;
        List<Join> next = now.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Join::iri))
                .toList();
        joins = next.equals(joins) ? joins : next;
    }
}
