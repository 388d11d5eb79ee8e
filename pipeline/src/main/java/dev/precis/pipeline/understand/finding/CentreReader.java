package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Optional;
import java.util.Set;

/** Reads one more mean or median of a list, which only the first of it names. */
final class CentreReader {
    private static final int REACH = 14;
    private static final Set<String> JOINS = Words.of("and , versus vs v to but while whereas");

    private CentreReader() {}

    /**
     * "a median of 11 (IQR 6-18) for some and 5 (IQR 3-9) for others", "41 weeks ... and 29 weeks": one more of a kind.
     */
    static Optional<Reading> read(Tokens tokens, Measure measure, Readings readings) {
        boolean joined = tokens.isOneOf(measure.start() - 1, JOINS)
                && !measure.percent()
                && !tokens.isOneOf(measure.end() + 1, Set.of("later", "ago", "-"));
        return readings.last(last -> last.type().isCentre())
                .filter(last -> joined && tokens.wordsBetween(last.valueEnd(), measure.start()) <= REACH)
                .filter(last -> isAlike(tokens, last, measure))
                .map(last -> Reading.of(
                        last.type(),
                        measure.quantity(),
                        unit(tokens, measure),
                        measure.start(),
                        unitEnd(tokens, measure)));
    }

    /** Of the same unit of time, or with its quartiles beside it where the other has them. */
    private static boolean isAlike(Tokens tokens, Reading last, Measure measure) {
        boolean unit = !tokens.lower(measure.end()).isEmpty()
                && tokens.isWord(measure.end())
                && tokens.lower(last.valueEnd() - 1).equals(tokens.lower(measure.end()));
        boolean spread =
                tokens.opens(measure.end()) && tokens.isOneOf(measure.end() + 1, Set.of("iqr", "interquartile"));
        return unit || spread;
    }

    private static String unit(Tokens tokens, Measure measure) {
        return tokens.isWord(measure.end()) ? tokens.text(measure.end()) : "";
    }

    private static int unitEnd(Tokens tokens, Measure measure) {
        return tokens.isWord(measure.end()) ? measure.end() + 1 : measure.end();
    }
}
