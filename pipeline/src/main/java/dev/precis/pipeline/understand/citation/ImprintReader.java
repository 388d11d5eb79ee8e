package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads place and publisher of a book at the end of what is unread. */
final class ImprintReader {
    private static final String PLACE_WORD =
            "(?:\\p{Lu}[\\p{L}'-]{0,24}|\\p{Lu}\\p{L}{0,4}\\.(?= ?[:,])|St\\.|D\\.C\\.|\\([A-Z]{2}\\))";
    private static final String SMALL = "(?:and|the|et|de|la|le|sur|upon|am|und|&)";
    private static final String PLACE =
            PLACE_WORD + "(?:[,;/]? (?:" + SMALL + " )?(?:" + PLACE_WORD + "|" + SMALL + ")){0,6}";
    private static final String PUBLISHER = "(?<publisher>(?:v[ao]n |de |d')?[\\p{Lu}\\d][^:\u0001]{1,150}?)";
    private static final int LONGEST_SMALL = 4;
    private static final int LONGEST_PLACE = 120;
    private static final int LONGEST = 400;
    private static final String END = "[ .,;:)\u0001]*$";

    private static final List<Pattern> WITH_PLACE = List.of(
            Pattern.compile("(?:(?<=[.?!)\\]\"'\u00bb\u2026\u0001])[ ,.]{0,3}|[ ,.\u0001]{0,3}\\()\\[?(?<place>" + PLACE
                    + ")\\]? ?: ?" + PUBLISHER + END),
            Pattern.compile(", (?<place>\\p{Lu}[\\p{L}'-]{1,24}(?: \\p{Lu}[\\p{L}'-]{1,24})?, " + SourceWords.REGION
                    + ") ?: ?" + PUBLISHER + END));

    private static final Pattern CUT_AFTER_PLACE =
            Pattern.compile("(?<=[.?!)\\]\u0001])[ ,.]{1,3}(?<place>" + PLACE + ")[ :]*$");
    private static final Pattern PLACE_AFTER =
            Pattern.compile(", (?<place>(?:\\p{Lu}[\\p{L}'-]{1,24}(?: \\p{Lu}[\\p{L}'-]{1,24}){0,2}, )?"
                    + SourceWords.REGION + ")[ .]*$");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("(?<=[.?!]) \\((?<publisher>\\p{Lu}[^()\u0001]{1,60})\\)[ .]*$");
    /** {@code (McGraw-Hill, New York)}. */
    private static final Pattern BOTH_IN_BRACKETS = Pattern.compile(
            "(?<=[\\p{L}.?!)]) \\((?<publisher>\\p{Lu}[^(),:\u0001]{1,60}), (?<place>\\p{Lu}[^()\\d:\u0001]{2,40})\\)["
                    + " .]*$");

    private static final Pattern LAST_SENTENCE =
            Pattern.compile("(?<=[.?!\u0001])[ ,.]{1,3}(?<publisher>\\p{Lu}[^.,;:?!()\u0001]{2,80}(?:,"
                    + " \\p{Lu}[^.,;:?!()\u0001]{2,80}){1,3})[ .]*$");
    private static final Pattern BEFORE_CITY =
            Pattern.compile("(?<=[.?!\u0001])[ ,.]{1,3}(?<publisher>\\p{Lu}[^.,;:?!()\u0001]{2,80}), "
                    + "(?<place>\\p{Lu}[\\p{L}'-]{1,24}(?: \\p{Lu}[\\p{L}'-]{1,24})?)[ .]*$");
    private static final Pattern LAST_ITEM =
            Pattern.compile("(?:[,.]|(?<=[?!])) ?(?<publisher>\\p{Lu}[^.,;:?!()\u0001]{2,80})[ .]*$");
    private static final Pattern LOCATOR = Pattern.compile(", ?\\d|\\d\\(|\\bpp?\\. ?\\d");

    private ImprintReader() {}

    /** Reads "place: publisher" and moves the end of the unread part before it; false where none stands there. */
    static boolean readWithPlace(CitationReading reading) {
        int colon = reading.lastIndexOf(':');
        if (colon < 0 || !isAfterPlace(reading, colon) || holdsVolume(reading, colon)) {
            return false;
        }
        for (Pattern form : WITH_PLACE) {
            Matcher imprint = reading.findFrom(colon - LONGEST_PLACE, form);
            if (imprint.find() && isImprint(reading, imprint)) {
                keep(reading, imprint, CitationField.PUBLISHER, "publisher");
                keep(reading, imprint, CitationField.PUBLISHER_PLACE, "place");
                reading.end = imprint.start();
                return true;
            }
        }
        return false;
    }

    /** A place ends in a word with a capital, an abbreviation or a bracket; most colons are a title's. */
    private static boolean isAfterPlace(CitationReading reading, int colon) {
        int end = colon;
        while (end > reading.start && reading.unread(end - 1) == ' ') {
            end--;
        }
        int word = end;
        while (word > reading.start && Character.isLetter(reading.unread(word - 1))) {
            word--;
        }
        return word == end
                || Character.isUpperCase(reading.unread(word))
                || "-'".indexOf(reading.unread(Math.max(reading.start, word - 1))) >= 0
                || end - word <= LONGEST_SMALL;
    }

