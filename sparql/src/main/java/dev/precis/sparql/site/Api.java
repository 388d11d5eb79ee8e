package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.CompetencyQueries;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about the answers at {@code /api}: the description for programs, and the way to the page for
 * people. The answers themselves are none of the site's.
 */
final class Api implements Service {
    private static final String PATH = CompetencyQueries.PATH;
    private static final String TYPE = "application/json";

    private final Base base;
    private final CompetencyQueries queries;

    Api(Base base, CompetencyQueries queries) {
        this.base = base;
        this.queries = queries;
    }

    /** The relations to what describes the service (RFC 8631 section 4). */
    static List<Link> links(Base base) {
        return List.of(
                new Link("service-desc", base.iri() + CompetencyQueries.DESCRIPTION, TYPE, "OpenAPI"),
                new Link("service-doc", base.iri() + OwnPages.QUERIES, Representation.HTML.mediaType(), ""));
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String path = base.holds(address.iri()) ? base.local(address.iri()) : "";
        if (path.equals(CompetencyQueries.DESCRIPTION)) {
            byte[] description = OpenApi.write(queries, base);
            return Optional.of(new Response(200, TYPE, description, edition.since(), List.of(Answers.REVALIDATE)));
        }
        if (PATH.equals(path) || PATH.equals(path + "/")) {
            return Optional.of(seeOther(edition, ""));
        }
        return path.startsWith(PATH)
                ? queries.find(path.substring(PATH.length())).map(query -> seeOther(edition, "#" + query.name()))
                : Optional.empty();
    }

    private Response seeOther(Edition edition, String place) {
        String address = base.iri() + OwnPages.QUERIES + place;
        return Response.of(303, Answers.TEXT, address + "\n", edition.since(), new Header("Location", address));
    }
}
