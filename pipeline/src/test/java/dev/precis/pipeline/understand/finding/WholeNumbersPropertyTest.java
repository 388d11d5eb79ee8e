package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A printed number is read whole or not at all, and a bound of an interval is no value of its own. */
class WholeNumbersPropertyTest {
    private static final List<String> FRAMES = List.of(
            "In all %s%% of the clients recovered.",
            "In all %s %% of the clients recovered.",
            "Some %s patients were seen.",
            "The odds ratio was %s.",
            "Naps helped (d = %s).",
            "Naps helped, g %s, as did walks.",
            "The mean was %s (SD = 6).",
            "Those who slept were %s times as likely to smile.",
            "It took %s weeks.",
            "Between %s and 9999999 sessions were held.",
            "The groups differed by %s points.",
            "Half slept (%s), half did not.");

    @Property(tries = 1500)
    void noValueIsThePartOfALongerNumber(@ForAll("numbers") Printed number, @ForAll("frames") String frame) {
        List<BigDecimal> allowed = new ArrayList<>(number.readings());
        Stream.of("6", "1", "2", "9999999").map(BigDecimal::new).forEach(allowed::add);
        assertThat(values(frame.formatted(number.text())))
                .allSatisfy(value -> assertThat(allowed).anyMatch(one -> one.compareTo(value) == 0));
    }

    @Property(tries = 600)
    void noBoundIsAValueOfItsOwn(
            @ForAll("results") List<String> results, @ForAll("links") String link, @ForAll("names") String name) {
        String sentence = "They found %s of %s for sleep.".formatted(name, String.join(" for mood" + link, results));
        List<BigDecimal> printed = results.stream()
                .map(result -> new BigDecimal(result.substring(0, result.indexOf(' '))))
                .toList();
        List<BigDecimal> read = PrintedStatistics.READER.read(Passage.of(sentence)).stream()
                .flatMap(WholeNumbersPropertyTest::own)
                .toList();
        assertThat(read).allSatisfy(value -> assertThat(printed).contains(value));
        assertThat(read).isNotEmpty();
    }

    @Provide
    Arbitrary<String> frames() {
        return Arbitraries.of(FRAMES);
    }

    @Provide
    Arbitrary<String> links() {
        return Arbitraries.of(" and of ", " and ", ", and of ", ", ", "; ", " but ", " versus ", " and only ");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("an OR", "odds ratios", "an SMD", "correlations", "a hazard ratio");
    }

    /** "1.84 (1.22, 2.46)", in the ways that brackets and bounds are printed. */
    @Provide
    Arbitrary<List<String>> results() {
        Arbitrary<String> shape = Arbitraries.of("(%s, %s)", "[%s, %s]", "(%s to %s)", "(%s-%s)", "[%s; %s]");
        return Combinators.combine(Arbitraries.integers().between(30, 90), shape)
                .as((middle, form) ->
                        "0.%d %s".formatted(middle, form.formatted("0." + (middle - 17), "0." + (middle + 9))))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Printed> numbers() {
        Arbitrary<Integer> few = Arbitraries.integers().between(10, 99);
        Arbitrary<Integer> three = Arbitraries.integers().between(100, 999);
        return Combinators.combine(few, three, few, Arbitraries.integers().between(0, 9))
                .as(WholeNumbersPropertyTest::printed);
    }

    private static Printed printed(int a, int b, int c, int form) {
        return switch (form) {
            case 0 -> new Printed(a + "," + c, decimals(a + "." + c));
            case 1 -> new Printed(a + "," + c % 10, decimals(a + "." + c % 10));
            case 2 -> new Printed(a + "." + b + "," + c, decimals("" + a + b + "." + c));
            case 3 -> new Printed(a + "," + b + "." + c, decimals("" + a + b + "." + c));
            case 4 -> new Printed(a + "'" + b, decimals("" + a + b));
            case 5 -> new Printed(c + "." + b + "." + b, decimals("" + c + b + b));
            case 6 -> new Printed(a + "," + c + "," + b, decimals("" + a + c + b));
            case 7 -> new Printed(a % 10 + " ." + c, List.of());
            case 8 -> new Printed(a + "." + c + ".20" + c, List.of());
            default -> new Printed(a + "\u202F" + b + "," + c, decimals("" + a + b + "." + c));
        };
    }

    private static List<BigDecimal> decimals(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }

    private static List<BigDecimal> values(String sentence) {
        return PrintedStatistics.READER.read(Passage.of(sentence)).stream()
                .flatMap(statistic -> Stream.concat(own(statistic), attached(statistic)))
                .toList();
    }

    private static Stream<BigDecimal> own(Statistic statistic) {
        return switch (statistic) {
            case Statistic.Estimate estimate -> ends(estimate.quantity());
            case Statistic.Count count -> ends(count.quantity());
            case Statistic.Ratio ratio -> Stream.of(ratio.numerator(), ratio.denominator());
            case Statistic.BareProbability ignored -> Stream.of();
        };
    }

    private static Stream<BigDecimal> ends(Quantity quantity) {
        return Stream.of(quantity.low(), quantity.high());
    }

    private static Stream<BigDecimal> attached(Statistic statistic) {
        return statistic.attachments().stream().flatMap(attachment -> switch (attachment) {
            case Attachment.Interval interval -> Stream.of(interval.lower(), interval.upper());
            case Attachment.Probability p -> Stream.of(p.value());
            case Attachment.StandardError error -> Stream.of(error.value());
            case Attachment.StandardDeviation deviation -> Stream.of(deviation.value());
            case Attachment.DegreesOfFreedom freedom -> freedom.values().stream();
            case Attachment.SampleSize n -> Stream.of(n.value());
            case Attachment.Studies k -> Stream.of(k.value());
        });
    }

    /** @param readings the values that the whole number may have */
    record Printed(String text, List<BigDecimal> readings) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "\"%s\"", text);
        }
    }
}
