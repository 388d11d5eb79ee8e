package dev.precis.pipeline.understand.citation.tagger;

/**
 * What a token's place in the whole line tells: the sentence and the phrase it is in, whether the year has been
 * printed, how far the next number is. Two passes over the tokens.
 */
final class Surroundings {
    private static final int SCARCELY = 40;
    private static final int MOSTLY = 75;
    private static final int LONG_WORD = 4;
    private static final int MOST_BREAKS = 5;
    private static final int FARTHEST = 7;

    /** How many sentences ended before. */
    final int[] breaks;

    final int[] sentences;
    final int[] phrases;
    /** What the phrase looks like that follows the token's own. */
    final int[] phraseAfter;

    final int[] numberAhead;

    /** Whether the year stands early, late or nowhere, and whether it has been printed. */
    final int[] dated;

    /** Whether the token stands in quotation marks, after some or before all, and whether in brackets. */
    final int[] enclosed;

    private static final int IN_BRACKETS = 4;

    private final TokenSequence tokens;
    private final int[] kinds;

    Surroundings(TokenSequence tokens) {
        this.tokens = tokens;
        int size = tokens.size;
        kinds = new int[size];
        breaks = new int[size + 1];
        sentences = new int[size + 1];
        phrases = new int[size + 1];
        phraseAfter = new int[size];
        numberAhead = new int[size];
        dated = new int[size];
        enclosed = new int[size];
        for (int i = 0; i < size; i++) {
            kinds[i] = Vocabulary.kind(tokens.words[i]);
        }
        date();
        divide();
        countToNumbers();
        enclose();
    }

    private void enclose() {
        int quoted = 0;
        int brackets = 0;
        int at = 0;
        for (int i = 0; i < tokens.size; i++) {
            for (; at < tokens.starts[i]; at++) {
                char c = Gap.folded(tokens.text.charAt(at));
                boolean opens = at == 0 || tokens.text.charAt(at - 1) <= ' ' || tokens.text.charAt(at - 1) == '(';
                switch (c) {
                    case '(', '[' -> brackets = 1;
                    case ')', ']' -> brackets = 0;
                    case '"' -> quoted = quoted == 1 ? 2 : 1;
                    case '\'' -> quoted = quoted == 1 ? 2 : opens ? 1 : quoted;
                    default -> {}
                }
            }
            enclosed[i] = quoted + IN_BRACKETS * brackets;
            at = tokens.ends[i];
        }
    }

    int kind(int i) {
        return kinds[i];
    }

    private void date() {
        int year = -1;
        int bracketed = -1;
        for (int i = 0; i < tokens.size && bracketed < 0; i++) {
            int shape = tokens.shapes[i];
            if (shape == Shape.YEAR || shape == 17) {
                year = year < 0 ? i : year;
                bracketed = tokens.gapKinds[i] == Gap.OPEN ? i : -1;
            }
        }
        year = bracketed >= 0 ? bracketed : year;
        int early = year >= 0 && 2 * year < tokens.size ? 1 : 0;
        int form = year < 0 ? 0 : 1 + early + (bracketed >= 0 ? 2 : 0);
        for (int i = 0; i < tokens.size; i++) {
            dated[i] = 2 * form + (i > year ? 1 : 0);
        }
    }

    private void divide() {
        int sentence = 0;
        int phrase = 0;
        int previous = 0;
        int ended = 0;
        for (int i = 1; i <= tokens.size; i++) {
            boolean atEnd = i == tokens.size;
            boolean stops = atEnd || endsSentence(i);
            if (stops) {
                fill(sentences, sentence, i, MOSTLY);
                sentence = i;
                ended = Math.min(ended + 1, MOST_BREAKS);
            }
            if (stops || endsPhrase(tokens.gapKinds[i])) {
                fill(phrases, phrase, i, MOSTLY);
                for (int before = phrase - 1; before >= previous; before--) {
                    phraseAfter[before] = phrases[phrase];
                }
                previous = phrase;
                phrase = i;
            }
            if (!atEnd) {
                breaks[i] = ended;
            }
        }
    }

    /** A stop after a word that is no initial, before a capital or number. */
    private boolean endsSentence(int i) {
        int kind = tokens.gapKinds[i];
        boolean stops = kind == Gap.STOP || kind == Gap.QUESTION || kind == Gap.QUOTE || kind == Gap.CLOSE_AND_STOP;
        return stops
                && tokens.shapes[i - 1] != Shape.INITIAL
                && tokens.shapes[i] != Shape.SMALL_SHORT
                && tokens.shapes[i] != Shape.SMALL_LONG;
    }

    private static boolean endsPhrase(int kind) {
        return kind != 0 && kind != Gap.SPACE && kind != Gap.DASH && kind != Gap.AMPERSAND;
    }

    private void fill(int[] codes, int from, int to, int mostly) {
        int longWords = 0;
        int capitals = 0;
        int source = 0;
        int publisher = 0;
        for (int i = from; i < to; i++) {
            if (tokens.ends[i] - tokens.starts[i] >= LONG_WORD && tokens.shapes[i] > Shape.LAST_NUMBER) {
                longWords++;
                capitals += Shape.isCapitalised(tokens.shapes[i]) ? 1 : 0;
            }
            source |= kinds[i] == Vocabulary.SOURCE ? 1 : 0;
            publisher |= kinds[i] == Vocabulary.PUBLISHER ? 1 : 0;
        }
        int share = longWords == 0
                ? 0
                : 100 * capitals / longWords < SCARCELY ? 1 : 100 * capitals / longWords < mostly ? 2 : 3;
        int length = to - from == 1 ? 0 : to - from < 4 ? 1 : to - from < 8 ? 2 : 3;
        int number = Shape.isNumber(tokens.shapes[to - 1]) ? 1 : 0;
        int code = 1 + share + 4 * length + 16 * source + 32 * publisher + 64 * number;
        for (int i = from; i < to; i++) {
            codes[i] = code;
        }
    }

    private void countToNumbers() {
        int distance = FARTHEST;
        for (int i = tokens.size - 1; i >= 0; i--) {
            distance = Shape.isNumber(tokens.shapes[i]) ? 0 : Math.min(distance + 1, FARTHEST);
            int between = i + 1 < tokens.size && i + distance < tokens.size && distance < FARTHEST
                    ? Math.min(breaks[i + distance] - breaks[i], 2)
                    : 0;
            numberAhead[i] = distance + (FARTHEST + 1) * between;
        }
    }
}
