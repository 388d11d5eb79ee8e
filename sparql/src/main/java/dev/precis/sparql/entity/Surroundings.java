package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Clue.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * With whom somebody is printed. A co-author tells of somebody as far as their own name tells of them: one whose name
 * others bear as well tells nothing, unless it is printed in full in both places.
 */
final class Surroundings {
    /** A longer list brings together people who never met. */
    private static final int MOST = 20;

    private static final Comparator<String> FULLEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Function<String, Set<Mention>> lists;
    private final Predicate<PersonName> common;
    private final Map<String, String> called = new HashMap<>();
    private final Map<Mention, Set<Clue>> known = new HashMap<>();
    private final Map<String, PersonName> names = new HashMap<>();

    /**
     * @param lists who is printed in a list of authors or editors
     * @param common whether several people share a family name and an initial, or may well do
     */
    Surroundings(Function<String, Set<Mention>> lists, Predicate<PersonName> common) {
        this.lists = lists;
        this.common = common;
    }

    /** What is known of somebody in a place. */
    Set<Clue> clues(Mention mention) {
        return known.computeIfAbsent(mention, this::find);
    }

    private Set<Clue> find(Mention mention) {
        Set<Clue> clues = new HashSet<>();
        clues.add(new Clue(Kind.PLACE, mention.role()));
        if (!mention.orcid().isEmpty()) {
            clues.add(new Clue(Kind.ORCID, mention.orcid()));
        }
        Set<Mention> list = lists.apply(mention.list());
        if (list.size() <= MOST) {
            String own = name(mention).namesakes();
            list.forEach(other -> company(other, own, clues));
        }
        return Set.copyOf(clues);
    }

    private void company(Mention other, String own, Set<Clue> clues) {
        PersonName name = name(other);
        String key = name.namesakes();
        if (key.isEmpty() || key.equals(own)) {
            return;
        }
        if (!common.test(name)) {
            add(clues, key, other);
        } else if (name.isTelling()) {
            add(clues, other.person(), other);
        }
    }

    private void add(Set<Clue> clues, String key, Mention who) {
        clues.add(new Clue(Kind.COMPANY, key));
        called.merge(key, who.printed(), (one, other) -> FULLEST.compare(one, other) >= 0 ? one : other);
    }

    private PersonName name(Mention mention) {
        return names.computeIfAbsent(mention.printed(), PersonName::of);
    }

    /** What somebody is called who is printed beside, in the fullest spelling beside those who were asked about. */
    String called(String key) {
        return called.getOrDefault(key, key);
    }
}
