package dev.precis.pipeline.understand.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a line into its citations: a new one begins where, after the first date, names with a date follow a full stop.
 */
final class CitationSplitter {
    private static final Pattern DATE = Pattern.compile("[(\\[](?:1[5-9]|20)\\d\\d[^()\\[\\]]{0,40}[)\\]]");
    private static final Pattern BEGINNING = Pattern.compile("(?<=[.;\\d/)]) {1,3}(?=[\\p{Lu}dv][\\p{L}'-]{0,40}[ ,])");

    private CitationSplitter() {}

    static List<String> split(String line) {
        CitationReading reading = new CitationReading(line);
        List<String> parts = new ArrayList<>();
        int start = 0;
        Matcher date = reading.find(DATE);
        if (!date.find() || !DateReader.standsAfter(reading.unread(), date.end())) {
            return List.of(line.strip());
        }
        Matcher beginning = reading.find(BEGINNING);
        int at = date.end();
        while (at < line.length()
                && beginning
                        .region(at, line.length())
                        .useTransparentBounds(true)
                        .find()) {
            NameReader.Names names = NameReader.authors(reading, beginning.end());
            at = beginning.end();
            if (!names.people().isEmpty() && DateReader.standsAt(reading.unread(), names.end())) {
                parts.add(line.substring(start, beginning.start()).strip());
                start = beginning.end();
                at = names.end();
            }
        }
        parts.add(line.substring(start).strip());
        return parts;
    }
}
