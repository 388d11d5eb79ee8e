package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Attachment.Interval.Kind;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads confidence and credible intervals: "95% CI [.87, .41]", "CI 95% = -0.20, 0.44", "[1.1; 1.8]". */
final class IntervalReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> SHORT = Words.of("ci cis cri cris hdi hpdi cl ci's ic ki");
    private static final Set<String> LONG = Set.of("interval", "intervals", "limits", "bounds");
    private static final Set<String> KINDS = Words.of("confidence credible credibility compatibility density");
    private static final Set<String> CREDIBLE = Words.of("cri cris hdi hpdi hpd credible credibility density");
    private static final Set<String> PREDICTION = Words.of("pi prediction");
    private static final Set<String> BEFORE_BOUNDS = Set.of(
            "=",
            ":",
            ",",
            ";",
            "(",
            "[",
            "from",
            "of",
            "between",
            "was",
            "is",
            "were",
            "ranging",
            "ranged",
            "running",
            "ran",
            "spanning",
            "extending",
            "about",
            "~",
            "{",
            "-");
    private static final Set<String> SEPARATORS = Set.of(",", ";", "to", "-", "and", "|", "/", "through");

    private IntervalReader() {}

    /** The interval announced at the token by its level or its name. */
    static Optional<Found> named(Tokens tokens, int i) {
        int at = i;
        BigDecimal level = BigDecimal.ZERO;
        if (tokens.isNumber(at) && !tokens.get(at).isSpelled()) {
            level = tokens.get(at).value();
            at++;
            if (tokens.is(at, "%") || tokens.lower(at).equals("percent")) {
                at++;
            }
            if (tokens.is(at, "-")) {
                at++;
            }
        }
        int name = endOfName(tokens, at, level.signum() > 0 ? 3 : 0);
        if (name < 0) {
            return Optional.empty();
        }
        Kind kind = tokens.anyBetween(at, name, PREDICTION)
                ? Kind.PREDICTION
                : tokens.anyBetween(at, name, CREDIBLE) ? Kind.CREDIBLE : Kind.CONFIDENCE;
        at = afterAbbreviation(tokens, name);
        if (level.signum() == 0) {
            int number = tokens.is(at, ",") || tokens.is(at, "(") ? at + 1 : at;
            boolean percent = tokens.is(number + 1, "%");
            boolean joined = tokens.is(number + 1, "=") || tokens.is(number + 1, ":") || tokens.is(number + 1, "[");
            if (tokens.isNumber(number) && (percent || joined) && isLevel(tokens, number)) {
                level = tokens.get(number).value();
                at = percent ? number + 2 : number + 1;
                at += tokens.closes(at) ? 1 : 0;
            } else {
                level = levelInName(tokens.text(name - 1));
            }
        }
        BigDecimal fraction = fraction(level);
        return bounds(tokens, afterJoin(tokens, at), fraction, kind, i);
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
        int at = i;
        if (tokens.isNumber(at)
                && (tokens.is(at + 1, "%") || tokens.lower(at + 1).equals("percent"))) {
            at += tokens.is(at + 2, "-") ? 3 : 2;
            return endOfName(tokens, at, 3) >= 0;
        }
        return endOfName(tokens, at, 0) >= 0;
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
        String separator = tokens.lower(isPercentSign(tokens, i + 2) ? i + 3 : i + 2);
        if (!announced || !(separator.equals("to") || separator.equals("-"))) {
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
        boolean separated = SEPARATORS.contains(tokens.lower(at));
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

    /** Index after "CI" or "confidence interval", with at most {@code adjectives} words before it; -1 if none. */
    private static int endOfName(Tokens tokens, int i, int adjectives) {
        for (int at = i; at <= i + adjectives; at++) {
            if (tokens.isOneOf(at, SHORT) || tokens.lower(at).startsWith("ci9") || tokens.is(at, "PI")) {
                return at + 1;
            }
            boolean kind =
                    tokens.isOneOf(at, KINDS) || tokens.lower(at).equals("prediction") || adjectives > 0 && at > i;
            if (kind && tokens.isOneOf(at + 1, LONG) || at == i && adjectives > 0 && tokens.isOneOf(at, LONG)) {
                return tokens.isOneOf(at, LONG) ? at + 1 : at + 2;
            }
            if (!tokens.isWord(at)) {
                return -1;
            }
        }
        return -1;
    }

    /** "confidence interval (CI)". */
    private static int afterAbbreviation(Tokens tokens, int i) {
        boolean repeated = tokens.opens(i) && tokens.isOneOf(i + 1, SHORT) && tokens.closes(i + 2);
        return repeated ? i + 3 : i;
    }

    private static boolean isLevel(Tokens tokens, int i) {
        return fraction(tokens.get(i).value()).signum() > 0;
    }

    private static BigDecimal levelInName(String name) {
        String digits = name.toLowerCase(Locale.ROOT).startsWith("ci") ? name.substring(2) : "";
        boolean two = digits.length() == 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return two ? new BigDecimal(digits) : BigDecimal.ZERO;
    }

    /** As a fraction; 0 where the number cannot be a level. */
    private static BigDecimal fraction(BigDecimal level) {
        if (level.compareTo(BigDecimal.valueOf(50)) >= 0 && level.compareTo(HUNDRED) < 0) {
            return level.movePointLeft(2);
        }
        boolean isFraction = level.compareTo(new BigDecimal("0.5")) >= 0 && level.compareTo(BigDecimal.ONE) < 0;
        return isFraction ? level : BigDecimal.ZERO;
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
