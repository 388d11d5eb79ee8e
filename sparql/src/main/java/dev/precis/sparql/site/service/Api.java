package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about the answers at {@code /api}: the description for programs, and the way to the page for
 * people. The answers themselves are none of the site's.
 */
public final class Api implements Service {
    private static final String TYPE = "application/json";

    private final Places places;
    private final CompetencyQueries queries;

    public Api(Places places, CompetencyQueries queries) {
        this.places = places;
        this.queries = queries;
    }

    /** The relations to what describes the service (RFC 8631 section 4). */
    public static List<Link> links(Places places) {
        return List.of(
                new Link("service-desc", places.apiDescription(), TYPE, "OpenAPI"),
                new Link("service-doc", places.questions(), Representation.HTML.mediaType(), ""));
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        if (iri.equals(places.apiDescription())) {
            byte[] description = OpenApi.write(queries, places);
            return Optional.of(new Response(200, TYPE, description, edition.since(), List.of(Answers.REVALIDATE)));
        }
        if (places.api().equals(iri) || places.api().equals(iri + "/")) {
            return Optional.of(seeOther(edition, places.questions()));
        }
        return IriTemplate.QUESTION
                .read(places.base().iri(), iri)
                .flatMap(parts -> queries.find(parts.getFirst()))
                .map(query -> seeOther(edition, places.question(query.name())));
    }

    private static Response seeOther(Edition edition, String address) {
        return Response.of(303, Answers.TEXT, address + "\n", edition.since(), new Header("Location", address));
    }
}
