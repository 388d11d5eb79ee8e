package dev.precis.sparql.site;

import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Departures.Departed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When what each summary says changed last, as the archive tells: found out once an edition. */
public record Modifications(Map<String, Instant> summaries) {
    public Modifications {
        summaries = Map.copyOf(summaries);
    }

    public static Modifications of(Edition edition, Catalogue catalogue) {
        return edition.once(Modifications.class, () -> new Modifications(catalogue.modifications()));
    }

    public Optional<Instant> of(String summary) {
        return Optional.ofNullable(summaries.get(summary));
    }

    /**
     * What became of a summary last.
     *
     * @param iri the summary
     * @param instant when it became what it is, or was taken out, in whole seconds
     * @param concepts the topics and types of research that it has, or had
     * @param deleted whether it is not here any more
     */
    public record Event(String iri, Instant instant, Set<String> concepts, boolean deleted) {
        private static final Comparator<Event> ORDER =
                Comparator.comparing(Event::instant).thenComparing(Event::iri);

        public Event {
            concepts = Set.copyOf(concepts);
        }
    }

    /** The last event of each summary that is here or was, in the order in which they happened. */
    public static List<Event> events(Edition edition, Catalogue catalogue) {
        Modifications modifications = of(edition, catalogue);
        Map<String, Event> last = new HashMap<>();
        for (Departed departed : edition.departures().summaries()) {
            last.put(departed.iri(), new Event(departed.iri(), departed.instant(), departed.concepts(), true));
        }
        for (Card card : Cards.of(edition, catalogue).all()) {
            String iri = card.item().iri();
            Set<String> concepts = Stream.concat(card.topics().stream(), card.types().stream())
                    .map(Named::iri)
                    .collect(Collectors.toSet());
            last.put(iri, new Event(iri, modifications.of(iri).orElseGet(edition::since), concepts, false));
        }
        return last.values().stream().sorted(Event.ORDER).toList();
    }
}
