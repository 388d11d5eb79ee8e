package dev.precis.pipeline.domain;

import java.util.Objects;

/**
 * A piece of a page's text and where it stands.
 *
 * @param text the characters, white space normalised (see {@link Texts#normalise})
 * @param start how many characters of the page's normalised text stand before it, each Unicode character counted once
 *     (RFC 5147, section 2.2.1); {@link #NOWHERE} for text that was never on a page (a field of a dropped file)
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

    /**
     * How many characters of the page's text stand before its end.
     *
     * @throws IllegalStateException if it has no place
     */
    public int end() {
        if (!isPlaced()) {
            throw new IllegalStateException("no place is known of \"" + text + "\"");
        }
        return start + text.codePointCount(0, text.length());
    }

    /** Whether another passage begins within it. */
    public boolean holdsStartOf(Passage other) {
        return isPlaced() && other.isPlaced() && other.start >= start && other.start < end();
    }

    /** The part between two offsets in UTF-16 units, the first inclusive, with its place on the page. */
    public Passage part(int from, int to) {
        return new Passage(text.substring(from, to), isPlaced() ? start + text.codePointCount(0, from) : NOWHERE);
    }
}
