package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Cards;
import dev.precis.sparql.site.Departures.Departed;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Modifications;
import dev.precis.sparql.site.Places;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All records of an edition, those of what was taken out too, in the order in which they are given. */
final class Holdings {
    private final Map<String, Holding> byName;
    private final List<Holding> all;
    private final Instant since;

    private Holdings(Map<String, Holding> byName, Instant since) {
        this.byName = byName;
        this.all = byName.values().stream().sorted(Holding.ORDER).toList();
        this.since = since;
    }

    static Holdings of(Edition edition, Catalogue catalogue, Places places) {
        return edition.once(Holdings.class, () -> find(edition, catalogue, places));
    }

    private static Holdings find(Edition edition, Catalogue catalogue, Places places) {
        Modifications modifications = Modifications.of(edition, catalogue);
        Map<String, Holding> found = new HashMap<>();
        for (Departed departed : edition.departures().summaries()) {
            String iri = departed.iri();
            found.put(
                    iri,
                    new Holding(
                            iri, departed.instant(), sets(edition, iri, departed.concepts().stream(), places), true));
        }
        for (Card card : Cards.of(edition, catalogue).all()) {
            String iri = card.item().iri();
            Stream<String> concepts =
                    Stream.concat(card.topics().stream(), card.types().stream()).map(Named::iri);
            found.put(
                    iri,
                    new Holding(
                            iri,
                            modifications.of(iri).orElseGet(edition::since),
                            sets(edition, iri, concepts, places),
                            false));
        }
        return new Holdings(found, edition.since());
    }

    private static List<String> sets(Edition edition, String iri, Stream<String> concepts, Places places) {
        Optional<Blog> blog = edition.blogOf(iri);
        return blog.map(one -> Sets.of(one, concepts, places)).orElse(List.of());
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
