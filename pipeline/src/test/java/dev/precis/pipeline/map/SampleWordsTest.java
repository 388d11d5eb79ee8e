package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"patients", "depressed patients", "Twenty-four invented volunteers", "Canadians", "couple"})
    void knowsPeople(String unit) {
        assertThat(SampleWords.isPeople(unit)).isTrue();
        assertThat(SampleWords.isStudies(unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"studies", "randomised controlled trials", "RCTs", "meta-analyses"})
    void knowsStudies(String unit) {
        assertThat(SampleWords.isStudies(unit)).isTrue();
        assertThat(SampleWords.isPeople(unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "patients' sessions", "hospitals", "years", ""})
    void takesNothingElseForASample(String unit) {
        assertThat(SampleWords.isPeople(unit)).isFalse();
        assertThat(SampleWords.isStudies(unit)).isFalse();
    }

    /** A word that the reader of counts does not know would never be asked for. */
    @Test
    void everyPluralIsALabelOfTheStatisticTypeCount() {
        Set<String> counted = Ontology.statistics().byNotation("count").stream()
                .flatMap(Concept::labels)
                .map(label -> label.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(Stream.concat(SampleWords.PEOPLE.stream(), SampleWords.STUDIES.stream())
                        .filter(word -> word.endsWith("s")))
                .isNotEmpty()
                .allMatch(counted::contains);
    }
}
