package dev.precis.sparql.site;

import dev.precis.sparql.feed.FeedFormat;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Catalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;

/** Everything that is served, but the answers to SPARQL: each path in each representation, rendered once a version. */
public final class Site {
    static final Header REVALIDATE = new Header("Cache-Control", "no-cache");
    private static final Header BY_ACCEPT = new Header("Vary", "Accept");
    private static final Header SEE_OTHER_FOR = new Header("Cache-Control", "public, max-age=300");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String DIGEST = "[0-9a-f]{64}";
    private static final List<Representation> ALL = List.of(Representation.values());

    private final Base base;
    private final Catalogue catalogue;
    private final Supplier<String> version;
    private final Function<String, Optional<String>> snapshots;
    private final InstantSource clock;
    private final Documents documents;
    private final OwnPages ownPages;
    private final Feeds feeds;
    private final StaticFiles files;
    private Edition edition;

    /**
     * @param dataset its default graph is the union of the named graphs
     * @param version changes whenever the content of the dataset does
     * @param base the IRI that the names in the dataset begin with
     * @param snapshots the text of a page as it was read, by digest
     */
    public Site(
            DatasetGraph dataset,
            Supplier<String> version,
            String base,
            Function<String, Optional<String>> snapshots,
            InstantSource clock) {
        this.base = new Base(base);
        this.catalogue = new Catalogue(dataset);
        this.version = version;
        this.snapshots = snapshots;
        this.clock = clock;
        this.documents = new Documents(catalogue, this.base);
        this.ownPages = new OwnPages(this.base);
        this.feeds = new Feeds(catalogue);
        this.files = new StaticFiles(this.base);
        this.edition = new Edition(version.get(), now(), catalogue.blogs());
    }

    /** The path of the base IRI: what the path of every page begins with. */
    public String basePath() {
        return base.path();
    }

    /** The address of the SPARQL endpoint. */
    public String endpoint() {
        return base.iri() + OwnPages.SPARQL;
    }

    /**
     * The answer to a GET.
     *
     * @param path what follows the base, such as {@code summary/2020-09/slug.ttl}, not decoded
     * @param accept the Accept field; empty if there is none
     */
    public Response get(String path, String accept) {
        Edition current = edition();
        Optional<Representation> named = ALL.stream()
                .filter(representation -> path.endsWith(representation.suffix()))
                .findFirst();
        List<Representation> wanted =
                named.map(List::of).orElseGet(() -> Negotiation.acceptable(accept, ALL, Representation::mediaType));
        String key = wanted + " " + path;
        return current.cached(key).orElseGet(() -> {
            Response response = catalogue.atOnce(() -> answer(current, path, named, wanted));
            if (response.status() == 200) {
                current.keep(key, response);
            }
            return response;
        });
    }

