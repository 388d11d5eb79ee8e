package dev.precis.sparql.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {
    static Stream<String> examples() {
        return Language.rules("en")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split("\t")[2].split(", ")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesOfARuleAreOneWord(String words) {
        String[] both = words.split(" ");

        assertThat(stem("en", both[0])).isEqualTo(stem("en", both[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "en, depression, depressed",
        "en, therapist, therapists",
        "en-CA, behavioural, behaviors",
        "en, meta-analyses, meta-analysis",
        "en, hospitalisations, hospitalize",
        "de-CH, Depressionen, Depression",
        "fr, dépressions, depression",
        "nl, behandelingen, behandeling",
        "es, depresiones, depresión"
    })
    void formsOfAWordAreOneWord(String language, String one, String other) {
        assertThat(stem(language, one)).isEqualTo(stem(language, other));
    }

    @ParameterizedTest
    @CsvSource({
        "four, for",
        "mentalizing, mental",
        "hour, hor",
        "does, des",
        "therapist, therapy",
        "crisis, cries",
        "base, basis",
        "small, smal",
        "specimen, speciman",
        "patient, patience",
        "raise, raze"
    })
    void otherWordsStayApart(String one, String other) {
        assertThat(stem("en", one)).isNotEqualTo(stem("en", other));
    }

    @Test
    void knowsNothingOfLanguagesThatNoStemmerIsFor() {
        assertThat(Language.of("pl")).isEmpty();
        assertThat(Language.of("")).isEmpty();
        assertThat(Language.of("porter")).isEmpty();
        assertThat(Language.of("en-GB")).isSameAs(Language.of("en"));
    }

    private static String stem(String language, String word) {
        return Forms.name(word, Language.of(language));
    }
}
