package dev.precis.pipeline.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cited work as far as its citation could be read, beside the citation as printed.
 *
 * @param printed the string it was read from, never altered
 * @param type kind of work
 * @param authors in printed order
 * @param elidedAfter how many authors stand before an ellipsis or "et al."; {@link #COMPLETE} where none is left out
 * @param editors in printed order
 * @param issued year and, where printed, month and day; {@link Issued#UNKNOWN} where no year was found
 * @param fields the textual fields with their places in {@code printed}
 * @param identifiers DOI and others
 * @param places where names, date and identifiers stand in {@code printed}
 * @param repairs what was mended on reading, each a short sentence
 * @param trust how far all this may be believed
 */
public record Citation(
        String printed,
        WorkType type,
        List<Contributor> authors,
        int elidedAfter,
        List<Contributor> editors,
        Issued issued,
        Map<CitationField, Field> fields,
        List<Identifier> identifiers,
        Places places,
        List<String> repairs,
        Trust trust) {
    public static final int COMPLETE = -1;

    public Citation {
        authors = List.copyOf(authors);
        editors = List.copyOf(editors);
        fields = Map.copyOf(fields);
        identifiers = List.copyOf(identifiers);
        if (places.authors().size() != authors.size()
                || places.editors().size() != editors.size()
                || places.identifiers().size() != identifiers.size()) {
            throw new IllegalArgumentException("every name and identifier has its place: " + printed);
        }
        repairs = List.copyOf(repairs);
    }

    /** A citation of which nothing could be read. */
    public static Citation unread(String printed) {
        return new Citation(
                printed,
                WorkType.DOCUMENT,
                List.of(),
                COMPLETE,
                List.of(),
                Issued.UNKNOWN,
                Map.of(),
                List.of(),
                Places.NONE,
                List.of(),
                Trust.UNREAD);
    }

    public Citation withTrust(Trust other) {
        return new Citation(
                printed, type, authors, elidedAfter, editors, issued, fields, identifiers, places, repairs, other);
    }

    public Optional<String> field(CitationField field) {
        return Optional.ofNullable(fields.get(field)).map(Field::value);
    }

    public Optional<Identifier.Doi> doi() {
        return identifiers.stream()
                .filter(Identifier.Doi.class::isInstance)
                .map(Identifier.Doi.class::cast)
                .findFirst();
    }

    public boolean isElided() {
        return elidedAfter != COMPLETE;
    }

    /**
     * Where in the printed string the parts stand that are no textual fields.
     *
     * @param authors one span an author, in the same order
     * @param editors one span an editor, in the same order
     * @param issued empty where there is no date
     * @param identifiers one span an identifier, in the same order
     */
    public record Places(List<Span> authors, List<Span> editors, Span issued, List<Span> identifiers) {
        public static final Places NONE = new Places(List.of(), List.of(), Span.NONE, List.of());

        public Places {
            authors = List.copyOf(authors);
            editors = List.copyOf(editors);
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * One field's value and the span it was read from: offsets in the printed string, the end exclusive, in UTF-16
     * units.
     */
    public record Field(String value, int start, int end) {
        public Span span() {
            return new Span(start, end);
        }
    }

    /** A date of publication; month and day are 0 where not printed, the year is 0 where none was found. */
    public record Issued(int year, int month, int day) {
        public static final Issued UNKNOWN = new Issued(0, 0, 0);

        public boolean isKnown() {
            return year != 0;
        }
    }
}
