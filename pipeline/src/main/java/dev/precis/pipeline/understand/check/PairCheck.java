package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says where two numbers that stand side by side are two forms of one, and differ by more than rounding and method
 * explain: a share and its percentage, a coefficient by its standard error and its t, Q with its degrees of freedom and
 * I squared, R squared and an F.
 *
 * @param ofT the name of the type t
 * @param ofF that of F
 * @param ofQ that of Q
 * @param ofI2 that of I squared
 * @param ofR2 that of R squared
 * @param ofCoefficient that of an unstandardised regression coefficient
 * @param ofPercentage that of a percentage
 */
record PairCheck(URI ofT, URI ofF, URI ofQ, URI ofI2, URI ofR2, URI ofCoefficient, URI ofPercentage) {
    static final String FLAG = "numbers-irreconcilable";

    /** What may stand between "31 of 52" and "60%": a word or three, and a bracket. */
    private static final Pattern OF_A_SHARE = Pattern.compile("(?: [\\p{L}-]+){0,3} \\(");

    /** What may stand between two numbers of one result. */
    private static final Pattern BESIDE = Pattern.compile("\\)?[,;]? ");

    /** Percentage points: weights and missing answers move a percentage a little. */
    private static final double POINTS = 2;
    /** As a share of t: robust errors and other roundings move it a little. */
    private static final double SHARE_OF_T = 0.15;

    /**
     * Percentage points: of heterogeneity not by Q but by tau squared, I squared is another (J. P. T. Higgins and S. G.
     * Thompson, Statistics in Medicine 21 (2002), 1539-1558, give {@code (Q - df) / Q}).
     */
    private static final double POINTS_OF_I2 = 15;

    /** So many times the greatest possible F: an adjusted R squared is a little smaller than that of the F. */
    private static final double GREATER = 1.5;

