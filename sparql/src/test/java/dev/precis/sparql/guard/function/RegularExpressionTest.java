package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.RegexEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
    private static final List<String> FLAGS = List.of("", "i", "s", "m", "is");
    private static final List<String> ATOMS = List.of(
            "a", "b", "B", "é", "x", " ", "-", ".", "[ab]", "[^a]", "[a-c]", "\\w", "\\s", "\\D", "\\.", "\\b", "^",
            "$");
    /** Not those with numbers: Java misses some matches of (a|^[ab]*){2}. */
    private static final List<String> GROUP_REPETITIONS = List.of("", "", "?", "*", "+", "*?");

    private static final List<String> REPETITIONS = List.of("", "", "", "", "?", "*", "+", "*?", "{2}", "{1,3}");
    private static final String LETTERS = "aabbcxABÉé .-1";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatJavaFinds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            String pattern = pattern(random, 1);
            String flags = FLAGS.get(random.nextInt(FLAGS.size()));
            RegularExpression expression = expression(pattern, flags);
            Pattern java = RegexEngine.makePattern("", pattern, flags);
            for (int j = 0; j < 5; j++) {
                String text = text(random, 1 + random.nextInt(12));
                assertThat(expression.matches(text))
                        .as("\"%s\" with flags \"%s\" in \"%s\"", pattern, flags, text)
                        .isEqualTo(java.matcher(text).find());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "(meta-analys[ei]s|systematic review).*effect, is",
        "therap(y|ist)s?\\b, i",
        "e.*s.*t.*zz, s",
        "'^[^a]*(x|é)?.{2,9}$', m"
    })
    void findsInLongTextsWhatJavaFinds(String pattern, String flags) {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            String text = text(random, 500) + (i % 2 == 0 ? " Systematic Review of an effect on therapists" : "");
            assertThat(expression(pattern, flags).matches(text))
                    .isEqualTo(RegexEngine.makePattern("", pattern, flags)
                            .matcher(text)
                            .find());
        }
    }

    @Test
    void findsLikeArqWhereEnginesDiffer() {
        assertThat(expression("(a|b)$", "").matches("b\n")).isTrue();
        assertThat(expression("(a|b).c", "").matches("b\rc")).isFalse();
        assertThat(expression("a*.c", "q").matches("xa*.cx")).isTrue();
    }

    /** Each would take Java's engine for ever, some of them without asking for a single character. */
    @ParameterizedTest
    @Timeout(20)
    @CsvSource({
        "'(a|b).*.*.*.*.*c', 20000",
        "'a*a*a*a*a*a*a*c', 20000",
        "'a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', 33",
        "'(a+)+b', 40",
        "'a(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)^', 9",
        "'a()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?()?^', 9",
        "'^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?^?$b', 9"
    })
    void doesNotRunAway(String pattern, int length) {
        assertThat(expression(pattern, "").matches("a".repeat(length))).isFalse();
    }

    @Test
    void goesNoDeeperThanItsPatternIsLong() throws InterruptedException {
        String text = "ab".repeat(30_000);
        boolean[] found = new boolean[2];
        Thread shallow = new Thread(
                null,
                () -> {
                    found[0] = expression("(a|b)*(c|d)", "").matches(text);
                    found[1] = expression("^(a|b).*[ab]+(c|b)$", "").matches(text);
                },
                "shallow",
                256 << 10);
        shallow.start();
        shallow.join(Duration.ofSeconds(20));

        assertThat(found).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)((a|aa)+)+$", "[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*(?=1)", "(a|aa)+ $"})
    void stops(String pattern) {
        Ledger ledger = new Ledger(Limits.standard());
        ledger.stop(Ledger.Stop.TIME);

        assertThatThrownBy(() -> RegularExpression.of(pattern, pattern.contains(" ") ? "x" : "", ledger)
                        .matches("a".repeat(100) + "b"))
                .isInstanceOf(QueryCancelledException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a+.*b", "(meta|mega)-analys[ei]s", "\\(a\\)*", "therap(y|ist)s?\\b", "[0-9]{4}", "a|b", "(?:a)"
            })
    void seesWhatJavaDoes(String pattern) {
        assertThat(Backtracking.unseenSteps(pattern)).isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a)*",
                "(a)+",
                "(a){2}",
                "\\\\(a)*",
                "(?i)a",
                "(?=a)",
                "(a)\\1",
                "\\Qa",
                "\\p{L}",
                "\\R",
                "a{0}",
                "a{0,9}",
                "a{2,}",
                "a{100}",
                "^?",
                "$*",
                "\\b?",
                "\\B+"
            })
    void doesNotSeeWhatJavaDoes(String pattern) {
        assertThat(Backtracking.unseenSteps(pattern)).isInfinite();
    }

    private static RegularExpression expression(String pattern, String flags) {
        return RegularExpression.of(pattern, flags, new Ledger(Limits.standard()));
    }

    /** One that Java knows, and that both engines mean to be the same. */
    private static String pattern(Random random, int depth) {
        while (true) {
            String pattern = alternatives(random, depth);
            try {
                Pattern.compile(pattern);
                return pattern;
            } catch (PatternSyntaxException e) {
                // what cannot be repeated is repeated
            }
        }
    }

    private static String alternatives(Random random, int depth) {
        StringBuilder pattern = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            for (int j = random.nextInt(4); j >= 0; j--) {
                boolean group = depth > 0 && random.nextInt(4) == 0;
                String atom =
                        group ? "(" + alternatives(random, depth - 1) + ")" : ATOMS.get(random.nextInt(ATOMS.size()));
                boolean place = List.of("^", "$", "\\b").contains(atom);
                List<String> repetitions = group ? GROUP_REPETITIONS : REPETITIONS;
                pattern.append(atom).append(place ? "" : repetitions.get(random.nextInt(repetitions.size())));
            }
            pattern.append(i > 0 ? "|" : "");
        }
        return pattern.toString();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
