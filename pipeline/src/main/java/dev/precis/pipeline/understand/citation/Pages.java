package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;

/** Brings pages into the form of CSL-JSON: an ASCII hyphen without spaces around it. */
final class Pages {
    private Pages() {}

    static void keep(CitationReading reading, int from, int to) {
        Span span = reading.trimmed(from, to);
        String printed = reading.printed(span.start(), span.end());
        String value = reading.unread()
                .subSequence(span.start(), span.end())
                .toString()
                .replaceAll(" {0,3}-{1,3} {0,3}", "-")
                .strip();
        if (value.isEmpty()) {
            return;
        }
        if (!value.equals(printed.replaceAll("[\u2010-\u2015\u2212]", "-"))) {
            reading.repaired("spaces around the hyphen of the pages left off");
        }
        reading.keep(CitationField.PAGE, value, span.start(), span.end());
    }
}
