package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyWaysTest {
    private static final List<String> PARTS = List.of(
            "(|)",
            "(a|)",
            "(|b)",
            "a?",
            "(a?|b*)",
            "$",
            "(?=(|)|)",
            "(?:(|)(|)){2}",
            "(|){3}",
            "(|){0,2}",
            "(a*)*",
            "(|a)+",
            "(|)*",
            "(b?|a)??",
            "\\1",
            "(?!(|)a)",
            "(?:)",
            "((|)|(|))",
            "(?>|)",
            "\\z",
            "(?:a|)*+");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
        abc, 1
        (?=.*depression)(?=.*anxiety), 1
        (a|b|c)\\1, 3
        (|)(|)(|), 8
        (|)a(|)(|), 4
        (|(|))^, 3
        (?:|){10}, 1024
        ^(?!(|)(|)x), 4
        a*b*c*, 1
        "\\p{L}[^)(|]\\)(|)", 2
        (?<name>|)\\k<name>(|), 4
        """)
    void countsHowOftenNothingIsMatched(String pattern, double ways) {
        Pattern.compile(pattern);
        assertThat(EmptyWays.of(pattern, false)).isBetween(ways, 4 * ways);
    }

    @Test
    void countsHowOftenNothingIsRepeated() {
        assertThat(EmptyWays.of("()\\1{2000000000}z", false)).isGreaterThan(1e9);
        assertThat(EmptyWays.of("(?:(?:){1000}){1000}z", false)).isBetween(1e6, 4e6);
        assertThat(EmptyWays.of("a{2000000000}z", false)).isLessThan(10);
    }

    @Test
    void leavesOutWhiteSpaceAndCommentsWhereTheyMeanNothing() {
        assertThat(EmptyWays.of("(|) (|) # (|)a\n(|)", true)).isEqualTo(8);
        assertThat(EmptyWays.of("(|) (|)", false)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a[b]](|)", "\\Q(\\E", "[]](|)]", "(?x)(|) (|)", "[a&&[^b]]"})
    void countsWhatItDoesNotFollowAsInfinitelyMany(String pattern) {
        assertThat(EmptyWays.of(pattern, false)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Each way ends in a look behind, which asks for the only character. */
    @Test
    void isNoLessThanWhatJavaTries() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder made = new StringBuilder("b");
            for (int part = 0; part < 1 + random.nextInt(9); part++) {
                made.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String pattern = made.append("(?<=x)").toString();

            assertThat((double) ways(pattern)).as(pattern).isLessThanOrEqualTo(EmptyWays.of(pattern, false));
        }
        assertThat(ways("b" + "(|)".repeat(10) + "(?<=x)")).isEqualTo(1_024);
    }

    private static long ways(String pattern) {
        AtomicLong asked = new AtomicLong(-1); // for the b
        CharSequence text = new CharSequence() {
            @Override
            public int length() {
                return 1;
            }

            @Override
            public char charAt(int index) {
                asked.incrementAndGet();
                return 'b';
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return "b".substring(start, end);
            }
        };
        assertThat(Pattern.compile(pattern).matcher(text).find()).isFalse();
        return asked.get();
    }

    @Test
    void refusesAPatternThatNobodyCouldStop() {
        Ledger ledger = new Ledger(Limits.standard());
        RegularExpression endless = RegularExpression.of("(?=b)b" + "(|)".repeat(40) + "^", "", ledger);
        RegularExpression usual = RegularExpression.of("(?=.*one)(?=.*two).*(|)", "", ledger);

        assertThatThrownBy(() -> endless.matches("b")).isInstanceOf(Refusal.class);
        assertThat(usual.matches("two or one")).isTrue();
    }
}
