package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A citation cut into words and numbers, as parallel arrays for speed: token {@code i} runs from {@code starts[i]} to
 * {@code ends[i]}, {@code gaps[i]} tells the punctuation before it, {@code gaps[size]} that at the end of the line.
 */
final class TokenSequence {
    private static final int TYPICAL = 64;

    final String text;
    private final BitSet emphasised;
    int size;
    int[] starts = new int[TYPICAL];
    int[] ends = new int[TYPICAL];
    /** Hashes of the words in lower case. */
    int[] words = new int[TYPICAL];

    /** See {@link Shape}. */
    int[] shapes = new int[TYPICAL];

    /** Hashes of the punctuation. */
    int[] gaps = new int[TYPICAL + 1];

    /** See {@link Gap}. */
    int[] gapKinds = new int[TYPICAL + 1];

    private TokenSequence(String text, BitSet emphasised) {
        this.text = text;
        this.emphasised = emphasised;
    }

    static TokenSequence of(String text) {
        return of(text, new BitSet());
    }

    static TokenSequence of(String text, BitSet emphasised) {
        TokenSequence tokens = new TokenSequence(text, emphasised);
        int at = 0;
        while (true) {
            int start = at;
            while (start < text.length() && !isOfWord(text.charAt(start))) {
                start++;
            }
            tokens.addGap(at, start);
            if (start == text.length()) {
                return tokens;
            }
            at = tokens.isIdentifier(start) ? endOfIdentifier(text, start) : endOfWord(text, start);
            tokens.add(start, at);
        }
    }

    /** Nothing where the line has no italics; else whether the token is outside, inside, or there is none. */
    int emphasis(int token) {
        return emphasised.isEmpty() ? 0 : token < 0 || token >= size ? 3 : emphasised.get(starts[token]) ? 2 : 1;
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            int longer = 2 * size;
            starts = Arrays.copyOf(starts, longer);
            ends = Arrays.copyOf(ends, longer);
            words = Arrays.copyOf(words, longer);
            shapes = Arrays.copyOf(shapes, longer);
            gaps = Arrays.copyOf(gaps, longer + 1);
            gapKinds = Arrays.copyOf(gapKinds, longer + 1);
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = hash(text, start, end);
        shapes[size] = Shape.of(text, start, end);
        size++;
    }

    private void addGap(int start, int end) {
        gaps[size] = Gap.hash(text, start, end);
        gapKinds[size] = Gap.kind(text, start, end);
    }

    /** The hash of these characters without regard to case. */
    static int hash(String text, int start, int end) {
        int hash = 7;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            hash = 31 * hash + (c < 0x80 ? c >= 'A' && c <= 'Z' ? c + 32 : c : Character.toLowerCase(c));
        }
        return hash;
    }

    private static boolean isOfWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isAccent(c);
    }

    private static boolean isAccent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean isIdentifier(int start) {
        return switch (text.charAt(start)) {
            case 'h', 'H' ->
                text.regionMatches(true, start, "http://", 0, 7) || text.regionMatches(true, start, "https://", 0, 8);
            case 'w' -> text.startsWith("www.", start);
            case '1' -> text.startsWith("10.", start) && isRegistrant(start + 3);
            default -> false;
        };
    }

    /** ISO 26324: a DOI begins with "10.", four or more digits and a slash. */
    private boolean isRegistrant(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from >= 4 && at < text.length() && text.charAt(at) == '/';
    }

    private static int endOfIdentifier(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ' && !Character.isSpaceChar(text.charAt(end))) {
            end++;
        }
        while (end > start + 1 && ".,;)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** A hyphen or apostrophe between letters joins them; between numbers it stands for "to". */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean joins = (Gap.folded(c) == '-' || Gap.folded(c) == '\'')
                    && end > start
                    && end + 1 < text.length()
                    && Character.isLetter(text.charAt(end - 1))
                    && Character.isLetter(text.charAt(end + 1));
            if (!joins && !isOfWord(c)) {
                break;
            }
            end++;
        }
        return end;
    }
}