    /** @param sentence in which the numbers stand, in their order */
    List<Remark> check(List<Statistic> numbers, String sentence) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i++) {
            Statistic first = numbers.get(i);
            Statistic second = numbers.get(i + 1);
            if (!mayBeOne(first, second)) {
                continue;
            }
            String between = between(first.printed().text(), second.printed().text(), sentence);
            if (OF_A_SHARE.matcher(between).matches()) {
                share(first, second).ifPresent(remarks::add);
            } else if (BESIDE.matcher(between).matches()) {
                coefficient(first, second).ifPresent(remarks::add);
                heterogeneity(first, second).ifPresent(remarks::add);
                explained(first, second).ifPresent(remarks::add);
            }
        }
        return remarks;
    }

    /** Whether the types are those of a pair: most are not, and need no look at the sentence. */
    private boolean mayBeOne(Statistic first, Statistic second) {
        return first instanceof Statistic.Ratio
                || is(second, ofT) && is(first, ofCoefficient)
                || is(second, ofI2) && is(first, ofQ)
                || is(second, ofF) && is(first, ofR2);
    }

    /** What stands between two printed numbers; three dots, which nothing matches, where they overlap. */
    static String between(String first, String second, String sentence) {
        int from = sentence.indexOf(first) + first.length();
        int to = sentence.indexOf(second, Math.max(0, from));
        return from < first.length() || to < from ? "..." : sentence.substring(from, to);
    }

    private Optional<Remark> share(Statistic first, Statistic second) {
        if (!(first instanceof Statistic.Ratio ratio) || ratio.relation() != Relation.EQUAL) {
            return Optional.empty();
        }
        double share =
                100 * ratio.numerator().doubleValue() / ratio.denominator().doubleValue();
        return value(second, ofPercentage)
                .filter(percent -> Math.abs(percent.doubleValue() - share) > POINTS)
                .map(percent -> new Remark(
                        second,
                        FLAG,
                        "The text prints %s%%; %s is about %.0f%%."
                                .formatted(
                                        percent.toPlainString(), first.printed().text(), share)));
    }

    private Optional<Remark> coefficient(Statistic first, Statistic second) {
        Optional<BigDecimal> b = value(first, ofCoefficient);
        Optional<BigDecimal> t = value(second, ofT);
        Optional<BigDecimal> error = first.attachment(Attachment.StandardError.class)
                .map(Attachment.StandardError::value)
                .filter(value -> value.signum() > 0);
        if (b.isEmpty() || t.isEmpty() || error.isEmpty()) {
            return Optional.empty();
        }
        Span possible = Span.printed(b.get()).distance().over(Span.printed(error.get()));
        double printed = t.get().abs().doubleValue();
        boolean fits = printed >= possible.low() * (1 - SHARE_OF_T) - 0.1
                && printed <= possible.high() * (1 + SHARE_OF_T) + 0.1;
        return fits
                ? Optional.empty()
                : Optional.of(new Remark(
                        second,
                        FLAG,
                        "The text prints t = %s; the coefficient by its standard error is about %.2f."
                                .formatted(t.get().toPlainString(), possible.middle())));
    }

    private Optional<Remark> heterogeneity(Statistic first, Statistic second) {
        Optional<BigDecimal> q = value(first, ofQ);
        Optional<BigDecimal> i2 = value(second, ofI2);
        Optional<BigDecimal> df = first.attachment(Attachment.DegreesOfFreedom.class)
                .map(attachment -> attachment.values().getFirst());
        if (q.isEmpty() || i2.isEmpty() || df.isEmpty() || q.get().signum() <= 0) {
            return Optional.empty();
        }
        double expected =
                Math.max(0, 100 * (1 - df.get().doubleValue() / q.get().doubleValue()));
        // printed as a percentage, or as a fraction of one
        double printed = i2.get().doubleValue();
        boolean fits =
                Math.abs(printed - expected) <= POINTS_OF_I2 || Math.abs(100 * printed - expected) <= POINTS_OF_I2;
        return fits
                ? Optional.empty()
                : Optional.of(new Remark(
                        second,
                        FLAG,
                        "The text prints I squared as %s; Q and its degrees of freedom give about %.0f%%."
                                .formatted(i2.get().toPlainString(), expected)));
    }

    /**
     * An F of the model is {@code (R^2 / df1) / ((1 - R^2) / df2)}, and one of a part of the model is less (J. Cohen et
     * al., Applied Multiple Regression/Correlation Analysis, 3rd edition (2003), formula 3.6.2): only a greater one is
     * doubted.
     */
    private Optional<Remark> explained(Statistic first, Statistic second) {
        Optional<BigDecimal> r2 = value(first, ofR2);
        Optional<BigDecimal> f = value(second, ofF);
        Optional<List<BigDecimal>> df = second.attachment(Attachment.DegreesOfFreedom.class)
                .map(Attachment.DegreesOfFreedom::values)
                .filter(values -> values.size() == 2 && values.getFirst().signum() > 0);
        if (r2.isEmpty() || f.isEmpty() || df.isEmpty()) {
            return Optional.empty();
        }
        double most = Span.printed(r2.get()).high();
        double greatest = most
                / df.get().getFirst().doubleValue()
                / ((1 - most) / df.get().getLast().doubleValue());
        boolean fits = most >= 1 || most <= 0 || f.get().doubleValue() <= GREATER * greatest;
        return fits
                ? Optional.empty()
                : Optional.of(new Remark(
                        second,
                        FLAG,
                        "The text prints F = %s; with that R squared it is at most about %.2f."
                                .formatted(f.get().toPlainString(), greatest)));
    }

    private static boolean is(Statistic statistic, URI type) {
        return statistic.type().equals(type);
    }

    /** The number of a statistic of that type; none of others. */
    private static Optional<BigDecimal> value(Statistic statistic, URI type) {
        return is(statistic, type) ? statistic.point() : Optional.empty();
    }
}
