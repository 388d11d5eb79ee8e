package dev.precis.sparql.entity;

import dev.precis.sparql.entity.Said.Pair;
import dev.precis.sparql.entity.Said.Speaker;
import dev.precis.sparql.entity.Said.Venue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What summaries print, in short: a work is its authors with a bar between, a name with an iD has it in brackets. */
final class Printed {
    static final String ROOT = "https://blog.example/";

    private final List<Said> said = new ArrayList<>();

    static Printed works(String... works) {
        Printed printed = new Printed();
        for (String work : works) {
            printed.and("w" + printed.said.size(), "author", work);
        }
        return printed;
    }

    /** What one summary prints as the authors or the editors of a work. */
    Printed and(String work, String part, String authors) {
        String[] names = authors.split("\\s*\\|\\s*", -1);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String name = names[i].replaceFirst("\\s*\\[.*", "");
            String orcid = names[i].contains("[") ? names[i].replaceFirst(".*\\[(.*)]", "$1") : "";
            mentions.add(Mention.of(ROOT + "works/" + work + "#" + part + "-" + (i + 1), person(name), name, orcid));
        }
        return add(mentions, Set.of(), List.of(), List.of(), List.of());
    }

    Printed writtenBy(String spoken) {
        return add(List.of(), Set.of(new Speaker(person(spoken), spoken)), List.of(), List.of(), List.of());
    }

    Printed same(String one, String other) {
        return add(List.of(), Set.of(), List.of(), List.of(new Pair(person(one), person(other))), List.of());
    }

    Printed different(String one, String other) {
        return add(List.of(), Set.of(), List.of(), List.of(), List.of(new Pair(person(one), person(other))));
    }

    Printed in(String venue, String... issns) {
        return add(List.of(), Set.of(), List.of(new Venue(venue(venue), venue, Set.of(issns))), List.of(), List.of());
    }

    Printed differentVenues(String one, String other) {
        return add(List.of(), Set.of(), List.of(), List.of(), List.of(new Pair(venue(one), venue(other))));
    }

    Printed sameVenues(String one, String other) {
        return add(List.of(), Set.of(), List.of(), List.of(new Pair(venue(one), venue(other))), List.of());
    }

    private Printed add(
            List<Mention> mentions, Set<Speaker> speakers, List<Venue> venues, List<Pair> same, List<Pair> different) {
        said.add(new Said(ROOT, mentions, speakers, venues, same, different));
        return this;
    }

    private static String person(String name) {
        return ROOT + "person/" + slug(name);
    }

    private static String venue(String name) {
        return ROOT + "venue/" + slug(name);
    }

    private static String slug(String name) {
        return name.replaceAll("[^\\p{L}]+", "-").replaceAll("-$", "");
    }

    List<Said> said() {
        return List.copyOf(said);
    }

    /** Such as {@code wampold-b > wampold-bruce}. */
    Set<String> people() {
        return told(joinedPeople()).collect(Collectors.toSet());
    }

    List<Join> joinedPeople() {
        return joined(said);
    }

    static List<Join> joined(List<Said> said) {
        People people = new People();
        said.forEach(people::add);
        return people.joins();
    }

    Set<String> venues() {
        return told(joinedVenues(said)).collect(Collectors.toSet());
    }

    static List<Join> joinedVenues(List<Said> said) {
        Journals journals = new Journals();
        said.forEach(journals::add);
        return journals.joins();
    }

    private static Stream<String> told(Collection<Join> joins) {
        return joins.stream().map(join -> last(join.iri()) + " > " + last(join.into()));
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
