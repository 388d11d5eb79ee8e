package dev.precis.pipeline.understand.citation.tagger;

/** The labelled words and numbers of a citation, in printed order. */
public final class Tagging {
    static final Tagging NONE = new Tagging(new int[0], new int[0], new byte[0]);

    private static final int MOST_TORN = 3;

    private final int[] starts;
    private final int[] ends;
    private final byte[] labels;

    Tagging(int[] starts, int[] ends, byte[] labels) {
        this.starts = starts;
        this.ends = ends;
        this.labels = labels;
    }

    /**
     * The same without what tears a title or a source in two: a word or two of another part, with no sentence ending
     * there.
     */
    public Tagging mended(String printed) {
        byte[] mended = labels.clone();
        for (Label part : new Label[] {Label.TITLE, Label.CONTAINER}) {
            int last = -1;
            for (int i = 0; i < mended.length; i++) {
                if (mended[i] != part.ordinal()) {
                    continue;
                }
                if (last >= 0 && i - last > 1 && i - last <= MOST_TORN + 1 && isOfOne(printed, last, i)) {
                    java.util.Arrays.fill(mended, last + 1, i, (byte) part.ordinal());
                }
                last = i;
            }
        }
        return new Tagging(starts, ends, mended);
    }

    private boolean isOfOne(String printed, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            Label label = label(i);
            if (label == Label.DATE || label == Label.IDENTIFIER || label == Label.GIVEN) {
                return false;
            }
        }
        String between = printed.substring(ends[from], starts[to]);
        return !between.contains(". ") && !between.contains("\" ") && !between.contains("In ");
    }

    public int size() {
        return labels.length;
    }

    /** Where the token begins in the printed line. */
    public int start(int token) {
        return starts[token];
    }

    /** Where it ends, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    public Label label(int token) {
        return Label.of(labels[token]);
    }
}
