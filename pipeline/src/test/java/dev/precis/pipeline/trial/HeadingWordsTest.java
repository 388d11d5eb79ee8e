package dev.precis.pipeline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Practice Implications",
                "Implications for research",
                "Take-home message",
                "Key points",
                "What this means",
                "What this means for clinicians:",
                "Bottom line",
                "The bottom line",
                "Fazit für die Praxis",
                "Implications cliniques",
                "À retenir",
                "Implicaciones para la práctica"
            })
    void knowsHowBlogsHeadImplications(String heading) {
        assertThat(HeadingWords.areImplications(heading)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Methods", "Results", "What happened next", "References", "Related posts", "About the author"})
    void takesNoOtherHeadingForThem(String heading) {
        assertThat(HeadingWords.areImplications(heading)).isFalse();
    }
}
