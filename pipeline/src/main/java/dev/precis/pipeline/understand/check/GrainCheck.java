package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Doubts the mean of whole answers that no sum of them gives (N. J. L. Brown and J. A. J. Heathers, Social
 * Psychological and Personality Science 8 (2017), 363-369): only where the text says that there was one item, of a
 * single mean and a single number of people.
 *
 * @param ofMean the name of the type mean
 */
record GrainCheck(URI ofMean) {
    static final String FLAG = "mean-impossible";

    private static final String[] OF_ONE_ITEM = {"single item", "single-item", "one item", "one-item"};

    private static final Set<String> PEOPLE = Words.of("""
        patients participants clients people persons individuals adults adolescents children students women men
        couples therapists clinicians counsellors counselors psychologists respondents subjects users volunteers
        raters experts supervisees trainees nurses teachers parents
        """);

    /** A middle answer, several ratings of each, or weights: no whole numbers any more. */
    private static final String[] OTHERS = {
        "half point", "half-point", "averaged", "weighted", "adjusted", "imput", "estimated", "visual analog", "slider"
    };

    /** @param sentence in which the numbers stand */
    Optional<Remark> check(List<Statistic> numbers, String sentence) {
        Optional<Statistic> mean = only(numbers);
        if (mean.isEmpty()) {
            return Optional.empty();
        }
        String small = sentence.toLowerCase(Locale.ROOT);
        if (!Words.holdOneOf(small, OF_ONE_ITEM) || Words.holdOneOf(small, OTHERS)) {
            return Optional.empty();
        }
        Optional<BigDecimal> people = size(numbers);
        Optional<BigDecimal> value = mean.get().point();
        if (people.isEmpty() || value.isEmpty() || isGiven(value.get(), people.get())) {
            return Optional.empty();
        }
        BigDecimal sum = value.get().multiply(people.get());
        return Optional.of(new Remark(
                mean.get(),
                FLAG,
                "Whole answers of %s people cannot have a mean of %s; the nearest are %s and %s."
                        .formatted(
                                people.get().toPlainString(),
                                value.get().toPlainString(),
                                told(sum.setScale(0, RoundingMode.FLOOR), people.get(), value.get()),
                                told(sum.setScale(0, RoundingMode.CEILING), people.get(), value.get()))));
    }

    private static String told(BigDecimal sum, BigDecimal people, BigDecimal like) {
        return sum.divide(people, like.scale(), RoundingMode.HALF_UP).toPlainString();
    }

    /** Whether a sum of whole numbers gives the mean as printed, rounded either way or cut off. */
    private static boolean isGiven(BigDecimal mean, BigDecimal people) {
        Span printed = Span.cut(mean.abs());
        double n = people.doubleValue();
        double sum = Math.floor(printed.high() * n);
        return sum >= printed.low() * n;
    }

    private Optional<Statistic> only(List<Statistic> numbers) {
        List<Statistic> means =
                numbers.stream().filter(number -> number.type().equals(ofMean)).toList();
        return means.size() == 1 ? Optional.of(means.getFirst()) : Optional.empty();
    }

    /** The only number of people in the sentence: others may have left the item out. */
    private static Optional<BigDecimal> size(List<Statistic> numbers) {
        List<BigDecimal> sizes = new ArrayList<>();
        for (Statistic number : numbers) {
            number.attachment(Attachment.SampleSize.class).ifPresent(n -> sizes.add(n.value()));
            if (number instanceof Statistic.Count count) {
                boolean people =
                        count.unit().isEmpty() || PEOPLE.contains(count.unit().toLowerCase(Locale.ROOT));
                sizes.add(people ? count.quantity().exact().orElse(BigDecimal.ZERO) : BigDecimal.ZERO);
            }
        }
        return sizes.size() == 1 && sizes.getFirst().signum() > 0 ? Optional.of(sizes.getFirst()) : Optional.empty();
    }
}
