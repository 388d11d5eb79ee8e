package dev.precis.sparql.site;

import dev.precis.sparql.query.Catalogue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
}
