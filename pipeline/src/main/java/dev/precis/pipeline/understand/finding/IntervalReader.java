package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Attachment.Interval.Kind;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.IntervalNames.Name;
import dev.precis.pipeline.understand.finding.token.RangeWords;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Reads confidence and credible intervals: "95% CI [.87, .41]", "CI 95% = -0.20, 0.44", "[1.1; 1.8]". */
final class IntervalReader {
    private static final Set<String> BEFORE_BOUNDS = Words.of("""
        = : , ; ( [ { - ~
        from of between was is were ranging ranged running ran spanning extending about
        de entre était est allait allant compris comprise variant
        von zwischen war ist lag liegt betrug beträgt reichte
        """);
    private static final Set<String> SEPARATORS = Set.of(",", ";", "-", "|", "/", "through");

    private IntervalReader() {}

    /** The interval announced at the token by its level or its name. */
    static Optional<Found> named(Tokens tokens, int i) {
        Optional<Name> named = IntervalNames.at(tokens, i);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Name name = named.get();
        Optional<Found> bounds = bounds(tokens, afterJoin(tokens, name.end()), name.level(), name.kind(), i);
        // "CI 60% to 70%" prints no level
        return bounds.isPresent() || !name.hasLevelBehind()
                ? bounds
                : bounds(tokens, afterJoin(tokens, name.wordEnd()), BigDecimal.ZERO, name.kind(), i);
    }

    /** Two bounds after a name that is already read: "IQR 8 to 20". */
    static Optional<Found> after(Tokens tokens, int i) {
        return bounds(tokens, afterJoin(tokens, i), BigDecimal.ZERO, Kind.CONFIDENCE, i);
    }

    private static int afterJoin(Tokens tokens, int i) {
        int start = i;
        while (start < i + 3 && BEFORE_BOUNDS.contains(tokens.lower(start))) {
            start++;
        }
        return start;
    }

    /** Whether an interval is named at the token, whatever follows. */
    static boolean isNamed(Tokens tokens, int i) {
        return (!tokens.isNumber(i) || IntervalNames.isPercentage(tokens, i))
                && IntervalNames.at(tokens, i).isPresent();
    }

    /**
     * Where a level ends that is named at the token without bounds: "with 95% confidence intervals" and "des
     * intervalles de confiance à 95 %" tell no percentage. The token itself where there is none.
     */
    static int endOfMention(Tokens tokens, int i) {
        return IntervalNames.at(tokens, i)
                .filter(name -> IntervalNames.isPercentage(tokens, i) || name.hasLevelBehind())
                .map(Name::end)
                .orElse(i);
    }

    /** Two bounds in brackets of their own. */
    static Optional<Found> bare(Tokens tokens, int i) {
        if (!tokens.opens(i)) {
            return Optional.empty();
        }
        // "88% (35/40)" is a share
        boolean share = tokens.is(i + 2, "/");
        return share
                ? Optional.empty()
                : bounds(tokens, i + 1, BigDecimal.ZERO, Kind.CONFIDENCE, i)
                        .filter(found -> tokens.closes(found.end() - 1));
    }

    /** Two bounds after a semicolon or comma: "SMD: -1.01; -1.16 to -0.87". */
    static Optional<Found> trailing(Tokens tokens, int i) {
        boolean announced = tokens.is(i, ";") || tokens.is(i, ",");
        int separator = isPercentSign(tokens, i + 2) ? i + 3 : i + 2;
        if (!announced || !(RangeWords.isTo(tokens, separator) || tokens.is(separator, "-"))) {
            return Optional.empty();
        }
        return bounds(tokens, i + 1, BigDecimal.ZERO, Kind.CONFIDENCE, i);
    }

    private static Optional<Found> bounds(Tokens tokens, int start, BigDecimal level, Kind kind, int from) {
        int at = MeasureReader.isMoney(tokens, start) ? start + 1 : start;
        if (!tokens.isNumber(at)) {
            return Optional.empty();
        }
        BigDecimal low = tokens.get(at).value();
        at += isPercentSign(tokens, at + 1) ? 2 : 1;
        boolean separated =
                SEPARATORS.contains(tokens.lower(at)) || RangeWords.isTo(tokens, at) || RangeWords.isAnd(tokens, at);
        int second = separated ? at + 1 : at;
        if (MeasureReader.isMoney(tokens, second)) {
            second++;
        }
        if (!tokens.isNumber(second) || !separated && !tokens.text(second).startsWith("-")) {
            return Optional.empty();
        }
        BigDecimal high = tokens.get(second).value();
        int end = second + (isPercentSign(tokens, second + 1) ? 2 : 1);
        if (tokens.closes(end) && tokens.group(second) >= from) {
            end++;
        }
        boolean reversed = low.compareTo(high) > 0;
        Attachment.Interval interval = new Attachment.Interval(kind, level, low.min(high), low.max(high), reversed);
        return Optional.of(new Found(interval, end));
    }

    private static boolean isPercentSign(Tokens tokens, int i) {
        return tokens.is(i, "%");
    }

    /**
     * An interval in the text.
     *
     * @param end index after its last token
     */
    record Found(Attachment.Interval interval, int end) {}
}
