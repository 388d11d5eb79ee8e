package dev.precis.pipeline.understand.finding.token;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns written-out numbers into numbers: "Fifty-three", "one hundred and twenty", "1.2 million". */
public final class NumberWords {
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000, "billion", 1_000_000_000);

    private static final Set<String> TIMES = Set.of("year", "month", "week", "day", "hour", "minute", "session");

    private NumberWords() {}

    /** The same tokens, with each run of number words as one number. */
    static List<Token> merge(List<Token> tokens) {
        List<Token> merged = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); ) {
            Token first = tokens.get(i);
            long sum = small(first);
            int next = i + 1;
            if (sum > 0) {
                next = extend(tokens, next, sum, merged);
            } else if (first.isNumber() && next < tokens.size() && scale(tokens.get(next)) > 100) {
                BigDecimal value = plain(first.value().multiply(BigDecimal.valueOf(scale(tokens.get(next)))));
                merged.add(Token.number(
                        first.text(), value, first.start(), tokens.get(next).end()));
                next++;
            } else {
                hyphenated(first, merged);
            }
            i = next;
        }
        return merged;
    }

    /** "two-year" counts as "2-year" does; "two-tailed" does not. */
    private static void hyphenated(Token token, List<Token> merged) {
        int hyphen = token.isWord() ? token.lower().indexOf('-') : -1;
        int number = hyphen < 0 ? 0 : small(Token.word(token.lower().substring(0, hyphen), 0, 0));
        if (number == 0 || !TIMES.contains(token.lower().substring(hyphen + 1))) {
            merged.add(token);
            return;
        }
        int cut = token.start() + hyphen;
        merged.add(Token.number(token.text().substring(0, hyphen), BigDecimal.valueOf(number), token.start(), cut));
        merged.add(Token.sign("-", cut, cut + 1));
        merged.add(Token.word(token.text().substring(hyphen + 1), cut + 1, token.end()));
    }

    /** Reads on from a first small number: scales multiply, what follows a scale is added. */
    private static int extend(List<Token> tokens, int from, long first, List<Token> merged) {
        long done = 0;
        long sum = first;
        int next = from;
        boolean scaled = false;
        while (next < tokens.size() && next - from < 8) {
            Token token = tokens.get(next);
            if (scale(token) > 0) {
                sum *= scale(token);
                scaled = true;
                if (scale(token) > 100) {
                    done += sum;
                    sum = 0;
                }
                next++;
            } else if (scaled
                    && token.lower().equals("and")
                    && next + 1 < tokens.size()
                    && small(tokens.get(next + 1)) > 0) {
                sum += small(tokens.get(next + 1));
                next += 2;
            } else if ((scaled || sum >= 20 && sum < 100 && sum % 10 == 0 && small(token) < 10) && small(token) > 0) {
                sum += small(token);
                next++;
            } else {
                break;
            }
        }
        Token start = tokens.get(from - 1);
        merged.add(Token.number(
                start.text(),
                BigDecimal.valueOf(done + sum),
                start.start(),
                tokens.get(next - 1).end()));
        return next;
    }

    /** 1 to 99, hyphenated or not; 0 for what is no such word. */
    public static int small(Token token) {
        if (!token.isWord()) {
            return 0;
        }
        String word = token.lower();
        @Nullable Integer simple = UNITS.containsKey(word) ? UNITS.get(word) : TENS.get(word);
        if (simple != null) {
            return simple;
        }
        int hyphen = word.indexOf('-');
        if (hyphen < 0) {
            return 0;
        }
        int tens = TENS.getOrDefault(word.substring(0, hyphen), 0);
        int units = UNITS.getOrDefault(word.substring(hyphen + 1), 0);
        return tens > 0 && units > 0 && units < 10 ? tens + units : 0;
    }

    private static int scale(Token token) {
        return token.isWord() ? SCALES.getOrDefault(token.lower(), 0) : 0;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
