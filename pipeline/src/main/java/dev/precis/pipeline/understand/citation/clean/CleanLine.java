package dev.precis.pipeline.understand.citation.clean;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A printed line without what is no part of its citations: {@link #text()} is read, and what is read of it is told of
 * the line as printed.
 */
public final class CleanLine {
    private final String printed;
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final List<String> repairs;
    private final BitSet emphasised;

    /**
     * @param starts for each character of the text, where what it stands for begins in the printed line
     * @param ends where that ends
     * @param emphasised the characters of the printed line that its mark-up sets in italics
     */
    CleanLine(String printed, String text, int[] starts, int[] ends, List<String> repairs, BitSet emphasised) {
        this.printed = printed;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.repairs = List.copyOf(repairs);
        this.emphasised = new BitSet(text.length());
        for (int i = 0; i < text.length() && !emphasised.isEmpty(); i++) {
            this.emphasised.set(i, emphasised.get(starts[i]));
        }
    }

    public String printed() {
        return printed;
    }

    /** What is to be read. */
    public String text() {
        return text;
    }

    /** The characters of the text that the line's mark-up set in italics. */
    public BitSet emphasised() {
        return (BitSet) emphasised.clone();
    }

    /** A citation that was read of the text, as one of the printed line. */
    public Citation asPrinted(Citation read) {
        if (text.equals(printed)) {
            return read;
        }
        if (read.equals(Citation.unread(text))) {
            return Citation.unread(printed);
        }
        Map<CitationField, Citation.Field> fields = new EnumMap<>(CitationField.class);
        read.fields().forEach((name, field) -> {
            Span span = asPrinted(field.span());
            fields.put(name, new Citation.Field(field.value(), span.start(), span.end()));
        });
        Citation.Places places = new Citation.Places(
                asPrinted(read.places().authors()),
                asPrinted(read.places().editors()),
                asPrinted(read.places().issued()),
                asPrinted(read.places().identifiers()));
        return new Citation(
                printed,
                read.type(),
                read.authors(),
                read.elidedAfter(),
                read.editors(),
                read.issued(),
                fields,
                read.identifiers(),
                places,
                Stream.concat(repairs.stream(), read.repairs().stream()).toList(),
                read.trust());
    }

    private List<Span> asPrinted(List<Span> spans) {
        return spans.stream().map(this::asPrinted).toList();
    }

    /** From the first printed character to the last: what was moved to the end may stand before. */
    public Span asPrinted(Span span) {
        if (span.isEmpty()) {
            return Span.NONE;
        }
        int start = printed.length();
        int end = 0;
        for (int i = span.start(); i < span.end(); i++) {
            start = Math.min(start, starts[i]);
            end = Math.max(end, ends[i]);
        }
        return new Span(start, end);
    }
}
