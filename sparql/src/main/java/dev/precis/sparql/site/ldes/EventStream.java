package dev.precis.sparql.site.ldes;

import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Modifications;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.write.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/**
 * The changes of all summaries as a <a href="https://w3id.org/ldes/specification">Linked Data Event Stream</a>, in
 * N-Quads: a root that tells which page has the events of which time, and the pages. Of each summary there is the last
 * event. A member's statements stand in a graph of its name; one of what was taken out has none.
 */
public final class EventStream implements Service {
    /** Events of a page. */
    public static final int MOST = 50;

    private final Catalogue catalogue;
    private final Places places;
    private final int most;

    /** @param most events of a page */
    public EventStream(Catalogue catalogue, Places places, int most) {
        this.catalogue = catalogue;
        this.places = places;
        this.most = most;
    }

    /** All pages there are. */
    private record Fragments(List<Fragment> all) {}

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        if (!address.iri().startsWith(places.changes())) {
            return Optional.empty();
        }
        List<Fragment> fragments = edition.once(
                        Fragments.class,
                        () -> new Fragments(Fragment.of(Modifications.events(edition, catalogue), most)))
                .all();
        StreamTerms terms = new StreamTerms(places);
        if (address.iri().equals(places.changes())) {
            return Optional.of(answer(edition, NQuads.triples(terms.root(fragments))));
        }
        return fragments.stream()
                .filter(fragment ->
                        places.changes(fragment.month(), fragment.part()).equals(address.iri()))
                .findFirst()
                .map(fragment -> answer(edition, page(terms, fragment)));
    }

    private List<byte[]> page(StreamTerms terms, Fragment fragment) {
        Stream<byte[]> payload = fragment.events().stream()
                .filter(event -> !event.deleted())
                .flatMap(event -> {
                    Graph said = catalogue.summaryGraph(event.iri());
                    return NQuads.lines(new NamedGraph(StreamTerms.member(event), "", said)).stream();
                });
        return Stream.concat(NQuads.triples(terms.page(fragment)).stream(), payload)
                .toList();
    }

    private static Response answer(Edition edition, List<byte[]> lines) {
        return new Response(
                200, Form.N_QUADS.contentType(), NQuads.text(lines), edition.since(), List.of(Answers.REVALIDATE));
    }
}
