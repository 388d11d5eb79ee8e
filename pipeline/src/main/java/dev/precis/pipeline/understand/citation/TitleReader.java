package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a title ends and the name of what it appeared in begins. */
final class TitleReader {
    /** The end of a sentence: a stop, perhaps quotes or brackets, a space, and a beginning. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?:[\"\u00bb],|,[\"\u00bb]|[.?!\u2026]['\")\\]\u00bb]{0,2}[.,]?|\\)[.,]|[\\]\u0001][.,]?)"
                    + " {1,2}(?=[\\p{Lu}\\p{Lt}\\p{Lo}\\d\"'\u00ab\\[(]|\\p{Ll}{3,20},? )");

    /** What {@link #SENTENCE} begins with. */
    private static final String STOPS = ".,?!\"\u00bb\u2026)]\u0001";

    private static final Pattern COMMA = Pattern.compile(", (?=\\p{Lu})");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|["
                + " (])(?:\\p{Lu}|vs|Dr|St|Mr|Mrs|Ms|Prof|cf|e\\.g|i\\.e|approx|No|Vol|Nos|Vols|U\\.S|U\\.K|ed|eds|Suppl|Ch|resp)$");
    private static final Pattern ABBREVIATED_WORDS =
            Pattern.compile("(?:\\p{Lu}[\\p{L}-]{0,6}\\.? ){0,3}\\p{Lu}[\\p{L}-]{0,4}");
    private static final Pattern ABBREVIATED_WORD = Pattern.compile("\\p{Lu}[\\p{L}-]{0,4}\\.");
    private static final Pattern CONTINUES = Pattern.compile("(?:An?|The role of|The case of) \\p{Ll}");
    private static final Pattern TITLE_CASE = Pattern.compile(
            "\\p{Lu}[\\p{L}'-]*(?:,? (?:and|of|the|in|for|on|et|de|des|du|&|\\p{Lu}[\\p{L}'-]*|-)){0,12}");
    private static final Pattern GLUED = Pattern.compile("(?<=\\p{Ll}) (?=(?:The )?(?:\\p{Lu}\\p{L}+ )?Journal of )");

    private TitleReader() {}

    /** The start of the container in the unread part, or -1 where all of it is one piece. */
    static int containerStart(CitationReading reading) {
        int italics = Italics.containerStart(reading);
        if (italics > 0) {
            return italics;
        }
        List<Integer> starts = pieces(reading);
        int last = starts.size() - 1;
        if (last > 0) {
            last = withAbbreviations(reading, starts, last);
        }
        int start = starts.get(last);
        boolean isTitle = last == 0
                || CONTINUES
                        .matcher(reading.unread())
                        .region(start, reading.end)
                        .lookingAt();
        return isTitle ? afterComma(reading, start) : start;
    }

    /** Where the sentences begin, the first one included. */
    private static List<Integer> pieces(CitationReading reading) {
        List<Integer> starts = new ArrayList<>(List.of(reading.start));
        Matcher sentence = reading.find(SENTENCE);
        int at = reading.start;
        while ((at = stop(reading, at)) < reading.end) {
            if (!sentence.region(at, reading.end).lookingAt()) {
                at++;
                continue;
            }
            at = sentence.end();
            int from = Math.max(starts.getLast(), sentence.start() - 12);
            Matcher abbreviation = ABBREVIATION
                    .matcher(reading.unread())
                    .region(from, sentence.start())
                    .useAnchoringBounds(true);
            boolean isStop = reading.unread(sentence.start()) == '.';
            if (!isStop || !abbreviation.find() || endsInLetter(reading, abbreviation, sentence.end())) {
                starts.add(sentence.end());
            }
        }
        return starts;
    }

    /** The next character that may end a sentence. */
    private static int stop(CitationReading reading, int from) {
        int at = from;
        while (at < reading.end && STOPS.indexOf(reading.unread(at)) < 0) {
            at++;
        }
        return at;
    }

    /** "Vitamin D. Journal of ..." ends a sentence; "C. elegans", "B. F. Skinner" and "Cornell L. Rev." do not. */
    private static boolean endsInLetter(CitationReading reading, Matcher abbreviation, int next) {
        boolean afterInitial = abbreviation.start() > 0 && reading.unread(abbreviation.start() - 1) == '.';
        return abbreviation.group().strip().length() == 1
                && !afterInitial
                && Character.isUpperCase(reading.unread(next))
                && !ABBREVIATED_WORD
                        .matcher(reading.unread())
                        .region(next, reading.unread().length())
                        .lookingAt();
    }

    /** Int. J. Dev. Biol. is one journal: goes back over abbreviated words where the last piece ends in a full stop. */
    private static int withAbbreviations(CitationReading reading, List<Integer> starts, int lastPiece) {
        int last = lastPiece;
        boolean isAbbreviated = isAbbreviation(reading, starts.get(last), reading.end);
        while (last > 1
                && ((isAbbreviated && isAbbreviation(reading, starts.get(last - 1), starts.get(last)))
                        || isOneWord(reading, starts.get(last - 1), starts.get(last)))) {
            last--;
        }
        return last;
    }

    private static boolean isAbbreviation(CitationReading reading, int from, int to) {
        Span span = reading.trimmed(from, to);
        return ABBREVIATED_WORDS
                .matcher(reading.unread())
                .region(span.start(), span.end())
                .matches();
    }

    private static boolean isOneWord(CitationReading reading, int from, int to) {
        Span span = reading.trimmed(from, to);
        for (int i = span.start(); i < span.end(); i++) {
            if (!Character.isLetter(reading.unread(i)) && reading.unread(i) != '-') {
                return false;
            }
        }
        return !span.isEmpty();
    }

    /** A comma instead of the full stop: one after which all words are capitalised and one is a journal's. */
    private static int afterComma(CitationReading reading, int from) {
        Matcher comma = COMMA.matcher(reading.unread()).region(from, reading.end);
        while (comma.find()) {
            if (TITLE_CASE
                            .matcher(reading.unread())
                            .region(comma.end(), reading.end)
                            .matches()
                    && SourceWords.nameAJournal(reading.printed(comma.end(), reading.end))) {
                return comma.end();
            }
        }
        Matcher glued =
                GLUED.matcher(reading.unread()).region(from, reading.end).useTransparentBounds(true);
        return glued.find() ? glued.end() : -1;
    }
}