    private synchronized Edition edition() {
        String now = version.get();
        if (!edition.version().equals(now)) {
            // RFC 9110 section 8.8.2.2: two versions within one second must not look alike
            Instant after = edition.since().plusSeconds(1);
            edition = new Edition(now, now().isAfter(after) ? now() : after, catalogue.blogs());
        }
        return edition;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Response answer(Edition current, String path, Optional<Representation> named, List<Representation> wanted) {
        String iri = base.iri() + path;
        return files.get(path, current.since())
                .or(() -> feed(current, iri))
                .or(() -> snapshot(current, iri))
                .or(() -> document(current, iri, named, wanted))
                .or(() -> folder(current, iri))
                .orElseGet(() -> notFound(current, path, wanted));
    }

    private Optional<Response> feed(Edition current, String iri) {
        return Feeds.format(iri)
                .flatMap(format -> current.blogOf(iri)
                        .flatMap(blog -> feeds.feed(blog, iri))
                        .map(feed -> new Response(
                                200,
                                contentType(format),
                                format.write(feed, iri),
                                current.since(),
                                List.of(REVALIDATE))));
    }

    private static String contentType(FeedFormat format) {
        // JSON is always UTF-8 (RFC 8259 section 8.1) and its media types know no charset
        return format.mediaType() + (format.mediaType().endsWith("json") ? "" : "; charset=utf-8");
    }

    private Optional<Response> snapshot(Edition current, String iri) {
        String digest = iri.substring(iri.lastIndexOf('/') + 1);
        String folder = iri.substring(0, iri.length() - digest.length());
        boolean ours = digest.matches(DIGEST)
                && folder.equals(current.blogOf(iri).map(blog -> blog.root()).orElse(base.iri()) + "snapshot/");
        return ours
                ? snapshots.apply(digest).map(text -> Response.of(200, TEXT, text, current.since(), REVALIDATE))
                : Optional.empty();
    }

    private Optional<Response> document(
            Edition current, String iri, Optional<Representation> named, List<Representation> wanted) {
        String resource = named.map(Representation::suffix)
                .map(suffix -> iri.substring(0, iri.length() - suffix.length()))
                .orElse(iri);
        return ownPages.find(current, resource)
                .or(() -> documents.find(current, resource))
                .map(document -> wanted.stream()
                        .filter(document.offered()::contains)
                        .findFirst()
                        .map(representation -> document.thing() && named.isEmpty()
                                ? seeOther(current, document, representation)
                                : represent(current, document, representation, named.isPresent()))
                        .orElseGet(() -> named.isPresent()
                                ? notFound(current, base.local(iri), wanted)
                                : notAcceptable(current, document)));
    }

    private static Response seeOther(Edition current, Document document, Representation representation) {
        String address = document.address(representation);
        return Response.of(
                303, TEXT, address + "\n", current.since(), new Header("Location", address), BY_ACCEPT, SEE_OTHER_FOR);
    }

    private Response represent(Edition current, Document document, Representation representation, boolean named) {
        List<Link> alternates = document.offered().stream()
                .filter(other -> other != representation)
                .map(other -> new Link("alternate", document.address(other), other.mediaType(), other.label()))
                .toList();
        byte[] body = switch (representation) {
            case HTML -> document.html().apply(alternates).getBytes(StandardCharsets.UTF_8);
            case TURTLE -> Turtle.write(document.graph().get(), document.iri());
            case JSON_LD -> JsonLdDocument.write(document.graph().get(), base.iri() + StaticFiles.CONTEXT);
        };
        List<Header> headers = new ArrayList<>(List.of(REVALIDATE));
        if (!named) {
            headers.add(BY_ACCEPT);
            headers.add(new Header("Content-Location", document.address(representation)));
        }
        alternates.forEach(link -> headers.add(
                new Header("Link", "<%s>; rel=\"%s\"; type=\"%s\"".formatted(link.href(), link.rel(), link.type()))));
        return new Response(200, representation.contentType(), body, current.since(), headers);
    }

    private static Response notAcceptable(Edition current, Document document) {
        StringBuilder offers = new StringBuilder("None of the accepted types is offered here, only these:\n");
        document.offered()
                .forEach(offered -> offers.append(offered.mediaType())
                        .append(' ')
                        .append(document.address(offered))
                        .append('\n'));
        return Response.of(406, TEXT, offers.toString(), current.since(), BY_ACCEPT);
    }

    /** The address of a folder without its last slash. */
    private Optional<Response> folder(Edition current, String iri) {
        boolean root = current.blogs().stream().anyMatch(blog -> blog.root().equals(iri + "/"));
        return root
                ? Optional.of(Response.of(
                        308, TEXT, iri + "/\n", current.since(), new Header("Location", iri + "/"), SEE_OTHER_FOR))
                : Optional.empty();
    }

    private Response notFound(Edition current, String path, List<Representation> wanted) {
        if (!wanted.isEmpty() && wanted.getFirst() == Representation.HTML) {
            String page = Pages.notFound(ownPages.frame(current, base.iri() + path, "Not found"), "/" + path);
            return Response.of(404, Representation.HTML.contentType(), page, current.since(), BY_ACCEPT);
        }
        return Response.of(404, TEXT, "There is nothing at /" + path + "\n", current.since(), BY_ACCEPT);
    }
}
