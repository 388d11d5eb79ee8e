package dev.precis.pipeline.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        noindex                                        | true  | false
        "NOINDEX , NoFollow"                           | true  | true
        none                                           | true  | true
        "all, follow, max-snippet: -1"                 | false | false
        "unavailable_after: 25 Jun 2030, noindex"      | true  | false
        "otherbot: noindex, nofollow"                  | false | false
        "precis: nofollow"                             | false | true
        "otherbot: noindex, precis: nofollow"          | false | true
        ""                                             | false | false
        "noindexed, x-nofollow"                        | false | false
        """)
    void readsWhatIsForUs(String text, boolean noindex, boolean nofollow) {
        assertThat(RobotsRules.of(text == null ? "" : text)).isEqualTo(new RobotsRules(noindex, nofollow));
    }

    @ParameterizedTest
    @CsvSource({"noindex, otherbot: nofollow", "otherbot: nofollow, noindex"})
    void aNameHoldsForItsHeaderOnly(String first, String second) {
        assertThat(RobotsRules.of(first + "\n" + second)).isEqualTo(new RobotsRules(true, false));
    }
}
