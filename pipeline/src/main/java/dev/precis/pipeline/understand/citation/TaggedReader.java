package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.WorkType;
import dev.precis.pipeline.understand.citation.tagger.Label;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a citation together from the labels of its words. */
final class TaggedReader {
    private static final Map<Label, CitationField> FIELDS = new EnumMap<>(Map.of(
            Label.TITLE, CitationField.TITLE,
            Label.CONTAINER, CitationField.CONTAINER_TITLE,
            Label.VOLUME, CitationField.VOLUME,
            Label.NUMBER, CitationField.NUMBER,
            Label.PUBLISHER, CitationField.PUBLISHER,
            Label.PLACE, CitationField.PUBLISHER_PLACE));

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");
    private static final Pattern EDITION = Pattern.compile("(\\d{1,2}) ?\\p{L}{0,3}\\.? ?[eE]d.*");

    private static final int LONGEST_SUPPLEMENT = 12;
    private static final Pattern SUPPLEMENT = Pattern.compile("\\b[Ss]uppl(?:ement)?\\.? ?$");
    private static final Pattern STATUS = Pattern.compile(
            "(?:advanced? online|online first|in press|epub|ahead of print|first"
                    + " published|forthcoming|submitted|accepted)",
            Pattern.CASE_INSENSITIVE);

    private final CitationReading reading;
    private final String printed;
    private final Tagging tagging;

    private TaggedReader(String printed, Tagging tagging) {
        this.printed = printed;
        this.tagging = tagging;
        reading = new CitationReading(printed);
    }

    /** None where the labels make no citation: no title, or neither names nor a date and a source. */
    static Optional<Citation> read(String printed, Tagging tagging) {
        TaggedReader reader = new TaggedReader(printed, tagging);
        return reader.readParts() ? Optional.of(reader.reading.citation()) : Optional.empty();
    }

    private boolean readParts() {
        TaggedNames names = new TaggedNames(reading, tagging);
        names.read();
        IdentifierReader.read(reading);
        Map<Label, Span> parts = new EnumMap<>(Label.class);
        int i = 0;
        while (i < tagging.size()) {
            Label label = tagging.label(i);
            int last = i;
            while (last + 1 < tagging.size() && tagging.label(last + 1) == label) {
                last++;
            }
            Span span = new Span(tagging.start(i), withClosing(tagging.start(i), tagging.end(last)));
            parts.putIfAbsent(label, span);
            keep(label, span);
            i = last + 1;
        }
        reading.type = type(parts);
        moveToEditors(names.end());
        boolean isNamed = !reading.authors.isEmpty() || !reading.editors.isEmpty();
        boolean isPlaced = reading.issued.isKnown()
                && (reading.has(CitationField.CONTAINER_TITLE) || !reading.identifiers.isEmpty());
        boolean isTitled = reading.has(CitationField.TITLE)
                || reading.has(CitationField.CONTAINER_TITLE) && reading.has(CitationField.PAGE);
        return isTitled && (isNamed || isPlaced);
    }

    /** "(Eds.)" after the names says what they are. */
    private void moveToEditors(int end) {
        Matcher mark = EditorReader.EDITORS.matcher(printed).region(end, printed.length());
        if (end > 0 && reading.editors.isEmpty() && mark.lookingAt()) {
            reading.moveAuthorsToEditors();
        }
    }

    private void keep(Label label, Span span) {
        switch (label) {
            case DATE -> keepDate(span);
            case PAGE -> keepPages(span);
            case EDITOR -> keepEditors(span);
            case NOTE -> keepNote(span);
            case ISSUE -> reading.keep(CitationField.ISSUE, withSupplement(span.start()), span.end());
            default -> {
                CitationField field = FIELDS.get(label);
                if (field != null) {
                    reading.keep(field, span.start(), span.end());
                }
            }
        }
    }

    /** A question mark or a bracket that was opened belongs to what it ends. */
    private int withClosing(int start, int end) {
        int at = end;
        while (at < printed.length() && "?!)]\"\u201d'".indexOf(printed.charAt(at)) >= 0) {
            char c = printed.charAt(at);
            boolean closes = c == ')' || c == ']';
            char opening = c == ')' ? '(' : '[';
            if (closes && printed.substring(start, at).indexOf(opening) < 0 || c == '"' || c == '\u201d' || c == '\'') {
                break;
            }
            at++;
        }
        return at;
    }

    /** "Suppl" before the number is of it. */
    private int withSupplement(int start) {
        Matcher before = SUPPLEMENT.matcher(printed).region(Math.max(0, start - LONGEST_SUPPLEMENT), start);
        return before.find() ? before.start() : start;
    }

    private void keepDate(Span span) {
        Matcher year = YEAR.matcher(printed).region(span.start(), span.end());
        if (!reading.issued.isKnown() && year.find()) {
            String rest = printed.substring(span.start(), year.start()) + printed.substring(year.end(), span.end());
            reading.issued = DateReader.issued(year.group(), rest);
            reading.issuedPlace = span;
        } else if (!reading.issued.isKnown()) {
            reading.keep(CitationField.STATUS, span.start(), span.end());
        }
    }

    private void keepPages(Span span) {
        if (!reading.has(CitationField.PAGE)
                && printed.substring(span.start(), span.end()).matches(".*[\\dIVXivx].*")) {
            Pages.keep(reading, span.start(), span.end());
        }
    }

    /** Where no title stands before them, those before are editors, too: {@code Deci, E. L. and Ryan, R. M. (Eds.)}. */
    private void keepEditors(Span span) {
        if (!reading.has(CitationField.TITLE) && !reading.has(CitationField.CONTAINER_TITLE)) {
            reading.moveAuthorsToEditors();
        }
        reading.addEditors(NameReader.anyForm(reading, span.start()));
    }

    private void keepNote(Span span) {
        Matcher edition = EDITION.matcher(printed).region(span.start(), span.end());
        if (edition.matches()) {
            reading.keep(CitationField.EDITION, edition.start(1), edition.end(1));
        } else if (STATUS.matcher(printed).region(span.start(), span.end()).lookingAt()) {
            reading.keep(CitationField.STATUS, span.start(), span.end());
        }
    }

    private WorkType type(Map<Label, Span> parts) {
        boolean inSource = parts.containsKey(Label.CONTAINER);
        boolean inBook = parts.containsKey(Label.EDITOR) || parts.containsKey(Label.PUBLISHER);
        if (SourceWords.nameAThesis(printed)) {
            return WorkType.THESIS;
        } else if (inSource) {
            return inBook ? WorkType.CHAPTER : WorkType.ARTICLE;
        }
        if (SourceWords.nameAReport(printed)) {
            return WorkType.REPORT;
        }
        return parts.containsKey(Label.PUBLISHER) ? WorkType.BOOK : WorkType.DOCUMENT;
    }
}
