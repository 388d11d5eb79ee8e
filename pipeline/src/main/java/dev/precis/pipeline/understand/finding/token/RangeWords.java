package dev.precis.pipeline.understand.finding.token;

import dev.precis.pipeline.domain.Words;
import java.util.Set;

/**
 * The words between and before the two ends of a range, in the languages that are read: "de 12 à 48", "von 12 bis 48".
 */
public final class RangeWords {
    private static final Set<String> FROM = Words.of("from de von vom");
    private static final Set<String> TO = Words.of("to à bis");
    private static final Set<String> BETWEEN = Words.of("between entre zwischen");
    private static final Set<String> AND = Words.of("and & et und");

    private RangeWords() {}

    public static boolean isTo(Tokens tokens, int i) {
        return tokens.isOneOf(i, TO);
    }

    public static boolean isBetween(Tokens tokens, int i) {
        return tokens.isOneOf(i, BETWEEN);
    }

    public static boolean isAnd(Tokens tokens, int i) {
        return tokens.isOneOf(i, AND);
    }

    /** The place of a "from" among the {@code reach} tokens before {@code i}, or -1. */
    public static int lastFromBefore(Tokens tokens, int i, int reach) {
        return tokens.lastBefore(i, reach, FROM);
    }
}
