package dev.precis.sparql.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up what somebody typed, phrase by phrase and several at once.
 *
 * @param properties those of the texts
 * @param concepts what graphs are about
 * @param weighed whether it is to be told what a hit weighs, which takes longer
 */
record Lookup(TextSearch texts, Collection<TextProperty> properties, Set<String> concepts, boolean weighed) {
    /** Whoever seeks the name of a concept means what is about it, whether or not its text has the words. */
    private static final Set<TextProperty> NAMES = Set.of(TextProperty.LABEL);
    /** So many words in a row may be the name of a concept. */
    private static final int LONGEST_NAME = 6;
    /** To be about a concept whose whole name was typed counts as much for each word as to have it in a title. */
    private static final float CALLED = 24;
    /** Among more phrases, which nobody types, no names and pairs are sought. */
    private static final int MOST_PHRASES = 64;

    /** One phrase. */
    Said said(Phrase phrase, int place) {
        return weighed
                ? new Said(place, place, texts.weighGraphs(phrase, properties), texts.weighSubjects(phrase, NAMES))
                : new Said(
                        place,
                        place,
                        constant(texts.graphs(phrase, properties), 0),
                        constant(texts.subjects(phrase, NAMES), 0));
    }

    /** Phrases that follow one another and are together the name of a concept, or one word. */
    List<Said> together(List<Phrase> phrases, List<Phrase> telling) {
        List<Said> together = new ArrayList<>();
        for (int from = 0; from < phrases.size() && phrases.size() <= MOST_PHRASES; from++) {
            for (int to = from; to < Math.min(phrases.size(), from + LONGEST_NAME); to++) {
                together.add(called(phrases.subList(from, to + 1), from, to));
            }
            if (from + 1 < phrases.size()) {
                boolean both = telling.containsAll(phrases.subList(from, from + 2));
                int first = from;
                phrases.get(from)
                        .with(phrases.get(from + 1))
                        .map(pair -> pair(pair, first, both))
                        .ifPresent(together::add);
            }
        }
        together.removeIf(said -> !said.isAnywhere());
        return together;
    }

    private Said called(List<Phrase> phrases, int from, int to) {
        Set<String> called = new HashSet<>();
        // whoever puts words in quotation marks seeks these words
        if (phrases.stream().allMatch(Phrase::cutShort)) {
            called.addAll(texts.called(phrases.stream().map(Phrase::typed).collect(Collectors.joining(" "))));
            called.retainAll(concepts);
        }
        return new Said(from, to, Map.of(), constant(called, CALLED * phrases.size()));
    }

    private Said pair(Phrase pair, int from, boolean telling) {
        return new Said(
                from,
                from + 1,
                weighed && telling ? texts.weighGraphs(pair, properties) : constant(texts.graphs(pair, properties), 0),
                Map.of());
    }

    /** The names of concepts that were called by one. */
    List<Synonym> synonyms(List<Said> together) {
        return together.stream()
                .flatMap(said -> said.concepts().keySet().stream())
                .distinct()
                .flatMap(this::synonyms)
                .toList();
    }

    private Stream<Synonym> synonyms(String concept) {
        return texts.names(concept).stream()
                .map(Phrase::inAnyForm)
                .filter(name -> !name.isEmpty())
                .map(name -> new Synonym(concept, name, weighed ? texts.weighGraphs(name, properties) : Map.of()));
    }

    /**
     * Another name of a concept that was called by one: it finds nothing more, but weighs what is about the concept.
     */
    record Synonym(String concept, Phrase name, Map<String, Float> graphs) {}

    private static Map<String, Float> constant(Set<String> found, float weight) {
        return found.stream().collect(Collectors.toMap(Function.identity(), one -> weight));
    }
}
