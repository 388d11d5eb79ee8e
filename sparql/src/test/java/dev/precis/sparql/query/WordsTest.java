package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final String TEXT = Words.normal(
            "Żelaźnik’s self-harm study: In Łódź, Bjørn Öström (p < .05) asked Groß about DEPRESSION, R² = .32, and"
                    + " ψυχικός.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "depression",
                "depress",
                "DEPRESSION",
                "zelaznik",
                "Żelaźnik",
                "lodz",
                "bjorn ostrom",
                "gross",
                "GROẞ",
                "self-harm",
                "self harm",
                "\"self-harm study\"",
                "“self harm”",
                "p < .05",
                "ψυχικος",
                "Ψυχικόσ",
                "r2",
                "study depression asked",
                "\"asked",
                "depress \"r² = .32\"",
                "dep­ression",
            })
    void finds(String typed) {
        assertThat(Words.of(typed).in(TEXT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"pression", "anxiety", "depression anxiety", "\"depress\"", "\"study self\"", "\"harm stud\""})
    void doesNotFind(String typed) {
        assertThat(Words.of(typed).in(TEXT)).isFalse();
    }

    @Test
    void seeksNothingWhereNoWordWasTyped() {
        assertThat(Words.of("").isEmpty()).isTrue();
        assertThat(Words.of(" ?! \"\" \" < ").isEmpty()).isTrue();
        assertThat(Words.of("a").isEmpty()).isFalse();
    }

    @Property
    void everyTextHasTheWordsThatItIsMadeOf(@ForAll String text) {
        assertThat(Words.of(text.replace('"', ' ').replaceAll("[“”„]", " ")).in(Words.normal(text)))
                .isTrue();
    }

    @Property
    void aNormalTextStaysAsItIs(@ForAll String text) {
        String normal = Words.normal(text);
        assertThat(Words.normal(normal)).isEqualTo(normal);
        assertThat(normal).startsWith(" ").endsWith(" ").doesNotContain("  ");
    }
}
