package dev.precis.sparql.site.ldes;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/**
 * That a summary became what it is, or was taken out.
 *
 * @param summary its IRI
 * @param instant when, in whole seconds
 * @param deleted whether it is not here any more
 */
record Event(String summary, Instant instant, boolean deleted) {
    /** That in which they happened. */
    static final Comparator<Event> ORDER = Comparator.comparing(Event::instant).thenComparing(Event::summary);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The name of this version of the summary. */
    String iri() {
        return summary + "#version-" + STAMP.format(instant);
    }

    YearMonth month() {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
