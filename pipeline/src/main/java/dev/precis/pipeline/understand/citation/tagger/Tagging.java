package dev.precis.pipeline.understand.citation.tagger;

/** The labelled words and numbers of a citation, in printed order. */
public final class Tagging {
    static final Tagging NONE = new Tagging(new int[0], new int[0], new byte[0]);

    private final int[] starts;
    private final int[] ends;
    private final byte[] labels;

    Tagging(int[] starts, int[] ends, byte[] labels) {
        this.starts = starts;
        this.ends = ends;
        this.labels = labels;
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
