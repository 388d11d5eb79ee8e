package dev.precis.sparql.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Those who share a family name and an initial: finds which of them are one person, by what is known of each place. */
final class Namesakes {
    private final List<Bearer> all;
    // by their numbers, who cannot be whom
    private final List<BitSet> contradictions;

    Namesakes(List<Bearer> all, Decisions decisions) {
        this.all = List.copyOf(all);
        this.contradictions = IntStream.range(0, all.size())
                .mapToObj(i -> new BitSet(all.size()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                Bearer one = all.get(i);
                Bearer other = all.get(j);
                if (decisions.part(one.iris(), other.iris()) || one.contradicts(other)) {
                    contradictions.get(i).set(j);
                    contradictions.get(j).set(i);
                }
            }
        }
    }

    /** Whether two of them cannot be one person. */
    boolean differ() {
        return contradictions.stream().anyMatch(row -> !row.isEmpty());
    }

    /** Whether they are known to be several people, or one of the spellings is. */
    boolean areSeveral() {
        return differ() || all.stream().anyMatch(Bearer::isSeveral);
    }

    /** A place with the number of the one who is printed there. */
    private record Printed(int bearer, Mention mention) {}

    /**
     * Groups of those who are one person, two or more each.
     *
     * @param common whether many people have this family name
     */
    List<List<Bearer>> groups(boolean common, Surroundings surroundings) {
        List<Integer> free =
                IntStream.range(0, all.size()).filter(this::isOne).boxed().toList();
        while (free.size() > 1) {
            Groups<Printed> places = places(free, common, surroundings);
            Map<Printed, Set<Integer>> present = new HashMap<>();
            for (int bearer : free) {
                printed(bearer)
                        .forEach(one -> present.computeIfAbsent(places.of(one), root -> new TreeSet<>())
                                .add(bearer));
            }
            // who is with others in some of their places only may be two people
            List<Integer> whole = free.stream()
                    .filter(bearer -> isWhole(bearer, places, present))
                    .toList();
            if (whole.size() == free.size()) {
                return present.values().stream()
                        .distinct()
                        .filter(group -> group.size() > 1)
                        .map(group -> group.stream().map(all::get).toList())
                        .toList();
            }
            free = whole;
        }
        return List.of();
    }

    /** Whether the spelling is of one person, as far as is known, and of those whom it suits no two differ. */
    private boolean isOne(int bearer) {
        BitSet suitable = new BitSet(all.size());
        suitable.set(0, all.size());
        suitable.andNot(contradictions.get(bearer));
        suitable.clear(bearer);
        return !all.get(bearer).isSeveral()
                && suitable.stream()
                        .noneMatch(other -> contradictions.get(other).intersects(suitable));
    }

    private boolean isWhole(int bearer, Groups<Printed> places, Map<Printed, Set<Integer>> present) {
        Set<Printed> groups = printed(bearer).stream().map(places::of).collect(Collectors.toSet());
        return groups.size() < 2
                || groups.stream()
                        .allMatch(group -> present.getOrDefault(group, Set.of()).size() == 1);
    }

    private List<Printed> printed(int bearer) {
        return all.get(bearer).mentions().stream()
                .map(mention -> new Printed(bearer, mention))
                .toList();
    }

    /** Groups of the places of one person. */
    private Groups<Printed> places(List<Integer> free, boolean common, Surroundings surroundings) {
        Groups<Printed> groups = new Groups<>();
        Map<Clue, Map<Integer, List<Printed>>> alike = new HashMap<>();
        for (int bearer : free) {
            List<Printed> own = printed(bearer);
            if (all.get(bearer).isDecided() || (all.get(bearer).isTelling() && !common)) {
                own.forEach(one -> groups.unite(one, own.getFirst()));
            }
            own.forEach(one -> surroundings
                    .clues(one.mention())
                    .forEach(clue -> alike.computeIfAbsent(clue, key -> new HashMap<>())
                            .computeIfAbsent(bearer, key -> new ArrayList<>())
                            .add(one)));
        }
        alike.forEach((clue, byBearer) -> {
            byBearer.values().forEach(own -> own.forEach(one -> groups.unite(one, own.getFirst())));
            unite(clue, byBearer, common, groups);
        });
        return groups;
    }

    private void unite(Clue clue, Map<Integer, List<Printed>> alike, boolean common, Groups<Printed> groups) {
        alike.forEach((one, places) -> alike.forEach((other, others) -> {
            boolean maySuit = one < other && !contradictions.get(one).get(other);
            // where many have the family name, both names have to say more than an initial
            if (maySuit && (clue.isProof() || !common || all.get(one).agreesWellWith(all.get(other)))) {
                groups.unite(places.getFirst(), others.getFirst());
            }
        }));
    }
}
