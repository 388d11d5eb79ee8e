package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Doubts a standardised difference that no convention makes of the t beside it: {@code t * sqrt(1/n1 + 1/n2)} (M.
 * Borenstein, in Cooper, Hedges and Valentine, The Handbook of Research Synthesis and Meta-Analysis, 2nd edition
 * (2009), chapter 12), {@code 2 t / sqrt(df)}, and of one group {@code t / sqrt(n)} (D. Lakens, Frontiers in Psychology
 * 4 (2013), 863), with L. V. Hedges' correction of small samples or without.
 *
 * @param ofT the name of the type t
 * @param ofDifferences those of the differences in standard deviations
 */
record EffectCheck(URI ofT, Set<URI> ofDifferences) {
    /** What may stand between the two. */
    private static final Pattern BESIDE = Pattern.compile("\\)?[,;]? \\(?");

    /**
     * Of sizes that are printed: so much more or less, since some divide by the deviation of the controls, by that
     * before the treatment, or by one that covariates were taken from.
     */
    private static final double OTHER_DEVIATION = 1.6;

    /**
     * In units of {@code t / sqrt(N)}, where nobody knows whether there are two groups: from the changes of one group
     * whose two measures are correlated by .95 to two groups of which one is nine times the other.
     */
    private static final double LEAST = 0.3;

    private static final double MOST = 3.4;

    /** Models of another kind, and ts of several studies. */
    private static final String[] OTHERS = {
        "mixed",
        "multilevel",
        "multi-level",
        "hierarchical",
        "random effects",
        "random-effects",
        "meta-",
        "studies",
        "trials",
        "pooled",
        "slope",
        "regression",
        "satterthwaite",
        "bayes",
        "robust",
        "imput",
        "growth"
    };

    /** @param sentence in which the numbers stand, in their order */
    List<Remark> check(List<Statistic> numbers, String sentence) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i++) {
            Statistic first = numbers.get(i);
            Statistic second = numbers.get(i + 1);
            boolean inOrder = first.type().equals(ofT) && ofDifferences.contains(second.type());
            boolean turned = second.type().equals(ofT) && ofDifferences.contains(first.type());
            if ((inOrder || turned)
                    && BESIDE.matcher(PairCheck.between(
                                    first.printed().text(), second.printed().text(), sentence))
                            .matches()
                    && !Words.holdOneOf(sentence.toLowerCase(Locale.ROOT), OTHERS)) {
                check(inOrder ? first : second, inOrder ? second : first, numbers)
                        .ifPresent(remarks::add);
            }
        }
        return remarks;
    }

    private static Optional<Remark> check(Statistic ofTest, Statistic effect, List<Statistic> numbers) {
        Optional<BigDecimal> t = ofTest.point();
        Optional<BigDecimal> d = effect.point();
        Optional<BigDecimal> df = ofTest.attachment(Attachment.DegreesOfFreedom.class)
                .map(freedom -> freedom.values().getLast())
                .filter(freedom -> freedom.compareTo(BigDecimal.TWO) >= 0);
        if (t.isEmpty()
                || d.isEmpty()
                || df.isEmpty()
                || effect.attachment(Attachment.Studies.class).isPresent()) {
            return Optional.empty();
        }
        Span distance = Span.cut(t.get().abs());
        double freedom = df.get().doubleValue();
        Optional<Double> known = inverseRoot(df.get(), numbers);
        // Welch's degrees of freedom are fewer than the people, nobody knows by how many
        if (known.isEmpty() && df.get().scale() > 0) {
            return Optional.empty();
        }
        double small = 1 - 3 / (4 * freedom - 1);
        double paired = 1 / Math.sqrt(freedom + 1);
        List<Span> possible = known.isPresent()
                ? List.of(
                        times(distance, known.get() * small / OTHER_DEVIATION, known.get() * OTHER_DEVIATION),
                        times(distance, 2 / Math.sqrt(freedom) * small, 2 / Math.sqrt(freedom)),
                        times(distance, paired * small, paired))
                : List.of(times(distance, LEAST * small * paired, MOST * paired));
        Span printed = Span.cut(d.get().abs());
        if (possible.stream().anyMatch(printed::overlaps)) {
            return Optional.empty();
        }
        String expected = known.isPresent()
                ? "with the sizes of the groups it gives about %.2f".formatted(distance.middle() * known.get())
                : "of two groups of one size it gives about %.2f, of one group about %.2f"
                        .formatted(2 * distance.middle() / Math.sqrt(freedom + 2), distance.middle() * paired);
        return Optional.of(new Remark(
                effect,
                PairCheck.FLAG,
                "The text prints %s beside t = %s; %s."
                        .formatted(d.get().toPlainString(), t.get().toPlainString(), expected)));
    }

    private static Span times(Span span, double least, double most) {
        return new Span(span.low() * least, span.high() * most);
    }

    /**
     * {@code sqrt(1/n1 + 1/n2)} of the only two sizes of the sentence that are those of the t, or of one that is both.
     */
    private static Optional<Double> inverseRoot(BigDecimal df, List<Statistic> numbers) {
        double all = df.doubleValue() + 2;
        List<Double> sizes = new ArrayList<>();
        for (Statistic number : numbers) {
            if (number instanceof Statistic.Count count) {
                count.quantity().exact().ifPresent(n -> sizes.add(n.doubleValue()));
            }
            number.attachment(Attachment.SampleSize.class)
                    .ifPresent(n -> sizes.add(n.value().doubleValue()));
        }
        boolean both = sizes.size() == 2 && sizes.getFirst() + sizes.getLast() == all;
        boolean each = sizes.size() == 1 && 2 * sizes.getFirst() == all;
        return both || each ? Optional.of(Math.sqrt(1 / sizes.getFirst() + 1 / sizes.getLast())) : Optional.empty();
    }
}
