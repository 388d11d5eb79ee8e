package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however broken. */
class FindingProperties {
    private static final int PLACE = 1000;
    private final FindingFinder finder = new FindingFinder(PrintedStatistics.READER, PrintedStatistics.CHECK);

    @Property(tries = 400)
    void anyTextIsReadWithoutComplaint(@ForAll String text) {
        check(text);
    }

    @Property(tries = 1000)
    void shuffledPiecesOfResultsAreReadWithoutComplaint(@ForAll("pieces") List<String> pieces) {
        check(String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "r",
                        "d",
                        "β",
                        "OR",
                        " = ",
                        "<",
                        "≥",
                        ".31",
                        "0·5",
                        "−",
                        "-",
                        "–",
                        "1,180",
                        "12",
                        "100",
                        "%",
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        "; ",
                        " ",
                        " to ",
                        " and ",
                        "between ",
                        "from ",
                        "ranged ",
                        "95% CI ",
                        "CI 95% ",
                        "p < ",
                        "both ",
                        "all ps ",
                        "n.s.",
                        "ns",
                        "SD",
                        "SE ",
                        "df = ",
                        "n = ",
                        "k",
                        "F(1,58)",
                        "χ²",
                        "t(9)",
                        "mean ",
                        "±",
                        " years",
                        "-month",
                        " patients",
                        "half ",
                        "one ",
                        "in ",
                        "out of ",
                        "two hundred ",
                        "million ",
                        "over ",
                        "at least ",
                        "£",
                        "1.5 times ",
                        "IQR ",
                        ". ",
                        "et al. ",
                        "Cohen's d",
                        "e-7",
                        "×10",
                        "aged ",
                        "and older",
                        "on average",
                        "prediction interval ",
                        "sleep ",
                        "the effect of ",
                        "on mood ",
                        "was ",
                        "associated with ",
                        "predicted ",
                        "more effective than ",
                        "compared with ",
                        "😀",
                        "\uD800",
                        "é",
                        "٣")
                .list()
                .ofMaxSize(40);
    }

    private void check(String text) {
        Passage paragraph = new Passage(text, PLACE);
        List<Finding> findings = finder.find(paragraph);
        assertThat(finder.find(paragraph)).isEqualTo(findings);
        int end = PLACE;
        for (Finding finding : findings) {
            Passage sentence = finding.sentence();
            assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
            end = sentence.end();
            int first = text.offsetByCodePoints(0, sentence.start() - PLACE);
            assertThat(text.startsWith(sentence.text(), first)).isTrue();
            Stream<Passage> said = finding.numbers().stream()
                    .map(Reported::claim)
                    .flatMap(claim -> Stream.concat(
                            Stream.of(claim.predictor(), claim.comparator(), claim.timepoint(), claim.subgroup()),
                            claim.outcomes().stream()))
                    .filter(passage -> !passage.isEmpty());
            Stream<Passage> read = finding.statistics().stream().map(Statistic::printed);
            for (Passage printed : Stream.concat(read, said).toList()) {
                int from = sentence.text().offsetByCodePoints(0, printed.start() - sentence.start());
                assertThat(printed.isEmpty()).isFalse();
                assertThat(sentence.text().startsWith(printed.text(), from)).isTrue();
            }
        }
    }
}
