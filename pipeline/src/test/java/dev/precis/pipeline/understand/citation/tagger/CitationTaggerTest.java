package dev.precis.pipeline.understand.citation.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CitationTaggerTest {
    private final CitationTagger tagger = CitationTagger.trained();

    @Test
    void labelsTheWordsOfAnArticle() {
        assertThat(labelled("Ortega, L. M., & de Vries, K. (2018). Hope in groups. Group Studies, 4(2), 1–19."))
                .containsExactly(
                        "FAMILY Ortega",
                        "GIVEN L M",
                        "FAMILY de Vries",
                        "GIVEN K",
                        "DATE 2018",
                        "TITLE Hope in groups",
                        "CONTAINER Group Studies",
                        "VOLUME 4",
                        "ISSUE 2",
                        "PAGE 1 19");
    }

    @Test
    void readsGeneratedCitationsOfStylesItWasNotTrainedOn() {
        int right = 0;
        int whole = 0;
        for (int i = 0; i < 500; i++) {
            Example example = Example.forCalibration(1_000_000 + i);
            Tagging truth = example.truth();
            Tagging read = tagger.tag(example.line());
            boolean same = true;
            for (int t = 0; t < truth.size(); t++) {
                same &= truth.label(t) == read.label(t);
            }
            whole += example.whole() ? 1 : 0;
            right += example.whole() && same ? 1 : 0;
        }
        assertThat(right).isGreaterThan(80 * whole / 100);
    }

    @Test
    void trainsTheSameModelEachTime() {
        byte[] one = TaggerTraining.packed(Trainer.train(150, 1, RealLines.NONE));
        byte[] other = TaggerTraining.packed(Trainer.train(150, 1, RealLines.NONE));
        assertThat(one).isEqualTo(other);
        assertThat(TaggerTraining.packed(Trainer.train(151, 1, RealLines.NONE))).isNotEqualTo(one);
    }

    @Test
    void followsNoHopelessPathAndLosesNothingByIt() {
        Model model = Model.load();
        int[] transitions = new int[Model.TRANSITIONS];
        Arrays.setAll(transitions, i -> model.transitions()[i]);
        for (int i = 0; i < 100; i++) {
            TokenSequence tokens = TokenSequence.of(Example.forCalibration(i).line());
            int[] scores = new int[tokens.size * Label.COUNT];
            Arrays.setAll(scores, at -> Objects.hash(at, tokens.words[at / Label.COUNT]) % 1000);
            byte[] all = Viterbi.best(scores.clone(), tokens.gapKinds, tokens.size, transitions, Integer.MAX_VALUE / 4);
            byte[] hopeful =
                    Viterbi.best(scores, tokens.gapKinds, tokens.size, transitions, Viterbi.range(transitions));
            assertThat(hopeful).isEqualTo(all);
        }
    }

    @Property(tries = 500)
    void labelsAnyText(@ForAll String line) {
        Tagging tagging = tagger.tag(line);
        int last = 0;
        for (int i = 0; i < tagging.size(); i++) {
            assertThat(tagging.start(i)).isGreaterThanOrEqualTo(last);
            assertThat(tagging.end(i)).isGreaterThan(tagging.start(i)).isLessThanOrEqualTo(line.length());
            assertThat(tagging.label(i)).isNotNull();
            last = tagging.end(i);
        }
    }

    @Test
    // time that grew with the square of the length would be hours
    @Timeout(60)
    void leavesALineThatIsNoCitationUnlabelled() {
        assertThat(tagger.tag("a(".repeat(500_000)).size()).isZero();
        assertThat(tagger.tag("").size()).isZero();
        assertThat(tagger.tag("… (.)").size()).isZero();
    }

    private List<String> labelled(String line) {
        Tagging tagging = tagger.tag(line);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tagging.size(); i++) {
            String word = line.substring(tagging.start(i), tagging.end(i));
            if (i > 0 && tagging.label(i) == tagging.label(i - 1)) {
                parts.set(parts.size() - 1, parts.getLast() + " " + word);
            } else {
                parts.add(tagging.label(i) + " " + word);
            }
        }
        return parts;
    }
}
