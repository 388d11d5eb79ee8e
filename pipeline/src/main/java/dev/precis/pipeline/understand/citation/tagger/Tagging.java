package dev.precis.pipeline.understand.citation.tagger;

import java.util.BitSet;
import java.util.function.IntSupplier;

/** The labelled words and numbers of a citation, in printed order. */
public final class Tagging {
    static final Tagging NONE = new Tagging(new int[0], new int[0], new byte[0]);

    private final int[] starts;
    private final int[] ends;
    private final byte[] labels;
    private final IntSupplier margin;

    Tagging(int[] starts, int[] ends, byte[] labels) {
        this(starts, ends, labels, () -> Integer.MAX_VALUE);
    }

    Tagging(int[] starts, int[] ends, byte[] labels, IntSupplier margin) {
        this.margin = margin;
        this.starts = starts;
        this.ends = ends;
        this.labels = labels;
    }

    /** The same with labels mended by what else the line shows, such as italics. */
    public Tagging mended(String printed, BitSet emphasised) {
        return new Tagging(starts, ends, Mending.of(printed, starts, ends, labels, emphasised), margin);
    }

    /** By how much these labels were better than any that give a word another part; reckoned when asked for. */
    public int margin() {
        return margin.getAsInt();
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