    /** A number after a comma or before a bracket is none of a publisher's. */
    private static boolean holdsVolume(CitationReading reading, int colon) {
        for (int i = colon + 2; i < reading.end; i++) {
            boolean afterComma =
                    reading.unread(i - 2) == ',' && reading.unread(i - 1) == ' ' && isDigit(reading.unread(i));
            if (afterComma || isDigit(reading.unread(i - 1)) && reading.unread(i) == '(') {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isImprint(CitationReading reading, Matcher imprint) {
        String place = imprint.group("place");
        boolean hasTitle =
                imprint.start() > reading.start || !reading.editors.isEmpty() || reading.has(CitationField.TITLE);
        return hasTitle
                && !SourceWords.nameAJournal(place)
                && !LOCATOR.matcher(imprint.group("publisher")).find();
    }

    /** Reads the place of a line that was cut before the publisher: a colon is its last character. */
    static boolean readCutAfterPlace(CitationReading reading) {
        boolean endsInColon = reading.unread()
                .subSequence(reading.end, reading.unread().length())
                .toString()
                .strip()
                .equals(":");
        Matcher place = reading.find(CUT_AFTER_PLACE);
        if (!endsInColon || !place.find() || SourceWords.nameAJournal(place.group("place"))) {
            return false;
        }
        keep(reading, place, CitationField.PUBLISHER_PLACE, "place");
        reading.end = place.start();
        return true;
    }

    /** Reads a publisher that only its own words tell, with the place after it or none. */
    static boolean readByWords(CitationReading reading) {
        Matcher both = reading.findFrom(reading.end - LONGEST, BOTH_IN_BRACKETS);
        if (endsIn(reading, ')') && both.find()) {
            keep(reading, both, CitationField.PUBLISHER, "publisher");
            keep(reading, both, CitationField.PUBLISHER_PLACE, "place");
            reading.end = both.start();
            return true;
        }
        Matcher brackets = reading.findFrom(reading.end - LONGEST, IN_BRACKETS);
        if (endsIn(reading, ')') && brackets.find()) {
            keep(reading, brackets, CitationField.PUBLISHER, "publisher");
            reading.end = brackets.start();
            return true;
        }
        int end = reading.end;
        Matcher place = reading.findFrom(reading.end - LONGEST, PLACE_AFTER);
        boolean hasPlace = endsInLetter(reading) && place.find();
        if (hasPlace) {
            reading.end = place.start();
        }
        if (!endsInName(reading)) {
            reading.end = end;
            return false;
        }
        if (!hasPlace && readBeforeCity(reading)) {
            return true;
        }
        for (Pattern form : List.of(LAST_SENTENCE, LAST_ITEM)) {
            Matcher publisher = reading.findFrom(reading.end - LONGEST, form);
            if (publisher.find() && isPublisher(publisher.group("publisher"))) {
                keep(reading, publisher, CitationField.PUBLISHER, "publisher");
                if (hasPlace) {
                    keep(reading, place, CitationField.PUBLISHER_PLACE, "place");
                }
                reading.end = publisher.start();
                return true;
            }
        }
        reading.end = end;
        return false;
    }

    /** {@code University of Toronto Press, Toronto}: the city alone, which no list of ours knows. */
    private static boolean readBeforeCity(CitationReading reading) {
        Matcher imprint = reading.findFrom(reading.end - LONGEST, BEFORE_CITY);
        if (!endsInLetter(reading)
                || !imprint.find()
                || !SourceWords.nameAPublisher(imprint.group("publisher"))
                || SourceWords.nameAJournal(imprint.group("place"))
                || SourceWords.nameAPublisher(imprint.group("place"))) {
            return false;
        }
        keep(reading, imprint, CitationField.PUBLISHER, "publisher");
        keep(reading, imprint, CitationField.PUBLISHER_PLACE, "place");
        reading.end = imprint.start();
        return true;
    }

    /** Whether the bracket is the last but for stops and spaces. */
    private static boolean endsIn(CitationReading reading, char bracket) {
        int last = last(reading);
        return last >= reading.start && reading.unread(last) == bracket;
    }

    private static boolean endsInLetter(CitationReading reading) {
        int last = last(reading);
        return last >= reading.start && Character.isLetter(reading.unread(last));
    }

    private static int last(CitationReading reading) {
        int last = reading.end - 1;
        while (last >= reading.start && " .".indexOf(reading.unread(last)) >= 0) {
            last--;
        }
        return last;
    }

    /** Whether what follows the last punctuation begins with a capital: most lines end in pages, which do not. */
    private static boolean endsInName(CitationReading reading) {
        int at = last(reading);
        while (at >= reading.start && ".,;:?!()\u0001".indexOf(reading.unread(at)) < 0) {
            at--;
        }
        do {
            at++;
        } while (at < reading.end && reading.unread(at) == ' ');
        return at < reading.end && Character.isUpperCase(reading.unread(at));
    }

    /** Every item of a list of names must be a publisher's: what stands before the last may be a journal's. */
    private static boolean isPublisher(String words) {
        return Arrays.stream(words.split(",")).allMatch(SourceWords::nameAPublisher);
    }

    private static void keep(CitationReading reading, Matcher imprint, CitationField field, String group) {
        reading.keep(field, imprint.start(group), imprint.end(group));
    }
}
