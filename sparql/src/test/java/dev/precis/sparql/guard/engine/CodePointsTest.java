package dev.precis.sparql.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\UFFFFFFFF",
                "\\U80000000",
                "\\U00110000",
                "\\U0000D800",
                "\\U00000000",
                "\\uD800",
                "\\uDC00\\uD800",
                "\\uD83Dx\\uDE00",
                "\\uD83D\\\\uDE00",
                "\\u0000",
                "\\\\\\u0000",
                "\0",
                "\uD800"
            })
    void refusesWhatIsNoCharacter(String text) {
        assertThatThrownBy(() -> CodePoints.decode("ASK { ?s ?p 'a" + text + "b' }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\U0010FFFF",
                "\\U0001F600",
                "\\uD83D\\uDE00",
                "\\u00e9",
                "\\uFFFF",
                "\\\\u0000",
                "\\\\UFFFFFFFF",
                "\\U0000",
                "\\uGGGG",
                "\\n",
                "\\",
                "\uD83D\uDE00"
            })
    void leavesEverythingElseToTheParser(String text) {
        assertThatCode(() -> CodePoints.decode(text)).doesNotThrowAnyException();
    }

    @Test
    void readsEscapesAsTheParserDoes() {
        assertThat(CodePoints.decode("N\\u004FW() '\\n' \\\\u004F \\U0001F600")).isEqualTo("NOW() '\\n' \\\\u004F 😀");
    }
}
