package dev.precis.sparql.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where one spelling of a name is printed, as often as graphs say so: each takes back what it said. */
final class Spelling {
    private final List<Mention> mentions = new ArrayList<>(1);
    // few are heard of as they are spoken, and many are kept
    private List<String> spoken = List.of();
    private int twice;

    /** @param again whether that list, as one summary prints it, has the same spelling once more */
    void add(Mention mention, boolean again) {
        mentions.add(mention);
        twice += again ? 1 : 0;
    }

    void remove(Mention mention, boolean again) {
        mentions.remove(mention);
        twice -= again ? 1 : 0;
    }

    void addSpoken(String name) {
        spoken = Stream.concat(spoken.stream(), Stream.of(name)).toList();
    }

    void removeSpoken(String name) {
        List<String> rest = new ArrayList<>(spoken);
        rest.remove(name);
        spoken = List.copyOf(rest);
    }

    boolean isEmpty() {
        return mentions.isEmpty() && spoken.isEmpty();
    }

    List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    /** What those share who may share it: of one family name and suffix, with one initial. */
    Set<String> namesakes() {
        return names().map(PersonName::namesakes).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
    }

    private Stream<PersonName> names() {
        return Stream.concat(
                mentions.stream().map(Mention::printed).distinct().map(PersonName::of),
                spoken.stream().distinct().map(PersonName::spoken));
    }

    /** Tells of whoever bears it. */
    void tell(String person, Bearer bearer) {
        names().forEach(name -> bearer.name(person, name));
        new HashSet<>(mentions).forEach(bearer::add);
        if (twice > 0) {
            bearer.isPrintedTwice();
        }
    }
}
