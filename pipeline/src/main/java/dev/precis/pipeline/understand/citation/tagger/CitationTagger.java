package dev.precis.pipeline.understand.citation.tagger;

import java.util.BitSet;

/** Says of each word and number of a citation what it is part of. */
public final class CitationTagger {
    /** A line longer than this is no single citation. */
    private static final int LONGEST = 4000;

    /** A long holds the weights of four labels; each is raised to stay positive, so that no sum runs into the next. */
    private static final int LANES = 4;

    private static final int LANE_BITS = 16;
    private static final int LANE = (1 << LANE_BITS) - 1;
    private static final int RAISED = 128;
    private static final int WORDS = Label.COUNT / LANES;

    private final Lexicon lexicon;
    private final long[] weights;
    private final int[] transitions;
    private final int range;

    CitationTagger(Model model) {
        lexicon = model.lexicon();
        weights = new long[Features.ROWS * WORDS];
        for (int i = 0; i < Model.FEATURES; i++) {
            long raised = model.features()[i] + RAISED;
            weights[i / LANES] |= raised << i % LANES * LANE_BITS;
        }
        transitions = new int[Model.TRANSITIONS];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = model.transitions()[i];
        }
        range = Viterbi.range(transitions);
    }

    /** With the weights that are shipped. */
    public static CitationTagger trained() {
        return Shipped.TAGGER;
    }

    /** What the words of a line without mark-up are. */
    public Tagging tag(String printed) {
        return tag(printed, new BitSet());
    }

    /**
     * No tokens for a line without words or longer than citations are.
     *
     * @param emphasised the characters that are set in italics; none where that is not known
     */
    public Tagging tag(String printed, BitSet emphasised) {
        if (printed.length() > LONGEST) {
            return Tagging.NONE;
        }
        TokenSequence tokens = TokenSequence.of(printed, emphasised);
        if (tokens.size == 0) {
            return Tagging.NONE;
        }
        int[] scores = scores(tokens);
        int[] sums = scores.clone();
        byte[] labels = Viterbi.best(sums, tokens.gapKinds, tokens.size, transitions, range);
        return new Tagging(
                tokens.starts,
                tokens.ends,
                labels,
                () -> Margin.least(scores, sums, tokens.gapKinds, tokens.size, transitions));
    }

    private int[] scores(TokenSequence tokens) {
        Features features = new Features(tokens, lexicon);
        int[] rows = new int[Features.COUNT];
        int[] scores = new int[tokens.size * Label.COUNT];
        for (int i = 0; i < tokens.size; i++) {
            features.rows(i, rows);
            long first = 0;
            long second = 0;
            long third = 0;
            long fourth = 0;
            for (int row : rows) {
                int at = row * WORDS;
                first += weights[at];
                second += weights[at + 1];
                third += weights[at + 2];
                fourth += weights[at + 3];
            }
            int at = i * Label.COUNT;
            unpack(first, scores, at);
            unpack(second, scores, at + LANES);
            unpack(third, scores, at + 2 * LANES);
            unpack(fourth, scores, at + 3 * LANES);
        }
        return scores;
    }

    private static void unpack(long sums, int[] scores, int at) {
        for (int lane = 0; lane < LANES; lane++) {
            scores[at + lane] = (int) (sums >>> lane * LANE_BITS) & LANE;
        }
    }

    /** Read when it is first asked for: whoever trains a model has none yet. */
    private static final class Shipped {
        private static final CitationTagger TAGGER = new CitationTagger(Model.load());
    }
}
