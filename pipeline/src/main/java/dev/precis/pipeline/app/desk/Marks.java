package dev.precis.pipeline.app.desk;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Span;
import dev.precis.sparql.page.Desk.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Marks words in a text: what was read of a citation, or where something stands in its page. */
final class Marks {
    private static final int AROUND = 400;

    private Marks() {}

    private record Mark(Span span, String as) {}

    /** A printed citation, each part that was read marked with what it was read as. */
    static List<Piece> ofCitation(Citation citation) {
        Stream<Mark> fields = citation.fields().entrySet().stream()
                .map(field -> new Mark(field.getValue().span(), field.getKey().csl()));
        Stream<Mark> others = Stream.of(
                        citation.places().authors().stream().map(span -> new Mark(span, "author")),
                        citation.places().editors().stream().map(span -> new Mark(span, "editor")),
                        Stream.of(new Mark(citation.places().issued(), "issued")),
                        citation.places().identifiers().stream().map(span -> new Mark(span, "identifier")))
                .flatMap(marks -> marks);
        return pieces(citation.printed(), Stream.concat(fields, others).toList());
    }

    /** What stands around some words in a text; nothing if they do not stand there. */
    static List<Piece> around(String text, String words) {
        int start = words.isEmpty() ? -1 : text.indexOf(words);
        if (start < 0) {
            return List.of();
        }
        int end = start + words.length();
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String part = (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
        int shift = (from > 0 ? 2 : 0) - from;
        return pieces(part, List.of(new Mark(new Span(start + shift, end + shift), "")));
    }

    private static List<Piece> pieces(String text, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (Mark mark : marks.stream()
                .sorted(Comparator.comparingInt((Mark one) -> one.span().start()))
                .toList()) {
            int start = mark.span().start();
            if (start < end || mark.span().end() <= start || mark.span().end() > text.length()) {
                continue; // nowhere, or in what is marked already
            }
            add(pieces, new Piece(text.substring(end, start), false, ""));
            add(pieces, new Piece(text.substring(start, mark.span().end()), true, mark.as()));
            end = mark.span().end();
        }
        add(pieces, new Piece(text.substring(end), false, ""));
        return pieces;
    }

    private static void add(List<Piece> pieces, Piece piece) {
        if (!piece.text().isEmpty()) {
            pieces.add(piece);
        }
    }
}
