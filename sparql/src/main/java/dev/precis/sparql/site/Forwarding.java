package dev.precis.sparql.site;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.redirect.OldAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where an address leads at which nothing is any more, or nothing under that name. */
final class Forwarding {
    private final Places places;
    private final Catalogue catalogue;
    private final List<Section> sections;
    private final Departures departures;
    private final Answers answers;

    Forwarding(Places places, Catalogue catalogue, List<Section> sections, Departures departures, Answers answers) {
        this.places = places;
        this.catalogue = catalogue;
        this.sections = List.copyOf(sections);
        this.departures = departures;
        this.answers = answers;
    }

    /** All addresses of sites that were here before, and what they lead to of these resources. */
    Map<OldAddress, String> formerly(Edition current, List<String> resources) {
        Map<OldAddress, String> found = new HashMap<>(departures.formerly(places.base(), resources));
        found.values().removeIf(iri -> !isKnown(current, iri));
        return found;
    }

    /** From an address of a site that was here before, to something that is here, or was. */
    Optional<Response> formerly(Edition current, Address address) {
        return departures
                .formerly(places.base(), address)
                .filter(iri -> isKnown(current, iri))
                .map(iri -> Answers.moved(current, iri));
    }

    /**
     * From what a summary was read at. Where that is below the base, the store speaks of it, and so there would be a
     * document; what is a resource of ours stays one.
     *
     * @param resources of ours
     */
    Optional<Response> readAt(Edition current, Address address, Wanted wanted, Supplier<Stream<String>> resources) {
        String iri = wanted.resource(address).iri();
        return departures
                .readAt(places.base(), address)
                .filter(summary -> resources.get().noneMatch(iri::equals))
                .map(summary -> Answers.moved(current, summary));
    }

    private boolean isKnown(Edition current, String iri) {
        Address resource = new Address(iri, Map.of());
        return departures.of(iri).isPresent()
                || sections.stream()
                        .anyMatch(section -> section.find(current, resource).isPresent());
    }

    /** To the one name of a person or journal that has several. */
    Optional<Response> spelledOtherwise(Edition current, Address address, Wanted wanted) {
        return Spellings.of(current, catalogue)
                .moved(wanted.resource(address).iri())
                .map(place -> Answers.seeOther(
                        current,
                        place + wanted.named().map(Representation::suffix).orElse("")));
    }

    /** From what was taken out, to what stands for it or to a page that says so. */
    Optional<Response> departed(Edition current, Address address, Wanted wanted, Predicate<Departures.Departed> which) {
        String iri = wanted.resource(address).iri();
        return departures.of(iri).filter(which).map(departed -> answers.departed(current, departed, wanted));
    }
}
