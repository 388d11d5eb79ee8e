package dev.precis.sparql.page;

import dev.precis.sparql.query.Detail.Finding;
import dev.precis.sparql.query.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text with the sentences marked that report findings; put together, its pieces are the text, to the character. */
public record MarkedText(List<List<Piece>> paragraphs) {
    public MarkedText {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /** A piece of a paragraph: the sentence of a finding, or what stands between; then the name is empty. */
    public record Piece(String text, String finding) {
        public boolean isMarked() {
            return !finding.isEmpty();
        }
    }

    private record Mark(int start, int end, String finding) {
        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    /** Marks each finding where its sentence first stands and no other is marked. */
    public static MarkedText of(List<String> paragraphs, List<Finding> findings) {
        List<List<Mark>> marks = new ArrayList<>();
        paragraphs.forEach(paragraph -> marks.add(new ArrayList<>()));
        for (Finding finding : findings) {
            for (int i = 0; i < paragraphs.size(); i++) {
                int start = place(paragraphs.get(i), finding.text(), marks.get(i));
                if (start >= 0) {
                    marks.get(i).add(new Mark(start, start + finding.text().length(), finding.iri()));
                    break;
                }
            }
        }
        List<List<Piece>> pieces = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            pieces.add(pieces(paragraphs.get(i), marks.get(i)));
        }
        return new MarkedText(pieces);
    }

    /** Each text is a piece of its own, by its name. */
    static MarkedText ofNamed(List<List<Named>> paragraphs) {
        return new MarkedText(paragraphs.stream()
                .map(paragraph -> paragraph.stream()
                        .map(named -> new Piece(named.name(), named.iri()))
                        .toList())
                .toList());
    }

    private static int place(String paragraph, String sentence, List<Mark> marks) {
        int start = sentence.isBlank() ? -1 : paragraph.indexOf(sentence);
        while (start >= 0) {
            int begin = start;
            if (marks.stream().noneMatch(mark -> mark.overlaps(begin, begin + sentence.length()))) {
                return start;
            }
            start = paragraph.indexOf(sentence, start + 1);
        }
        return -1;
    }

    private static List<Piece> pieces(String paragraph, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (Mark mark :
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            if (mark.start() > end) {
                pieces.add(new Piece(paragraph.substring(end, mark.start()), ""));
            }
            pieces.add(new Piece(paragraph.substring(mark.start(), mark.end()), mark.finding()));
            end = mark.end();
        }
        if (end < paragraph.length()) {
            pieces.add(new Piece(paragraph.substring(end), ""));
        }
        return pieces;
    }

    /** The findings that are marked. */
    public Set<String> findings() {
        Set<String> findings = new HashSet<>();
        paragraphs.forEach(
                pieces -> pieces.stream().filter(Piece::isMarked).forEach(piece -> findings.add(piece.finding())));
        return findings;
    }
}
