package dev.precis.pipeline.understand.citation.tagger;

/** What speaks for or against a label of a token: rows of the weight table, found by hashing. */
final class Features {
    /** Rows of a token that depend on what the words are; training forgets them now and then. */
    static final int OF_WORDS = 5;

    static final int COUNT = 30;

    /** The row of what is not known; all its weights are 0. */
    static final int NOTHING = 0;

    private static final int WORD_ROWS = 1;
    private static final int ENDING_ROWS = WORD_ROWS + 3 * Lexicon.SIZE;
    private static final int ENDING_BITS = 11;
    private static final int PLACED_ROWS = ENDING_ROWS + (1 << ENDING_BITS);
    private static final int PLACED_BITS = 12;
    private static final int LOOK_ROWS = PLACED_ROWS + (1 << PLACED_BITS);
    private static final int LOOK_BITS = 15;
    static final int ROWS = LOOK_ROWS + (1 << LOOK_BITS);

    private static final int FROM_END = 6;
    private static final int OUTSIDE = 31;

    private final TokenSequence tokens;
    private final Surroundings around;
    private final int[] places;

    Features(TokenSequence tokens, Lexicon lexicon) {
        this.tokens = tokens;
        around = new Surroundings(tokens);
        places = new int[tokens.size];
        for (int i = 0; i < places.length; i++) {
            places[i] = lexicon.place(tokens.words[i]);
        }
    }

    /** Writes the rows of the token; those of words come first. */
    void rows(int i, int[] rows) {
        int shape = tokens.shapes[i];
        int before = shape(i - 1);
        int after = shape(i + 1);
        int gap = tokens.gaps[i];
        int next = tokens.gaps[i + 1];
        int gapKind = tokens.gapKinds[i];
        int nextKind = tokens.gapKinds[i + 1];
        int kind = around.kind(i);
        int kindBefore = i > 0 ? around.kind(i - 1) : Vocabulary.COUNT;
        int kindAfter = i + 1 < tokens.size ? around.kind(i + 1) : Vocabulary.COUNT;
        int breaks = around.breaks[i];
        int dated = around.dated[i];
        int sentence = around.sentences[i];
        int phrase = around.phrases[i];
        int fromEnd = Math.min(tokens.size - 1 - i, FROM_END);
        int at = 0;
        rows[at++] = word(i, 0);
        rows[at++] = word(i - 1, 1);
        rows[at++] = word(i + 1, 2);
        rows[at++] = ENDING_ROWS + (mixed(ending(i)) >>> 32 - ENDING_BITS);
        rows[at++] = placed(i, gapKind + 16 * nextKind);
        rows[at++] = row(5, shape, kind);
        rows[at++] = row(6, shape, gap);
        rows[at++] = row(7, shape, next);
        rows[at++] = row(8, gap, next);
        rows[at++] = row(9, shape + 32 * gapKind + 512 * nextKind, dated);
        rows[at++] = row(10, shape + 32 * before + 1024 * gapKind, dated);
        rows[at++] = row(11, shape + 32 * after + 1024 * nextKind, dated);
        rows[at++] = row(12, before + 32 * shape + 1024 * after, gapKind + 16 * nextKind);
        rows[at++] = row(13, breaks + 8 * dated, shape);
        rows[at++] = row(14, breaks + 8 * dated, sentence);
        rows[at++] = row(15, sentence + 256 * gapKind, shape);
        rows[at++] = row(16, phrase + 256 * around.phraseAfter[i], gapKind);
        rows[at++] = row(17, phrase, dated);
        rows[at++] = row(18, around.numberAhead[i] + 64 * breaks, dated);
        rows[at++] = row(19, around.numberAhead[i] + 64 * shape, phrase);
        rows[at++] = row(20, fromEnd + 8 * shape, tokens.gapKinds[tokens.size]);
        rows[at++] = row(21, kind + 8 * kindBefore + 64 * kindAfter, gapKind + 16 * nextKind);
        rows[at++] = row(22, shape(i - 2) + 32 * before + 1024 * shape, gapKind + 16 * gapKind(i - 1));
        rows[at++] = row(23, shape(i + 2) + 32 * after + 1024 * shape, nextKind + 16 * gapKind(i + 2));
        rows[at++] = row(24, gap(i - 1), gap);
        rows[at++] = row(25, next, gap(i + 2));
        rows[at++] = row(26, around.enclosed[i], shape + 32 * dated);
        int emphasis = tokens.emphasis(i);
        int turns = emphasis + 4 * tokens.emphasis(i - 1) + 16 * tokens.emphasis(i + 1);
        rows[at++] = row(28, turns, gapKind + 16 * nextKind);
        rows[at++] = row(29, turns, dated + 32 * shape);
        rows[at] = row(27, around.enclosed[i] + 8 * gapKind + 128 * nextKind, kind);
    }

    private int shape(int i) {
        return i < 0 || i >= tokens.size ? OUTSIDE : tokens.shapes[i];
    }

    private int word(int i, int side) {
        boolean known = i >= 0 && i < tokens.size && places[i] != Lexicon.UNKNOWN;
        return known ? WORD_ROWS + side * Lexicon.SIZE + places[i] : NOTHING;
    }

    /** The word between its punctuation. */
    private int placed(int i, int gaps) {
        return places[i] == Lexicon.UNKNOWN
                ? NOTHING
                : PLACED_ROWS + (mixed(places[i] + Lexicon.SIZE * gaps) >>> 32 - PLACED_BITS);
    }

    private int gap(int i) {
        return i < 0 || i > tokens.size ? OUTSIDE : tokens.gaps[i];
    }

    private int gapKind(int i) {
        return i < 0 || i > tokens.size ? 0 : tokens.gapKinds[i];
    }

    /** The last three letters: "-ogy", "-ing", "-son". */
    private int ending(int i) {
        int end = tokens.ends[i];
        return TokenSequence.hash(tokens.text, Math.max(tokens.starts[i], end - 3), end);
    }

    private static int row(int template, int value) {
        return LOOK_ROWS + (mixed(value + template * 0x9E3779B1) >>> 32 - LOOK_BITS);
    }

    private static int row(int template, int one, int other) {
        return row(template, one * 0x27D4EB2F + other);
    }

    /** The finish of MurmurHash3 (A. Appleby): every bit of the value moves every bit of the result. */
    private static int mixed(int value) {
        int mixed = value * 0x85EBCA6B;
        mixed ^= mixed >>> 15;
        mixed *= 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}
