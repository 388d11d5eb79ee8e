package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternReaderTest {
    @ParameterizedTest
    @CsvSource({
        "[a]b, 0, 3",
        "[^a]b, 0, 4",
        "[]a]b, 0, 4",
        "[^]a]b, 0, 5",
        "[\\]]b, 0, 4",
        "[a, 0, 2",
        "x[^]]y, 1, 5",
    })
    void findsWhereAClassEnds(String pattern, int from, int end) {
        assertThat(PatternReader.endOfClass(pattern, from)).isEqualTo(end);
    }

    /** Letter by letter and copy by copy; a little for each branch and each group. */
    @ParameterizedTest
    @CsvSource({
        "a, 3",
        "a|b, 6",
        "(a), 7",
        "a*, 3",
        "a{3}, 7",
        "'a{0,4}', 9",
        "a{2}{3}, 13",
        "(a{2}){3}, 25",
    })
    void tellsHowLargeItsAutomatonWillBe(String pattern, double size) {
        assertThat(PatternReader.read(pattern, false).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "ab.cd, false, ab",
        "(?:abc)defg, false, defg",
        "(?:abc)d, false, abc",
        "(?i:abc)d, false, ''",
        "\u00e9, false, \u00e9",
        "\u00e9, true, ''",
        "\u007f, true, \u007f",
        "a, true, a",
    })
    void knowsTheLongestWordThatATextMustHave(String pattern, boolean folded, String word) {
        assertThat(String.join(",", PatternReader.read(pattern, folded).words()))
                .isEqualTo(word);
    }

    @Test
    void looksForEightWordsAtMost() {
        assertThat(PatternReader.read("a|b|c|d|e|f|g|h", false).words()).hasSize(8);
        assertThat(PatternReader.read("a|b|c|d|e|f|g|h|i", false).words()).isEmpty();
    }

    @Test
    void takesWhatIsAsLargeAsMayBe() {
        String deepest = "(".repeat(63) + "a" + ")".repeat(63);

        assertThatNoException().isThrownBy(() -> PatternReader.read(deepest, false));
        assertThatNoException().isThrownBy(() -> PatternReader.read("\\p{L}".repeat(100), false));
        assertThatNoException()
                .isThrownBy(() -> RegularExpression.of("a".repeat(4_096), "", new Ledger(Limits.standard())));
        assertThatThrownBy(() -> PatternReader.read("(" + deepest + ")", false)).isInstanceOf(Refusal.class);
    }
}
