package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void splitsAtFullStopsQuestionsAndExclamations() {
        assertThat(split("Owls sleep late. Do larks? They do not! So it is."))
                .containsExactly("Owls sleep late.", "Do larks?", "They do not!", "So it is.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dement et al. (1999) asked owls.",
                "Dement et al. Asked owls.",
                "Naps, e.g. Short ones, help.",
                "Naps (i.e., short ones) help vs. Coffee.",
                "The effect (d = .3. See Table 2) was small.",
                "It was shown by W. C. Dement that naps help.",
                "The value rose by .05 to 0.38 in all.",
                "Dr. Dement asked St. Mary’s Hospital, cf. Fig. 3.",
                "Sleep (r = .3, p. 23) was “good.” so they said."
            })
    void keepsOneSentenceWhole(String sentence) {
        assertThat(split(sentence)).containsExactly(sentence);
    }

    @Test
    void aPAtTheEndOfASentenceEndsIt() {
        assertThat(split("Owls slept better, r = .3, p < .05. Larks did not (p = .4)."))
                .containsExactly("Owls slept better, r = .3, p < .05.", "Larks did not (p = .4).");
    }

    @Test
    void cutsWhereTheNextSentenceTouches() {
        assertThat(split("They slept without symptoms.The owls did too."))
                .containsExactly("They slept without symptoms.", "The owls did too.");
    }

    @Test
    void aBracketThatNeverClosesDoesNotSwallowTheRest() {
        assertThat(split("Sleep helped (B = .1 (95% CI [.0, .2]). Mood did not. Pain did."))
                .containsExactly("Sleep helped (B = .1 (95% CI [.0, .2]).", "Mood did not.", "Pain did.");
    }

    @Test
    void everySentenceKnowsItsPlace() {
        Passage paragraph = new Passage("Owls sleep late.  Larks do not.", 40);
        assertThat(Sentences.split(paragraph))
                .containsExactly(new Passage("Owls sleep late.", 40), new Passage("Larks do not.", 58));
    }

    @Test
    void nothingHasNoSentences() {
        assertThat(split("")).isEmpty();
        assertThat(split("  ")).isEmpty();
    }

    private static List<String> split(String text) {
        return Sentences.split(Passage.of(text)).stream().map(Passage::text).toList();
    }
}
