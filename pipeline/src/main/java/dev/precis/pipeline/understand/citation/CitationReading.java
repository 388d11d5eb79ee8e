package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.domain.WorkType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One citation while it is being read: the printed characters, what of them is still unread, and what was found. The
 * unread text has the length of the printed one, so that every place in it is a place in print.
 */
final class CitationReading {
    /** Stands for a character that was read already; it ends titles and names as a full stop does. */
    private static final char READ = '\u0001';

    private static final String EDGE = " .,;:&/" + READ;

    final BitSet emphasised;
    final List<Contributor> authors = new ArrayList<>();
    final List<Contributor> editors = new ArrayList<>();
    final List<Identifier> identifiers = new ArrayList<>();
    int elidedAfter = Citation.COMPLETE;
    Citation.Issued issued = Citation.Issued.UNKNOWN;
    Span issuedPlace = Span.NONE;
    WorkType type = WorkType.DOCUMENT;

    /** The part between names with date and whatever was read from the end: title, container, publisher. */
    int start;

    int end;

    private final List<Span> authorPlaces = new ArrayList<>();
    private final List<Span> editorPlaces = new ArrayList<>();
    private final List<Span> identifierPlaces = new ArrayList<>();
    private final String printed;
    private final StringBuilder unread;
    private final Map<CitationField, Citation.Field> fields = new EnumMap<>(CitationField.class);
    private final List<String> repairs = new ArrayList<>();

    CitationReading(String printed) {
        this(printed, new BitSet());
    }

    /** With what is set in italics. */
    CitationReading(String printed, BitSet emphasised) {
        this.emphasised = emphasised;
        this.printed = printed;
        unread = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            unread.append(folded(printed.charAt(i)));
        }
        end = printed.length();
    }

    /** Typography that means the same is one character: spaces, hyphens and dashes, apostrophes. */
    private static char folded(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad' -> '-';
            case '\u2018', '\u2019', '\u02bc', '`', '\u00b4' -> '\'';
            case '\u201c', '\u201d' -> '"';
            default -> c <= ' ' || Character.isSpaceChar(c) || Character.isISOControl(c) ? ' ' : c;
        };
    }

    CharSequence unread() {
        return unread;
    }

    char unread(int at) {
        return unread.charAt(at);
    }

    /** A matcher over what is unread of the part between {@link #start} and {@link #end}. */
    Matcher find(Pattern pattern) {
        return pattern.matcher(unread).region(Math.min(start, end), end).useTransparentBounds(true);
    }

    /** The same, of the part from a place on or from {@link #start} where that is later. */
    Matcher findFrom(int place, Pattern pattern) {
        return find(pattern).region(Math.min(Math.max(start, place), end), end);
    }

    /** Whether the unread text has these characters anywhere: cheaper than a pattern that would find nothing. */
    boolean holds(String wanted) {
        return unread.indexOf(wanted) >= 0;
    }

    /** What is between {@link #start} and {@link #end} in lower case, to look for words; places may differ. */
    String lowerCase() {
        return unread.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    }

    /** Where the character stands last in the unread part, or -1. */
    int lastIndexOf(char wanted) {
        int at = end - 1;
        while (at >= start && unread.charAt(at) != wanted) {
            at--;
        }
        return at < start ? -1 : at;
    }

    /** Marks characters as read. */
    void take(int from, int to) {
        for (int i = from; i < to; i++) {
            unread.setCharAt(i, READ);
        }
    }

    /** Whether something that was read stands right before this place. */
    boolean isAfterTaken(int place) {
        int at = place - 1;
        while (at > start && ". ".indexOf(unread.charAt(at)) >= 0) {
            at--;
        }
        return at > start && unread.charAt(at) == READ;
    }

    boolean has(CitationField field) {
        return fields.containsKey(field);
    }

    String printed(int from, int to) {
        return Texts.normalise(printed.substring(from, to));
    }

    void addAuthors(NameReader.Names names) {
        authors.addAll(names.people());
        authorPlaces.addAll(names.places());
    }

    void addEditors(NameReader.Names names) {
        editors.addAll(names.people());
        editorPlaces.addAll(names.places());
    }

    /** They were printed where authors are, and are none. */
    void moveAuthorsToEditors() {
        editors.addAll(authors);
        editorPlaces.addAll(authorPlaces);
        authors.clear();
        authorPlaces.clear();
    }

    void addIdentifier(Identifier identifier, int from, int to) {
        identifiers.add(identifier);
        identifierPlaces.add(new Span(from, to));
    }

    /** Keeps the printed characters, without the punctuation at their ends; nothing where nothing is left. */
    void keep(CitationField field, int from, int to) {
        Span span = trimmed(from, to);
        int read = unread.indexOf(String.valueOf(READ), span.start());
        if (read >= 0 && read < span.end()) {
            // what was read stands between this piece and another one
            span = trimmed(span.start(), read);
        }
        String value = printed(span.start(), span.end());
        if (!value.isEmpty()) {
            keep(field, value, span.start(), span.end());
        }
    }

    void keep(CitationField field, String value, int from, int to) {
        fields.putIfAbsent(field, new Citation.Field(value, from, to));
    }

    void repaired(String repair) {
        if (!repairs.contains(repair)) {
            repairs.add(repair);
        }
    }

    /** The span without punctuation and read characters at its ends; a question mark, quote or bracket stays. */
    Span trimmed(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && EDGE.indexOf(unread.charAt(first)) >= 0) {
            first++;
        }
        while (last > first && EDGE.indexOf(unread.charAt(last - 1)) >= 0) {
            last--;
        }
        return new Span(first, last);
    }

    /** Moves the two ends of the unread part inwards, over punctuation and what has been read. */
    void trim() {
        Span span = trimmed(start, end);
        start = span.start();
        end = span.end();
    }

    /** Whether the unread part stopped at a full stop: a line that was cut does not. */
    boolean endsInStop() {
        boolean stopIsTrimmed = end < unread.length() && unread.charAt(end) == '.';
        return stopIsTrimmed || (end > start && unread.charAt(end - 1) == '.');
    }

    Citation citation() {
        Citation.Places places = new Citation.Places(authorPlaces, editorPlaces, issuedPlace, identifierPlaces);
        return new Citation(
                printed,
                type,
                authors,
                elidedAfter,
                editors,
                issued,
                fields,
                identifiers,
                places,
                repairs,
                Trust.UNREAD);
    }
}
