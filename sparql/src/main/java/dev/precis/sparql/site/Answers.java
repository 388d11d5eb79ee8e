package dev.precis.sparql.site;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Departures.Departed;
import dev.precis.sparql.write.CsvRows;
import dev.precis.sparql.write.Inexpressible;
import dev.precis.sparql.write.feed.FeedFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was found, or that nothing was, into answers: status, header fields, body. */
public final class Answers {
    /** Asked about each time; a proxy may show what it has for a while when that takes long (RFC 5861 section 3). */
    public static final Header REVALIDATE = new Header("Cache-Control", "public, max-age=0, stale-while-revalidate=60");
    /** What is at such an address never changes (RFC 8246). */
    public static final Header FOREVER = new Header("Cache-Control", "public, max-age=31536000, immutable");
    /** Whatever it may be taken for, nothing in it runs. */
    public static final Header NOTHING_RUNS = new Header("Content-Security-Policy", "default-src 'none'; sandbox");

    public static final String TEXT = "text/plain; charset=utf-8";
    private static final Header BY_ACCEPT = new Header("Vary", "Accept");
    private static final Header SEE_OTHER_FOR = new Header("Cache-Control", "public, max-age=300");

    private final Places places;
    private final Catalogue catalogue;

    Answers(Places places, Catalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    /** A document in the representation that suits the client best. */
    Response of(Edition edition, Document document, Wanted wanted) {
        List<Representation> suitable = wanted.of(document.offered());
        Optional<FeedFormat> feed = wanted.feed(document.offered());
        if (feed.isPresent()) {
            Optional<Content.Followed> followed = document.followed();
            if (followed.isPresent()) {
                return feed(edition, document, followed.get(), feed.get());
            }
            if (suitable.contains(Representation.HTML)) {
                // of what has no feed: the page, in whose head a feed reader finds those of the blog
                suitable = List.of(Representation.HTML);
            }
        }
        return best(edition, document, suitable, wanted);
    }

    private Response best(Edition edition, Document document, List<Representation> suitable, Wanted wanted) {
        boolean named = wanted.named().isPresent();
        return suitable.stream()
                .findFirst()
                .map(representation -> document.thing() && !named
                        ? seeOther(edition, document.address(representation))
                        : represent(edition, document, representation, named))
                .orElseGet(() -> named
                        ? notFound(
                                edition,
                                document.iri()
                                        + wanted.named()
                                                .map(Representation::suffix)
                                                .orElse(""),
                                wanted)
                        : notAcceptable(edition, document));
    }

    private static Response feed(Edition edition, Document document, Content.Followed followed, FeedFormat format) {
        String address = followed.address().apply(format);
        return document.thing()
                ? seeOther(edition, address)
                : new Response(
                        200,
                        format.contentType(),
                        followed.feed().apply(format),
                        edition.since(),
                        List.of(REVALIDATE, BY_ACCEPT, new Header("Content-Location", address)));
    }

    /** That what is asked for is to be seen elsewhere; not for good, since it may be taken back. */
    static Response seeOther(Edition edition, String address) {
        return Response.of(
                303, TEXT, address + "\n", edition.since(), new Header("Location", address), BY_ACCEPT, SEE_OTHER_FOR);
    }

    /** That what had an address on an earlier site is here, for good. */
    static Response moved(Edition edition, String address) {
        return Response.of(301, TEXT, address + "\n", edition.since(), new Header("Location", address), SEE_OTHER_FOR);
    }

    private Response represent(Edition edition, Document document, Representation representation, boolean named) {
        List<Link> links = Signposts.of(document, representation);
        List<Header> headers = new ArrayList<>(List.of(REVALIDATE));
        headers.addAll(document.headers(representation));
        if (!named) {
            headers.add(BY_ACCEPT);
            headers.add(new Header("Content-Location", document.address(representation)));
        }
        links.forEach(link -> headers.add(new Header("Link", field(link))));
        Instant modified = catalogue.modified(document.iri()).orElseGet(edition::since);
        Optional<Content.Rows> table = document.longTable().filter(representation::writes);
        if (table.isPresent()) {
            return edition.written(
                    document.iri(),
                    representation.contentType(),
                    out -> CsvRows.write(table.get().columns(), table.get().rows(), out),
                    modified,
                    headers);
        }
        try {
            byte[] body = document.write(representation, links, places.context());
            return new Response(200, representation.contentType(), body, modified, headers);
        } catch (Inexpressible notInThisForm) {
            return Response.of(406, TEXT, notInThisForm.getMessage() + "\n", edition.since(), BY_ACCEPT);
        }
    }

    /** RFC 8288 section 3. */
    private static String field(Link link) {
        String type = link.type().isEmpty() ? "" : "; type=\"%s\"".formatted(link.type());
        return "<%s>; rel=\"%s\"%s".formatted(link.href(), link.rel(), type);
    }

    private static Response notAcceptable(Edition edition, Document document) {
        StringBuilder offers = new StringBuilder("None of the accepted types is offered here, only these:\n");
        document.offered().forEach(offered -> offer(offers, offered.mediaType(), document.address(offered)));
        document.followed()
                .ifPresent(followed -> Wanted.FEEDS.forEach(format ->
                        offer(offers, format.mediaType(), followed.address().apply(format))));
        return Response.of(406, TEXT, offers.toString(), edition.since(), BY_ACCEPT);
    }

    private static void offer(StringBuilder offers, String mediaType, String address) {
        offers.append(mediaType).append(' ').append(address).append('\n');
    }

    /** The address of a blog without its last slash. */
    Optional<Response> folder(Edition edition, String iri) {
        boolean root = edition.blogs().stream().anyMatch(blog -> blog.root().equals(iri + "/"));
        return root
                ? Optional.of(Response.of(
                        308, TEXT, iri + "/\n", edition.since(), new Header("Location", iri + "/"), SEE_OTHER_FOR))
                : Optional.empty();
    }

    /** That something is not here any more (RFC 9110 section 15.5.11), or what stands for it now (15.4.9). */
    Response departed(Edition edition, Departed departed, Wanted wanted) {
        Optional<String> successor = departed.successor();
        if (successor.isPresent()) {
            String target =
                    successor.get() + wanted.named().map(Representation::suffix).orElse("");
            return Response.of(
                    308, TEXT, target + "\n", edition.since(), new Header("Location", target), SEE_OTHER_FOR);
        }
        Document document = Document.of(
                departed.iri(),
                false,
                departed.iri(),
                links -> Pages.gone(
                        edition.frames()
                                .frame(
                                        edition.blogOf(departed.iri()),
                                        says(edition, departed.iri(), "title.gone"),
                                        "",
                                        departed.iri(),
                                        links),
                        departed.instant(),
                        departed.reason()),
                departed::graph);
        Response found = of(edition, document, wanted);
        return found.status() == 200 ? found.as(410) : found;
    }

    private static String says(Edition edition, String iri, String key) {
        return Phrases.of(edition.blogOf(iri).map(Blog::language).orElse("")).say(key);
    }

    /** Of any address: it is known by none, and names none. */
    Response missing(Edition edition) {
        String root = places.base().iri();
        Frame frame =
                edition.frames().frame(edition.blogOf(root), says(edition, root, "title.not-found"), "", "", List.of());
        String page = Pages.notFound(frame, places.base().path() + "…");
        return Response.of(404, Representation.HTML.contentType(), page, edition.since());
    }

    Response notFound(Edition edition, String iri, Wanted wanted) {
        String path = "/" + places.base().local(iri);
        if (wanted.prefersPages()) {
            String page = Pages.notFound(
                    edition.frames()
                            .frame(edition.blogOf(iri), says(edition, iri, "title.not-found"), "", iri, List.of()),
                    path);
            return Response.of(404, Representation.HTML.contentType(), page, edition.since(), BY_ACCEPT);
        }
        return Response.of(404, TEXT, "There is nothing at " + path + "\n", edition.since(), BY_ACCEPT);
    }
}
