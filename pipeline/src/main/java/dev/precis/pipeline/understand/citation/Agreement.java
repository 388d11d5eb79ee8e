package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.understand.citation.tagger.Label;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Holds the grammar's reading of a citation against the tagger's, word by word, in the parts that matter most. */
final class Agreement {
    private static final byte NONE = 0;
    private static final byte FAMILY = 1;
    private static final byte GIVEN = 2;
    private static final byte YEAR = 3;
    private static final byte TITLE = 4;
    private static final byte CONTAINER = 5;
    private static final byte VOLUME = 6;
    private static final byte ISSUE = 7;
    private static final byte PAGE = 8;
    private static final byte DOI = 9;

    /** So many words are more than an edge. */
    private static final int MANY = 4;

    /** By part. */
    private static final Doubt[] DOUBTS = {
        Doubt.UNEXPLAINED,
        Doubt.AUTHORS_DIFFER,
        Doubt.AUTHORS_DIFFER,
        Doubt.YEAR_DIFFERS,
        Doubt.TITLE_DIFFERS,
        Doubt.SOURCE_DIFFERS,
        Doubt.VOLUME_DIFFERS,
        Doubt.ISSUE_DIFFERS,
        Doubt.PAGES_DIFFER,
        Doubt.DOI_DIFFERS
    };

    /** That each part differs. */
    private static final Set<Doubt> OF_PARTS =
            EnumSet.copyOf(Arrays.stream(DOUBTS).skip(FAMILY).toList());

    /** Those that are a part by themselves. */
    private static final List<CitationField> FIELDS =
            List.of(CitationField.TITLE, CitationField.CONTAINER_TITLE, CitationField.VOLUME, CitationField.ISSUE);

    private final String printed;
    private final byte[] parts;
    private final String year;

    private Agreement(Citation citation) {
        printed = citation.printed();
        parts = new byte[printed.length()];
        year = String.valueOf(citation.issued().year());
        citation.fields().forEach((field, read) -> mark(read.span(), part(field)));
        markNames(citation.authors(), citation.places().authors());
        mark(citation.places().issued(), YEAR);
        for (int i = 0; i < citation.identifiers().size(); i++) {
            if (citation.identifiers().get(i) instanceof Identifier.Doi) {
                mark(citation.places().identifiers().get(i), DOI);
            }
        }
    }

    /** The parts in which the two readings differ, as doubts. */
    static Set<Doubt> differences(Citation citation, Tagging tagging) {
        Set<Doubt> differences = EnumSet.noneOf(Doubt.class);
        if (tagging.size() == 0) {
            differences.add(Doubt.READ_ONCE);
            return differences;
        }
        Agreement grammar = new Agreement(citation);
        int words = 0;
        for (int i = 0; i < tagging.size(); i++) {
            byte one = grammar.part(tagging.start(i), tagging.end(i));
            byte other = grammar.part(tagging.label(i), tagging.start(i), tagging.end(i));
            if (one != other && !grammar.isHarmless(tagging.start(i), tagging.end(i))) {
                words++;
                if (one != NONE) {
                    differences.add(DOUBTS[one]);
                }
                if (other != NONE) {
                    differences.add(DOUBTS[other]);
                }
            }
        }
        if (words >= MANY) {
            differences.add(Doubt.MANY_WORDS_DIFFER);
        }
        return differences;
    }

    /** Doubts of parts that are the same in both readings once labels were put together. */
    static Set<Doubt> same(Citation one, Citation other) {
        Set<Doubt> same = EnumSet.noneOf(Doubt.class);
        if (one.authors().equals(other.authors())) {
            same.add(Doubt.AUTHORS_DIFFER);
        }
        if (one.issued().year() == other.issued().year()) {
            same.add(Doubt.YEAR_DIFFERS);
        }
        for (CitationField field : FIELDS) {
            if (isSame(one, other, field)) {
                same.add(DOUBTS[part(field)]);
            }
        }
        boolean samePages = isSame(one, other, CitationField.PAGE) && isSame(one, other, CitationField.NUMBER);
        if (samePages) {
            same.add(Doubt.PAGES_DIFFER);
        }
        if (one.identifiers().equals(other.identifiers())) {
            same.add(Doubt.DOI_DIFFERS);
        }
        if (same.equals(OF_PARTS)) {
            same.add(Doubt.MANY_WORDS_DIFFER);
            same.add(Doubt.UNEXPLAINED);
        }
        return same;
    }

    private static boolean isSame(Citation one, Citation other, CitationField field) {
        Citation.Field first = one.fields().get(field);
        Citation.Field second = other.fields().get(field);
        return first == null || second == null ? first == second : first.value().equals(second.value());
    }

    /** "The" before the name of a journal is of it, or not; the year that was read may be printed again. */
    private boolean isHarmless(int start, int end) {
        boolean isArticle = end - start == 3 && printed.startsWith("The", start);
        return isArticle
                || parts[start] == NONE && printed.substring(start, end).equals(year);
    }

    private static byte part(CitationField field) {
        return switch (field) {
            case TITLE -> TITLE;
            case CONTAINER_TITLE -> CONTAINER;
            case VOLUME -> VOLUME;
            case ISSUE -> ISSUE;
            case PAGE, NUMBER -> PAGE;
            case PUBLISHER, PUBLISHER_PLACE, EDITION, CHAPTER_NUMBER, STATUS -> NONE;
        };
    }

    private void mark(Span span, byte part) {
        Arrays.fill(parts, span.start(), span.end(), part);
    }

    private void markNames(List<Contributor> people, List<Span> places) {
        for (int i = 0; i < people.size(); i++) {
            markName(people.get(i).family(), places.get(i), FAMILY);
            markName(people.get(i).given(), places.get(i), GIVEN);
        }
    }

    private void markName(String name, Span place, byte part) {
        int start = name.isEmpty() ? -1 : printed.indexOf(name, place.start());
        if (start >= 0 && start + name.length() <= place.end()) {
            mark(new Span(start, start + name.length()), part);
        }
    }

    private byte part(int start, int end) {
        // an address of a DOI begins before the DOI itself
        byte part = parts[end - 1] == DOI ? DOI : parts[start];
        return part == YEAR && !isNumber(start, end) ? NONE : part;
    }

    /** Months and days are not compared, nor the words before a DOI. */
    private byte part(Label label, int start, int end) {
        return switch (label) {
            case FAMILY -> FAMILY;
            case GIVEN -> GIVEN;
            case DATE -> isNumber(start, end) ? YEAR : NONE;
            case TITLE -> TITLE;
            case CONTAINER -> CONTAINER;
            case VOLUME -> VOLUME;
            case ISSUE -> ISSUE;
            case PAGE, NUMBER -> PAGE;
            case IDENTIFIER -> parts[end - 1] == DOI || isDoi(start, end) ? DOI : NONE;
            case NAME_OTHER, EDITOR, PUBLISHER, PLACE, NOTE, MARK -> NONE;
        };
    }

    private boolean isNumber(int start, int end) {
        return end - start >= 4 && Character.isDigit(printed.charAt(start));
    }

    private boolean isDoi(int start, int end) {
        int prefix = printed.indexOf("10.", start);
        return prefix >= 0 && prefix < end && printed.indexOf('/', prefix) > 0 && printed.indexOf('/', prefix) < end;
    }
}
