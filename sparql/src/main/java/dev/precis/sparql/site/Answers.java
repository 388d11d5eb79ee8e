package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.write.Inexpressible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was found, or that nothing was, into answers: status, header fields, body. */
final class Answers {
    static final Header REVALIDATE = new Header("Cache-Control", "no-cache");
    static final String TEXT = "text/plain; charset=utf-8";
    private static final Header BY_ACCEPT = new Header("Vary", "Accept");
    private static final Header SEE_OTHER_FOR = new Header("Cache-Control", "public, max-age=300");

    private final Base base;
    private final Frames frames;

    Answers(Base base) {
        this.base = base;
        this.frames = new Frames(base);
    }

    /** A document in the representation that suits the client best. */
    Response of(Edition edition, Document document, Wanted wanted) {
        List<Representation> offered = document.offered();
        boolean named = wanted.named().isPresent();
        return wanted.of(offered).stream()
                .findFirst()
                .map(representation -> document.thing() && !named
                        ? seeOther(edition, document, representation)
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

    private static Response seeOther(Edition edition, Document document, Representation representation) {
        String address = document.address(representation);
        return Response.of(
                303, TEXT, address + "\n", edition.since(), new Header("Location", address), BY_ACCEPT, SEE_OTHER_FOR);
    }

    private Response represent(Edition edition, Document document, Representation representation, boolean named) {
        List<Link> links = Signposts.of(document, representation);
        byte[] body;
        try {
            body = document.write(representation, links, base.iri());
        } catch (Inexpressible notInThisForm) {
            return Response.of(406, TEXT, notInThisForm.getMessage() + "\n", edition.since(), BY_ACCEPT);
        }
        List<Header> headers = new ArrayList<>(List.of(REVALIDATE));
        headers.addAll(document.headers(representation));
        if (!named) {
            headers.add(BY_ACCEPT);
            headers.add(new Header("Content-Location", document.address(representation)));
        }
        links.forEach(link -> headers.add(new Header("Link", field(link))));
        return new Response(200, representation.contentType(), body, edition.since(), headers);
    }

    /** RFC 8288 section 3. */
    private static String field(Link link) {
        String type = link.type().isEmpty() ? "" : "; type=\"%s\"".formatted(link.type());
        return "<%s>; rel=\"%s\"%s".formatted(link.href(), link.rel(), type);
    }

    private static Response notAcceptable(Edition edition, Document document) {
        StringBuilder offers = new StringBuilder("None of the accepted types is offered here, only these:\n");
        document.offered()
                .forEach(offered -> offers.append(offered.mediaType())
                        .append(' ')
                        .append(document.address(offered))
                        .append('\n'));
        return Response.of(406, TEXT, offers.toString(), edition.since(), BY_ACCEPT);
    }

    /** The address of a blog without its last slash. */
    Optional<Response> folder(Edition edition, String iri) {
        boolean root = edition.blogs().stream().anyMatch(blog -> blog.root().equals(iri + "/"));
        return root
                ? Optional.of(Response.of(
                        308, TEXT, iri + "/\n", edition.since(), new Header("Location", iri + "/"), SEE_OTHER_FOR))
                : Optional.empty();
    }

    Response notFound(Edition edition, String iri, Wanted wanted) {
        String path = "/" + base.local(iri);
        if (wanted.prefersPages()) {
            String page = Pages.notFound(frames.frame(edition.blogOf(iri), "Not found", "", iri, List.of()), path);
            return Response.of(404, Representation.HTML.contentType(), page, edition.since(), BY_ACCEPT);
        }
        return Response.of(404, TEXT, "There is nothing at " + path + "\n", edition.since(), BY_ACCEPT);
    }
}
