package dev.precis.pipeline.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Implication;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicationSplitterTest {
    private static final int PLACE = 1000;

    @Test
    void aSentenceThatStandsAloneIsOnePieceOfAdvice() {
        assertThat(split("Ask early in therapy. Therapists can repair a rupture. Is the tape of any use?"))
                .containsExactly(
                        "Ask early in therapy.", "Therapists can repair a rupture.", "Is the tape of any use?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask early. This helps both.",
                "Ask early. However, nobody likes it.",
                "Ask early. For example, say how the hour was.",
                "Ask early. It helps.",
                "Ask early. It may be the one to begin with.",
                "Ask early. They may know.",
                "Ask early. Once asked, therapists answer.",
                "Ask early. “That is kind,” one said.",
                "Ask early. (See the handbook.)",
                "Say: “I may be wrong. Please tell me.” and wait.",
                "Say (as they did. Often) what you think.",
                "Ask early. and late.",
                "What would change? Perhaps the first interview.",
                "Ask early.Wait late.",
                "Ask early. …"
            })
    void aSentenceThatPointsBackStaysWithTheOneBefore(String paragraph) {
        assertThat(split(paragraph)).containsExactly(paragraph);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask early. It may be worth asking again.",
                "Ask early. It seems wise to wait.",
                "Ask early. It might also be fruitful for clinicians to wait.",
                "Ask early. Those who supervise could listen.",
                "Ask early. Itemise what was said.",
                "Ask early. Thistles are prickly.",
                "Ask early. “Wait” is a fine word."
            })
    void aSentenceThatOnlySeemsToPointBackStandsAlone(String paragraph) {
        assertThat(split(paragraph)).hasSize(2).first().isEqualTo("Ask early.");
    }

    @Test
    void aPointOfAListIsOnePieceOfAdviceHoweverManySentencesItHas() {
        List<Implication> implications = ImplicationSplitter.split(
                List.of(new Passage("Ask early. Ask late.", 10).asItem(), new Passage("Wait here. Go there.", 40)));

        assertThat(implications).extracting(Implication::paragraph).containsExactly(1, 2, 2);
        assertThat(implications)
                .extracting(Implication::claim)
                .containsExactly(
                        new Passage("Ask early. Ask late.", 10),
                        new Passage("Wait here.", 40),
                        new Passage("Go there.", 51));
    }

    @Test
    void theFirstSentenceOfAParagraphStandsThereWhateverItPointsTo() {
        assertThat(ImplicationSplitter.split(List.of(Passage.of("Ask early."), Passage.of("However, wait."))))
                .extracting(implication -> implication.claim().text())
                .containsExactly("Ask early.", "However, wait.");
    }

    @Property(tries = 500)
    void thePiecesJoinedByASpaceAreThePrintedSection(@ForAll("sections") List<String> section) {
        List<Passage> paragraphs =
                section.stream().map(Texts::normalise).map(Passage::of).toList();
        String printed = paragraphs.stream().map(Passage::text).collect(Collectors.joining(" "));
        List<Implication> implications = ImplicationSplitter.split(paragraphs);

        assertThat(Texts.normalise(implications.stream()
                        .map(implication -> implication.claim().text())
                        .collect(Collectors.joining(" "))))
                .isEqualTo(Texts.normalise(printed));
        for (int number = 1; number <= paragraphs.size(); number++) {
            int wanted = number;
            assertThat(implications.stream()
                            .filter(implication -> implication.paragraph() == wanted)
                            .map(implication -> implication.claim().text())
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(paragraphs.get(number - 1).text());
        }
    }

    @Property(tries = 300)
    void anyTextIsCutIntoPiecesThatStandInIt(@ForAll String text) {
        for (Implication implication : ImplicationSplitter.split(List.of(new Passage(text, PLACE)))) {
            Passage claim = implication.claim();
            int from = claim.start() - PLACE;
            assertThat(text.substring(from, from + claim.text().length())).isEqualTo(claim.text());
            assertThat(claim.text()).isNotBlank();
        }
    }

    @Test
    void takesTimeInProportionToTheText() {
        String hostile = "This is “open (. ".repeat(60_000);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long before = processor.getCurrentThreadCpuTime();
        assertThat(ImplicationSplitter.split(List.of(Passage.of(hostile.strip()))))
                .isNotEmpty();
        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Provide
    Arbitrary<List<String>> sections() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Ask early. ",
                "This helps. ",
                "It is wise to ask. ",
                "“Open ",
                "close.” ",
                "(see ",
                "p. 3) ",
                "Why? ",
                "e.g. ",
                "end.Next ",
                "\u00A0",
                "  ",
                "。",
                "\u200B",
                "\n",
                "…",
                "\uD83D\uDE42");
        Arbitrary<String> paragraph = Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings());
        return paragraph.list().ofMaxSize(4);
    }

    private static List<String> split(String paragraph) {
        return ImplicationSplitter.split(List.of(Passage.of(paragraph))).stream()
                .map(implication -> implication.claim().text())
                .toList();
    }
}
