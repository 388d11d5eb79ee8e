package dev.precis.pipeline.domain;

/** A stretch of a text: offsets in UTF-16 units, the end exclusive. */
public record Span(int start, int end) {
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span goes forward from 0 or later, not " + start + " to " + end);
        }
    }

    public boolean isEmpty() {
        return start == end;
    }
}
