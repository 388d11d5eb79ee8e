package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Speaker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The names that graphs of a blog print: by spelling, by list of authors, and by what namesakes share. */
final class Bylines {
    private final Map<String, Spelling> spellings = new HashMap<>();
    private final Map<String, List<Mention>> lists = new HashMap<>();
    private final NavigableMap<String, List<String>> namesakes = new TreeMap<>();
    // since it was asked last: what each spelling shared with namesakes before, and which lists are not what they were
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Set<String> changedLists = new HashSet<>();

    /**
     * What changed.
     *
     * @param persons spellings
     * @param namesakes what they share with others, or shared before
     * @param lists of authors or editors
     */
    record Changed(Set<String> persons, Set<String> namesakes, Set<String> lists) {
        boolean isEmpty() {
            return persons.isEmpty() && lists.isEmpty();
        }
    }

    void add(Said said) {
        Set<String> again = again(said);
        for (Mention mention : said.mentions()) {
            change(mention.person(), spelling -> spelling.add(mention, again.contains(place(mention))));
            lists.computeIfAbsent(mention.list(), one -> new ArrayList<>(4)).add(mention);
            changedLists.add(mention.list());
        }
        for (Speaker speaker : said.speakers()) {
            change(speaker.person(), spelling -> spelling.addSpoken(speaker.name()));
        }
    }

    void remove(Said said) {
        Set<String> again = again(said);
        for (Mention mention : said.mentions()) {
            change(mention.person(), spelling -> spelling.remove(mention, again.contains(place(mention))));
            lists.computeIfPresent(mention.list(), (list, all) -> {
                all.remove(mention);
                return all.isEmpty() ? null : all;
            });
            changedLists.add(mention.list());
        }
        for (Speaker speaker : said.speakers()) {
            change(speaker.person(), spelling -> spelling.removeSpoken(speaker.name()));
        }
    }

    private static Set<String> again(Said said) {
        Set<String> met = new HashSet<>();
        return said.mentions().stream()
                .map(Bylines::place)
                .filter(one -> !met.add(one))
                .collect(Collectors.toSet());
    }

    private static String place(Mention mention) {
        return mention.list() + mention.person();
    }

    private void change(String person, Consumer<Spelling> change) {
        Spelling spelling = spellings.computeIfAbsent(person, one -> new Spelling());
        before.computeIfAbsent(person, one -> spelling.namesakes());
        change.accept(spelling);
    }

    /** What changed since this was asked last. */
    Changed takeChanged() {
        Set<String> keys = new HashSet<>();
        before.forEach((person, shared) -> {
            Set<String> now = namesakes(person);
            shared.stream().filter(key -> !now.contains(key)).forEach(key -> leave(key, person));
            now.stream()
                    .filter(key -> !shared.contains(key))
                    .forEach(key -> namesakes
                            .computeIfAbsent(key, one -> new ArrayList<>(1))
                            .add(person));
            keys.addAll(shared);
            keys.addAll(now);
        });
        before.keySet()
                .forEach(person ->
                        spellings.computeIfPresent(person, (same, spelling) -> spelling.isEmpty() ? null : spelling));
        Changed changed = new Changed(Set.copyOf(before.keySet()), keys, Set.copyOf(changedLists));
        before.clear();
        changedLists.clear();
        return changed;
    }

    private void leave(String key, String person) {
        namesakes.computeIfPresent(key, (same, persons) -> {
            persons.remove(person);
            return persons.isEmpty() ? null : persons;
        });
    }

    Optional<Spelling> spelling(String person) {
        return Optional.ofNullable(spellings.get(person));
    }

    /** What a spelling shares with those who may share it. */
    Set<String> namesakes(String person) {
        return spelling(person).map(Spelling::namesakes).orElse(Set.of());
    }

    /** All that anybody shares with namesakes. */
    Set<String> namesakes() {
        return Set.copyOf(namesakes.keySet());
    }

    /** The same of one family name. */
    Collection<String> ofFamily(String family) {
        // what follows the name is a space, and behind that in the order of characters comes an exclamation mark
        return List.copyOf(namesakes.subMap(family + ' ', family + '!').keySet());
    }

    /** The spellings of namesakes. */
    List<String> sharing(String key) {
        return List.copyOf(namesakes.getOrDefault(key, List.of()));
    }

    /** Who is printed in a list, each place as often as it is printed otherwise. */
    Set<Mention> list(String list) {
        return new HashSet<>(lists.getOrDefault(list, List.of()));
    }
}
