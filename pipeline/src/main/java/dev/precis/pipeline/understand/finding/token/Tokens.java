package dev.precis.pipeline.understand.finding.token;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of a sentence with the brackets they stand in; asking beyond either end is safe. */
public final class Tokens {
    /** The group of what stands in no bracket. */
    public static final int OUTSIDE = -1;

    private static final Token NOTHING = Token.sign("", 0, 0);

    private final List<Token> tokens;
    private final int[] groups;
    private final int[] words;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
        this.groups = new int[tokens.size()];
        this.words = new int[tokens.size() + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < groups.length; i++) {
            Token token = tokens.get(i);
            if (token.text().equals(")") || token.text().equals("]")) {
                open.poll();
            }
            groups[i] = open.isEmpty() ? OUTSIDE : open.peek();
            if (token.text().equals("(") || token.text().equals("[")) {
                open.push(i);
            }
            words[i + 1] = words[i] + (token.isWord() ? 1 : 0);
        }
    }

    public static Tokens of(String sentence) {
        return of(sentence, Numerals.POINT);
    }

    /** @param numerals of the sentence's language */
    public static Tokens of(String sentence, Numerals numerals) {
        return new Tokens(NumberWords.merge(Tokenizer.read(sentence, numerals)));
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    public String text(int i) {
        return get(i).text();
    }

    public String lower(int i) {
        return get(i).lower();
    }

    public boolean is(int i, String text) {
        return text(i).equals(text);
    }

    /** The words from {@code from} (inclusive) to {@code to} (exclusive), a space between two. */
    public String words(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    public boolean isOneOf(int i, Set<String> lowerCase) {
        return i >= 0 && i < tokens.size() && lowerCase.contains(lower(i));
    }

    public boolean isNumber(int i) {
        return get(i).isNumber();
    }

    public boolean isWord(int i) {
        return get(i).isWord();
    }

    public boolean opens(int i) {
        return is(i, "(") || is(i, "[");
    }

    public boolean closes(int i) {
        return is(i, ")") || is(i, "]");
    }

    /** Index of the bracket that the token stands in, or {@link #OUTSIDE}. */
    public int group(int i) {
        return i >= 0 && i < groups.length ? groups[i] : OUTSIDE;
    }

    /** The token behind the bracket that opens at the token; beyond the end where it is left open. */
    public int afterBracket(int open) {
        int close = open + 1;
        while (close < size() && !(closes(close) && group(close) == group(open))) {
            close++;
        }
        return close + 1;
    }

    /** How many words stand from {@code from} (inclusive) to {@code to} (exclusive). */
    public int wordsBetween(int from, int to) {
        return to <= from ? 0 : words[Math.min(to, words.length - 1)] - words[from];
    }

    /** The place of a word of the set among the {@code reach} tokens before {@code i}, or -1. */
    public int lastBefore(int i, int reach, Set<String> lowerCase) {
        for (int j = i - 1; j >= Math.max(0, i - reach); j--) {
            if (lowerCase.contains(lower(j))) {
                return j;
            }
        }
        return -1;
    }

    public boolean anyBefore(int i, int reach, Set<String> lowerCase) {
        return lastBefore(i, reach, lowerCase) >= 0;
    }

    /** Whether a word of the set stands from {@code from} (inclusive) to {@code to} (exclusive), at most 24 apart. */
    public boolean anyBetween(int from, int to, Set<String> lowerCase) {
        return anyBefore(to, Math.min(24, to - from), lowerCase);
    }
}
