package dev.precis.sparql.site.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Finder;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.write.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a site of files is searched with, in the browser: a library, a script, and all summaries of a blog. */
public final class FinderFiles implements Service {
    private static final String SCRIPT = "finder/finder.js";
    private static final String SCRIPT_TYPE = "text/javascript; charset=utf-8";
    private static final WebJar LIBRARY = WebJar.of("lunr");

    private final Places places;
    private final Catalogue catalogue;

    public FinderFiles(Places places, Catalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    /** What the page of a blog's search is to load. */
    public static Finder finder(Places places, Blog blog) {
        return new Finder(places.finder(LIBRARY.version()), places.file(SCRIPT), Places.documents(blog));
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        if (places.answers()) {
            return Optional.empty();
        }
        if (iri.equals(places.finder(LIBRARY.version()))) {
            return Optional.of(new Response(
                    200, SCRIPT_TYPE, LIBRARY.bytes("lunr.min.js"), edition.since(), List.of(Answers.FOREVER)));
        }
        if (iri.equals(places.file(SCRIPT))) {
            byte[] script = StaticFiles.bytes(SCRIPT);
            return Optional.of(new Response(200, SCRIPT_TYPE, script, edition.since(), List.of(Answers.REVALIDATE)));
        }
        return edition.blogs().stream()
                .filter(blog -> iri.equals(Places.documents(blog)))
                .findFirst()
                .map(blog -> new Response(
                        200,
                        "application/json",
                        documents(Summaries.of(edition, catalogue, blog)),
                        edition.since(),
                        List.of(Answers.REVALIDATE)));
    }

    private byte[] documents(Summaries summaries) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Phrases phrases = Phrases.of(summaries.blog().language());
        summaries.cards().forEach(card -> document(all.addObject(), phrases, card));
        return JsonTree.lines(all);
    }

    private void document(ObjectNode document, Phrases phrases, Card card) {
        document.put("href", places.base().href(card.item().iri()));
        document.put("title", card.item().title());
        document.put("date", phrases.date(card.item().date().text()));
        for (Facet facet : Facet.values()) {
            ArrayNode values = document.putArray(facet.parameter());
            facet.choices(card).forEach(choice -> values.add(choice.value()));
        }
        document.put(
                "names",
                Stream.concat(card.topics().stream(), card.types().stream())
                        .map(named -> named.name())
                        .collect(Collectors.joining(" ")));
        document.put(
                "text",
                catalogue.summary(card.item().iri()).map(FinderFiles::text).orElse(""));
    }

    /** What the search of a server finds words in, too: what is summed up, what is advised, what is cited. */
    private static String text(Detail detail) {
        return Stream.of(
                        detail.body().stream(),
                        detail.advice().stream(),
                        detail.works().stream().map(Detail.Work::citation))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"));
    }
}
