package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Pages.Letter;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Signposts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page of an index: its entries by their first letter. */
final class Directory {
    private static final String OTHER = "#";

    private final StructuredData structured;

    Directory(Places places) {
        this.structured = new StructuredData(places);
    }

    Document document(Edition edition, Blog blog, Named index, String explanation, List<Count> counts) {
        List<Letter> letters = letters(counts);
        List<Named> entries = letters.stream()
                .flatMap(letter -> letter.entries().stream())
                .map(count -> new Named(count.iri(), count.label()))
                .toList();
        Metadata metadata = new Metadata(
                List.of(), List.of(), structured.list(index.iri(), index.name(), explanation, entries), List.of(), "");
        List<Named> trail = List.of(new Named(Places.works(blog), "Cited works"));
        return new Document(
                        index.iri(),
                        false,
                        Places.page(index.iri()),
                        List.of(),
                        List.of(new Content.Page(links -> Pages.directory(
                                edition.frames()
                                        .frame(
                                                Optional.of(blog),
                                                index.name(),
                                                explanation,
                                                index.iri(),
                                                links,
                                                List.of(),
                                                trail)
                                        .with(metadata),
                                explanation,
                                letters))))
                .linking(Signposts.ofPage(index.iri(), "CollectionPage", blog));
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
