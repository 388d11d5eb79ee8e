package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    /** XPath and XQuery Functions and Operators section 5.6.1.1 knows of no line but what a newline ends. */
    @Test
    void findsWhatXpathSaysWhereJavaDoesNot() {
        assertThat(expression("(a|b)$", "").matches("b\n")).isFalse();
        assertThat(expression("(a|b)$", "m").matches("b\nc")).isTrue();
        assertThat(expression("(a|b).c", "").matches("b\rc")).isTrue();
        assertThat(expression("(a|b).c", "").matches("b\nc")).isFalse();
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

    @Test
    void stops() {
        Ledger ledger = new Ledger(Limits.standard());
        RegularExpression expression = RegularExpression.of("a|b", "", ledger);
        ledger.stop(Ledger.Stop.TIME);

        assertThatThrownBy(() -> expression.matches("a")).isInstanceOf(QueryCancelledException.class);
        assertThatThrownBy(() -> expression.over("a")).isInstanceOf(QueryCancelledException.class);
    }

    /** What XPath knows and RE2 does not, or what the engine of ARQ knew, with what is to be done about it. */
    @ParameterizedTest
    @CsvSource({
        "'(a|b)\\1', Compare",
        "'(a)(b)\\12', Compare",
        "'[a-z-[aeiou]]', what remains",
        "'[a-z&&[^aeiou]]', what remains",
        "'[[:alpha:]]', what remains",
        "'a(?=b)', Write two",
        "'a(?!b)', Write two",
        "'(?<=a)b', Write two",
        "'(?<!a)b', Write two",
        "'(?>a)b', Write two",
        "'(?U)\\w', Write two",
        "'\\i\\c*', '\\p{L}'",
        "'[\\i]', '\\p{L}'",
        "'\\p{IsGreek}', numbers",
        "'[\\P{InGreek}]', numbers",
        "'\\0101', 'Write \\x'",
        "'\\v', 'Write \\x'",
        "'a\\b{g}', 'Write \\b'",
        "'a*+', '*+'",
        "'\\h', '\\h'",
        "'a{1001}', '{1001}'",
    })
    void refusesWhatItDoesNotKnowAndSaysWhatToDo(String pattern, String instead) {
        assertThatThrownBy(() -> expression(pattern, ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED))
                .hasMessageContaining(instead);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\[a-z-\\[aeiou\\]\\]",
                "[a&]&&b",
                "\\\\1",
                "(?:a|b)(?i)c(?-i:d)(?<name>e)",
                "\\Q(a)\\1[[\\E",
                "[]]\\Q(?=\\E",
                "[^]-]\\p{L}\\PN[\\p{Lu}\\P{Nd}]",
                "\\x{41}\\x41[\\x{370}-\\x{3FF}]"
            })
    void takesWhatOnlyLooksLikeIt(String pattern) {
        assertThat(expression(pattern, "").matches("?")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a(, ''", "a, z", "'a{,3}', ''", "*, ''", "[, ''", "\\, ''"})
    void failsAsArqDoesForWhatIsNoPattern(String pattern, String flags) {
        assertThatThrownBy(() -> expression(pattern, flags)).isInstanceOf(ExprEvalException.class);
    }

    static List<String> large() {
        return List.of(
                "a".repeat(4_097),
                "((a{100}){100}){100}",
                "(a{1000}){0,1000}b",
                "(((a{2}){20}){50}){20}",
                "(".repeat(65) + "a" + ")".repeat(65),
                "\\p{L}|".repeat(101) + "a");
    }

    @ParameterizedTest
    @MethodSource("large")
    void refusesWhatIsTooLarge(String pattern) {
        assertThatThrownBy(() -> expression(pattern, "")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}([.]\\d{1,9})?$",
                "[A-Z]{2}\\d{2} ?\\d{4} ?\\d{4} ?\\d{4} ?\\d{4} ?\\d{4} ?\\d{4} ?\\d{0,4}",
                "([0-9]{1,3}\\.){3}[0-9]{1,3}",
                "(\\w{1,30} ){0,30}x",
            })
    void countsRepetitionsWithinOthersOnly(String pattern) {
        assertThat(expression(pattern, "").matches("?")).isFalse();
    }

    @Test
    void notesLargeAutomataInTheLedger() {
        Ledger ledger = new Ledger(Limits.standard());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        RegularExpression.of("(a|b){900}x" + i, "", ledger);
                    }
                })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MiB");
        RegularExpression.of("(a|b){90}x", "", ledger);
    }

    @Test
    void refusesLongTextsForLargePatternsSinceItCannotBeStopped() {
        String text = "a".repeat(1_000_000);

        assertThat(expression("a*a*a*b", "").matches(text)).isFalse();
        assertThatThrownBy(() -> expression("(a|b){100}c", "").matches(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_COSTLY));
        assertThat(expression("(a)|b", "").matches(text)).isTrue();
        assertThatThrownBy(() -> expression("(a)(a)(a)(a)|b", "").over(text)).isInstanceOf(Refusal.class);
    }

    /** XPath and XQuery Functions and Operators section 5.6.1.1. */
    @ParameterizedTest
    @CsvSource({
        "' a [ b] c ', x, a c",
        "'a b', x, ab",
        "'a\\ b', x, a b",
        "'a {2}', x, aa",
        "'a#b', x, a#b",
        "a+.(b), q, a+.(b)",
        "A+.(b), iq, a+.(B)",
        "'a b', xq, a b"
    })
    void heedsFlags(String pattern, String flags, String text) {
        assertThat(expression(pattern, flags).matches(text)).isTrue();
        assertThat(expression(pattern, flags).matches("?")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'(meta-analys[ei]s|systematic review).*effect', meta-analys, systematic review",
        "'(ab|c)?de{2}f+gh*', de,",
        "'therap(y|ist)s?\\b', therap,",
        "'xa?yz', yz,",
        "'a{0}bc', bc,",
        "'\\x41b', b,",
        "'\\x{41}\\pLb\\.', b.,",
    })
    void knowsWhichWordsATextMustHave(String pattern, String one, @Nullable String other) {
        assertThat(PatternReader.read(pattern, false).words())
                .containsExactlyElementsOf(
                        Stream.of(one, other).filter(Objects::nonNull).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc|.", "a*", "(a|b*)", "[abc]", "a|b|c|d|e|f|g|h|i", "a|", "(?i)abc", "\\Qa\\E"})
    void knowsOfNoWordsWhereThereNeedBeNone(String pattern) {
        assertThat(PatternReader.read(pattern, false).words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kelvin, \u212Aelvin", "masse, ma\u017F\u017Fe", "ABC, abc", "é, É", "xéy, XÉY", "straße, STRAßE"})
    void findsWordsInAnyCase(String pattern, String text) {
        assertThat(expression(pattern, "i").matches("a " + text)).isTrue();
        assertThat(expression(pattern, "").matches("a " + text)).isFalse();
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
