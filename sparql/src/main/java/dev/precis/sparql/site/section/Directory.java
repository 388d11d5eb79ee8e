package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Pages.Letter;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The page of an index: its entries by their first letter. */
final class Directory {
    private static final String OTHER = "#";
    /** So many names are on a page. */
    private static final int SIZE = 500;

    private Directory() {}

    /** @param index its address and its title */
    static Document of(
            Edition edition,
            Places places,
            Blog blog,
            Named index,
            String explanation,
            List<Count> counts,
            Address address) {
        List<Count> sorted = counts.stream()
                .sorted(Comparator.comparing((Count count) -> References.fold(count.label()))
                        .thenComparing(Count::iri))
                .toList();
        Part<Count> part = Part.of(sorted, address, index.iri(), SIZE);
        return new ListPage(edition, places, blog, index)
                .described(explanation)
                .below(new Named(Places.works(blog), Phrases.of(blog.language()).say("studies")))
                .of(part.shown().stream()
                        .map(count -> new Named(count.iri(), count.label()))
                        .toList())
                .part(part.paging())
                .document(frame -> Pages.directory(
                        frame, explanation, where(sorted, index), letters(part.shown()), part.paging()));
    }

    /** On which page of several each letter begins. */
    private static List<Named> where(List<Count> sorted, Named index) {
        if (sorted.size() <= SIZE) {
            return List.of();
        }
        Map<String, Integer> first = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            first.putIfAbsent(letter(sorted.get(i).label()), i);
        }
        return first.entrySet().stream()
                .map(letter -> new Named(
                        Places.page(index.iri(), Selection.ALL, letter.getValue() / SIZE + 1), letter.getKey()))
                .toList();
    }

    private static List<Letter> letters(List<Count> counts) {
        Map<String, List<Count>> letters = new TreeMap<>();
        counts.forEach(count -> letters.computeIfAbsent(letter(count.label()), letter -> new ArrayList<>())
                .add(count));
        return letters.entrySet().stream()
                .map(letter -> new Letter(letter.getKey(), letter.getValue()))
                .toList();
    }

    private static String letter(String label) {
        String folded = References.fold(label);
        int first = folded.isEmpty() ? '#' : folded.codePointAt(0);
        return Character.isLetter(first) ? Character.toString(first).toUpperCase(Locale.ROOT) : OTHER;
    }
}
