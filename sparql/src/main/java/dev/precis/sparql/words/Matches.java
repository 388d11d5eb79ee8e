package dev.precis.sparql.words;

import dev.precis.sparql.words.Lookup.Synonym;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What words match, of graphs that are about concepts. A graph matches if it has each of the words: in its texts, in
 * the name of a concept that it is about, or in a synonym of one that was typed whole.
 */
public final class Matches {
    // one for each phrase that must be there
    private final List<Said> wanted;
    // of several phrases at once
    private final List<Said> together;
    private final List<Synonym> synonyms;

    private Matches(List<Said> wanted, List<Said> together, List<Synonym> synonyms) {
        this.wanted = wanted;
        this.together = together;
        this.synonyms = synonyms;
    }

    /**
     * Looks words up.
     *
     * @param properties those of the texts
     * @param concepts what graphs are about
     * @param weighed whether it will be asked what they weigh, which takes longer to find out
     */
    public static Matches of(
            TextSearch texts, Words words, Collection<TextProperty> properties, Set<String> concepts, boolean weighed) {
        Lookup lookup = new Lookup(texts, properties, concepts, weighed);
        List<Phrase> phrases = words.phrases();
        List<Phrase> telling = texts.telling(phrases);
        List<Said> wanted = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            if (telling.contains(phrases.get(i))) {
                wanted.add(lookup.said(phrases.get(i), i));
            }
        }
        List<Said> together = lookup.together(phrases, telling);
        return new Matches(wanted, together, lookup.synonyms(together));
    }

    /** Whether a graph has all of the words. */
    public boolean has(String graph, Collection<String> about) {
        return wanted.stream().allMatch(phrase -> has(phrase, graph, about));
    }

    private boolean has(Said phrase, String graph, Collection<String> about) {
        return phrase.isOf(graph, about)
                || together.stream().anyMatch(said -> said.covers(phrase) && said.isOf(graph, about));
    }

    /** Whether a graph has more than half of the words. */
    public boolean hasMost(String graph, Collection<String> about) {
        long had = wanted.stream().filter(phrase -> has(phrase, graph, about)).count();
        return had * 2 > wanted.size();
    }

    /** How much of what a graph says, and is about, the words are. */
    public double weight(String graph, Collection<String> about) {
        return all().mapToDouble(said -> said.weight(graph, about)).sum()
                + synonyms.stream()
                        .filter(synonym -> about.contains(synonym.concept()))
                        .mapToDouble(synonym -> synonym.graphs().getOrDefault(graph, 0f))
                        .map(weight -> weight / (weight + 1)) // among equals alone
                        .max()
                        .orElse(0);
    }

    /** The other names of those of some concepts that were called by one. */
    public List<Phrase> synonyms(Collection<String> about) {
        return synonyms.stream()
                .filter(synonym -> about.contains(synonym.concept()))
                .map(Synonym::name)
                .toList();
    }

    /** Whether a concept is meant by some of the words. */
    public boolean isNamed(String concept) {
        return all().anyMatch(said -> said.concepts().containsKey(concept));
    }

    /** Whether anything has them. */
    public boolean isAny() {
        return all().anyMatch(Said::isAnywhere);
    }

    private Stream<Said> all() {
        return Stream.of(wanted, together).flatMap(List::stream);
    }
}
