package dev.precis.sparql.site.service;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The scripts and styles of the query editor: ours, and those of the library that it is made with. */
public final class EditorFiles implements Service {
    /**
     * The one page with scripts may run those of this site, and no others: no inline script, no inline style, nothing
     * from elsewhere (www.w3.org/TR/CSP3).
     */
    public static final Header POLICY = new Header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    private static final WebJar LIBRARY = WebJar.of("zazuko__yasqe");
    private static final String TERMS = "terms.json";

    private static final Set<String> OF_THE_LIBRARY =
            Set.of("yasqe.min.js", "yasqe.min.css", "yasqe.min.js.LICENSE.txt");
    private static final Set<String> OURS = Set.of(
            "editor.js",
            "writing.js",
            "kept.js",
            "completion.js",
            "results.js",
            "table.js",
            "chart.js",
            "drawing.js",
            "element.js",
            "editor.css",
            "licences.txt");

    private final Places places;

    public EditorFiles(Places places) {
        this.places = places;
    }

    /** Where the library is found. */
    public static String library(Places places) {
        return places.library(LIBRARY.version());
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        Instant since = edition.since();
        if (address.iri().equals(places.editorFile(TERMS))) {
            byte[] terms = CompletionTerms.json(Ontology.context());
            return Optional.of(new Response(200, "application/json", terms, since, List.of(Answers.REVALIDATE)));
        }
        return one(OURS, address, places::editorFile)
                .map(file -> file(file, StaticFiles.bytes("editor/" + file), since, Answers.REVALIDATE))
                .or(() -> one(OF_THE_LIBRARY, address, file -> library(places) + file)
                        .map(file -> file(file, LIBRARY.bytes("build/" + file), since, Answers.FOREVER)));
    }

    private static Optional<String> one(Set<String> files, Address address, UnaryOperator<String> place) {
        return files.stream()
                .filter(file -> address.iri().equals(place.apply(file)))
                .findFirst();
    }

    private static Response file(String name, byte[] content, Instant since, Header caching) {
        String type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/plain";
        return new Response(200, type + "; charset=utf-8", content, since, List.of(caching));
    }
}
