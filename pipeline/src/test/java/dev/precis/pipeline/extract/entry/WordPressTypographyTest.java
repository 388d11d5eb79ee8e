package dev.precis.pipeline.extract.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wptexturize of WordPress 6.1.9 answers to the same. */
class WordPressTypographyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        A "good enough" alliance                | A “good enough” alliance
        "Quoted," she said: ("twice")           | “Quoted,” she said: (“twice”)
        Why don't we?                           | Why don’t we?
        The 'inner' voice of the patients'      | The ‘inner’ voice of the patients’
        since '89, and rock 'n' roll            | since ’89, and rock ‘n’ roll
        wait -- then---stop; 3 - 4; 1--2        | wait — then—stop; 3 – 4; 1–2
        a well-known fact...                    | a well-known fact…
        a room of 9' by 12" and 3x4             | a room of 9′ by 12″ and 3×4
        he wrote "at 9" and left                | he wrote “at 9” and left
        <em>"all"</em> of <b>it</b>             | <em>“all”</em> of <b>it</b>
        <a title="as is">"not"</a>              | <a title="as is">“not”</a>
        <code>a -- "b"</code> and "c"           | <code>a -- "b"</code> and “c”
        <!-- wp:list {"ordered":true} -->"x"    | <!-- wp:list {"ordered":true} -->“x”
        """)
    void setsMarksAsWordPressDoes(String typed, String shown) {
        assertThat(WordPressTypography.set(typed, "en-US")).isEqualTo(shown);
    }

    @Test
    void leavesQuotationMarksOfOtherLanguagesAlone() {
        assertThat(WordPressTypography.set("c'est \"bien\" -- non ?", "fr-FR")).isEqualTo("c’est \"bien\" — non ?");
    }
}
