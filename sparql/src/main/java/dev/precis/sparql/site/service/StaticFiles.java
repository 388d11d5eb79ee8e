package dev.precis.sparql.site.service;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is the same whatever the store holds: the style sheet, the JSON-LD context, the rules for robots. */
public final class StaticFiles implements Service {
    private static final Header FOR_A_DAY = new Header("Cache-Control", "public, max-age=86400");

    private enum File {
        STYLE("site.css", "text/css; charset=utf-8", Answers.REVALIDATE),
        ICON("icon.svg", "image/svg+xml", FOR_A_DAY),
        CARD("card.png", "image/png", FOR_A_DAY);

        private final String name;
        private final String type;
        private final Header caching;

        File(String name, String type, Header caching) {
            this.name = name;
            this.type = type;
            this.caching = caching;
        }
    }

    private final Places places;

    public StaticFiles(Places places) {
        this.places = places;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        Instant since = edition.since();
        String iri = address.iri();
        if (iri.equals(places.context())) {
            String type = Representation.JSON_LD.contentType();
            return Optional.of(Response.of(200, type, Ontology.context(), since, FOR_A_DAY));
        }
        if (iri.equals(places.robots())) {
            return Optional.of(Response.of(200, Answers.TEXT, robots(), since, FOR_A_DAY));
        }
        return Stream.of(File.values())
                .filter(file -> iri.equals(places.file(file.name)))
                .findFirst()
                .map(file -> new Response(200, file.type, bytes(file.name), since, List.of(file.caching)));
    }

    private String robots() {
        Base base = places.base();
        // an endpoint elsewhere has rules of its own
        String rules =
                places.answers() ? text("robots.txt") : text("robots.txt").replaceAll("(?m)^.*\\{endpoint}.*\n", "");
        return rules.replace("{base}", base.path())
                .replace("{search}", Places.SEARCH)
                .replace("{endpoint}", base.href(places.endpoint()))
                .replace("{api}", base.href(places.api()))
                .replace("{sitemap}", places.sitemap());
    }

    /** One of the files beside this class, in the folder {@code static}. */
    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(StaticFiles.class.getResourceAsStream("static/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
