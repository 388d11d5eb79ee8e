package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Modifications;
import dev.precis.sparql.site.Places;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All records of an edition, those of what was taken out too, in the order in which they are given. */
final class Holdings {
    private final Map<String, Holding> byName;
    private final List<Holding> all;
    private final Instant since;

    /** @param all in their order */
    private Holdings(List<Holding> all, Instant since) {
        this.all = all;
        this.byName = all.stream().collect(Collectors.toMap(Holding::iri, holding -> holding));
        this.since = since;
    }

    static Holdings of(Edition edition, Catalogue catalogue, Places places) {
        return edition.once(Holdings.class, () -> find(edition, catalogue, places));
    }

    private static Holdings find(Edition edition, Catalogue catalogue, Places places) {
        List<Holding> all = Modifications.events(edition, catalogue).stream()
                .map(event -> new Holding(
                        event.iri(),
                        event.instant(),
                        edition.blogOf(event.iri())
                                .map(blog -> Sets.of(blog, event.concepts().stream(), places))
                                .orElse(List.of()),
                        event.deleted()))
                .toList();
        return new Holdings(all, edition.since());
    }

    Optional<Holding> named(String iri) {
        return Optional.ofNullable(byName.get(iri));
    }

    /** Before which nothing became what it is (Identify, earliestDatestamp). */
    Instant earliest() {
        return all.isEmpty() ? since : all.getFirst().stamp();
    }

    /** After which nothing became what it is; the clock may be behind that of whoever wrote the store. */
    Instant latest(Instant now) {
        return all.isEmpty() || all.getLast().stamp().isBefore(now)
                ? now
                : all.getLast().stamp();
    }

    /**
     * Those of a period, and of a set unless it is empty.
     *
     * @param until inclusive
     */
    List<Holding> of(Optional<Instant> from, Instant until, String set) {
        return all.stream()
                .filter(holding -> from.isEmpty() || !holding.stamp().isBefore(from.get()))
                .filter(holding -> !holding.stamp().isAfter(until))
                .filter(holding -> set.isEmpty() || holding.isIn(set))
                .toList();
    }
}
