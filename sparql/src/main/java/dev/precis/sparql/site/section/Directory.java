package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Pages.Letter;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
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

    private Directory() {}

    /** @param index its address and its title */
    static Document of(Edition edition, Places places, Blog blog, Named index, String explanation, List<Count> counts) {
        List<Letter> letters = letters(counts);
        return new ListPage(edition, places, blog, index)
                .described(explanation)
                .below(new Named(Places.works(blog), "Cited works"))
                .of(letters.stream()
                        .flatMap(letter -> letter.entries().stream())
                        .map(count -> new Named(count.iri(), count.label()))
                        .toList())
                .document(frame -> Pages.directory(frame, explanation, letters));
    }

    private static List<Letter> letters(List<Count> counts) {
        Map<String, List<Count>> letters = new TreeMap<>();
        counts.stream()
                .sorted(Comparator.comparing((Count count) -> References.fold(count.label()))
                        .thenComparing(Count::iri))
                .forEach(count -> letters.computeIfAbsent(letter(count.label()), letter -> new ArrayList<>())
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
