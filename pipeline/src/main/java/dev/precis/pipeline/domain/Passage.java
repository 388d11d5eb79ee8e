package dev.precis.pipeline.domain;

import java.util.Objects;

/**
 * A piece of a page's text and where it stands.
 *
 * @param text the characters, white space normalised (see {@link Texts#normalise})
 * @param start offset of the first character in the page's normalised text, in UTF-16 units; {@link #NOWHERE} for text
 *     that was never on a page (a field of a dropped file)
 * @param item whether it is an item of a list
 */
public record Passage(String text, int start, boolean item) {
    public static final int NOWHERE = -1;
    public static final Passage NONE = new Passage("", NOWHERE);

    public Passage {
        Objects.requireNonNull(text);
        if (start < NOWHERE) {
            throw new IllegalArgumentException("start of a passage is an offset or " + NOWHERE + ", not " + start);
        }
    }

    public Passage(String text, int start) {
        this(text, start, false);
    }

    public static Passage of(String text) {
        return new Passage(text, NOWHERE);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean isPlaced() {
        return start != NOWHERE;
    }

    public Passage asItem() {
        return new Passage(text, start, true);
    }

    /** The same text, of which it is not said where it stands. */
    public Passage unplaced() {
        return new Passage(text, NOWHERE, item);
    }

    /** The characters from {@code from} (inclusive) to {@code to} (exclusive), with their place on the page. */
    public Passage part(int from, int to) {
        return new Passage(text.substring(from, to), isPlaced() ? start + from : NOWHERE);
    }
}
