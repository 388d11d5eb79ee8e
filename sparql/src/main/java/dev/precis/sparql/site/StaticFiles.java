package dev.precis.sparql.site;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.page.Base;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is the same whatever the store holds: the style sheet, the JSON-LD context, the rules for robots. */
final class StaticFiles implements Service {
    static final String CONTEXT = "context/v1.jsonld";
    private static final Header FOR_A_DAY = new Header("Cache-Control", "public, max-age=86400");

    private final Base base;

    StaticFiles(Base base) {
        this.base = base;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return base.holds(address.iri()) ? get(base.local(address.iri()), edition.since()) : Optional.empty();
    }

    private Optional<Response> get(String path, Instant since) {
        return switch (path) {
            case CONTEXT ->
                Optional.of(
                        Response.of(200, Representation.JSON_LD.contentType(), Ontology.context(), since, FOR_A_DAY));
            case "static/site.css" ->
                Optional.of(Response.of(200, "text/css; charset=utf-8", text("site.css"), since, Answers.REVALIDATE));
            case "static/icon.svg" ->
                Optional.of(Response.of(200, "image/svg+xml", text("icon.svg"), since, FOR_A_DAY));
            case "static/card.png" ->
                Optional.of(new Response(200, "image/png", bytes("card.png"), since, List.of(FOR_A_DAY)));
            case "robots.txt" ->
                Optional.of(Response.of(
                        200,
                        "text/plain; charset=utf-8",
                        text("robots.txt")
                                .replace("{base}", base.path())
                                .replace("{sitemap}", base.iri() + Sitemap.FILE),
                        since,
                        FOR_A_DAY));
            default -> Optional.empty();
        };
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
