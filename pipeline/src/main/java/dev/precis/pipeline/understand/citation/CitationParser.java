package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Identifier.WebAddress;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.WorkType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads citations in the manner of APA style (Publication Manual of the American Psychological Association, 7th
 * edition, chapter 9: author, date, title, source) as people type it. What cannot be read is left out; nothing is
 * guessed from outside the line.
 */
public final class CitationParser {
    /** A line longer than this is no list of citations, and is left unread. */
    private static final int LONGEST_LINE = 100_000;

    private static final Pattern GROUP = Pattern.compile(
            "(?:[ ,]{0,2}(?:and |& |for |on behalf of )?(?:the )?)(?<name>[\\p{L}\\d][^()\\[\\]\u0001]{1,200}?)[.,"
                    + " ]{0,3}(?=[(\\[])");

    private static final Pattern GROUP_BEFORE_STOP = Pattern.compile(
            "(?<name>[\\p{Lu}\\d][^.:;,\"\u201c\u0001\\[\\]?!]{1,120})\\.? {1,2}(?=[\\p{Lu}\\d\"\u00ab\u201c])(?<=\\."
                    + " {1,2})");

    /** The citations of one line of text, in order; none for an empty line. */
    public List<Citation> parse(String line) {
        if (line.isBlank()) {
            return List.of();
        }
        if (line.length() > LONGEST_LINE) {
            return List.of(Citation.unread(line));
        }
        List<Citation> citations = new ArrayList<>();
        for (String one : CitationSplitter.split(line)) {
            citations.add(TwoReadings.of(one).chosen());
        }
        return List.copyOf(citations);
    }

    /** Both readings of one citation: the grammar's, and the tagger's where its labels make one. */
    public List<Citation> readings(String printed) {
        return printed.length() > LONGEST_LINE ? List.of(Citation.unread(printed)) : TwoReadings.both(printed);
    }

    /** The grammar's reading alone. */
    static Citation read(String printed) {
        return read(printed, new BitSet());
    }

    /** The same, with what is set in italics. */
    static Citation read(String printed, BitSet emphasised) {
        if (printed.isEmpty()) {
            return Citation.unread(printed);
        }
        CitationReading reading = new CitationReading(printed, emphasised);
        IdentifierReader.read(reading);
        readAuthorsAndDate(reading);
        reading.trim();
        String source = reading.printed(reading.start, reading.end);
        int afterTitle = Italics.readTitle(reading);
        NoteReader.read(reading);
        reading.trim();
        reading.start = Math.min(reading.start, afterTitle);
        readSource(reading);
        readGenre(reading, source);
        boolean isCitation = !reading.authors.isEmpty()
                || !reading.editors.isEmpty()
                || !reading.identifiers.isEmpty()
                || reading.issued.isKnown();
        return isCitation ? reading.citation() : Citation.unread(printed);
    }

    private static void readAuthorsAndDate(CitationReading reading) {
        // only the start: the punctuation at the end may close a name
        reading.start = reading.trimmed(0, reading.end).start();
        NameReader.Names names = NameReader.authors(reading, reading.start);
        boolean dated = DateReader.standsAt(reading.unread(), names.end());
        if (!dated) {
            NameReader.Names loose = NameReader.anyForm(reading, reading.start);
            boolean isGroup = SourceWords.nameAGroup(reading.printed(reading.start, loose.end()));
            if (!isGroup && DateReader.standsAt(reading.unread(), loose.end())) {
                names = loose;
            }
        }
        NameReader.Names beforeItalics = dated ? NameReader.NONE : Italics.names(reading);
        if (!beforeItalics.people().isEmpty()) {
            names = beforeItalics;
        }
        if (names.people().isEmpty()) {
            NameReader.Names late = NameReader.late(reading, reading.start);
            names = SourceWords.nameAGroup(reading.printed(reading.start, late.end())) ? names : late;
        }
        if (!names.people().isEmpty()) {
            reading.start = names.end();
            reading.elidedAfter = names.elidedAfter();
            Matcher editors = reading.find(EditorReader.EDITORS);
            if (editors.lookingAt()) {
                reading.start = editors.end();
                reading.addEditors(names);
            } else {
                reading.addAuthors(names);
            }
        }
        readGroup(reading);
        if (reading.authors.isEmpty() && reading.editors.isEmpty()) {
            readGroupBeforeStop(reading);
        }
        if (!DateReader.readAfterNames(reading)) {
            DateReader.readLate(reading);
        }
    }

    /**
     * {@code World Health Organization. Title}: the words of a body, capitals alone, or a quotation mark after the
     * stop.
     */
    private static void readGroupBeforeStop(CitationReading reading) {
        Matcher group = reading.find(GROUP_BEFORE_STOP);
        if (!DateReader.standsAt(reading.unread(), reading.start) && group.lookingAt()) {
            String name = group.group("name");
            boolean capitals =
                    name.equals(name.toUpperCase(Locale.ROOT)) && name.chars().anyMatch(Character::isLetter);
            boolean quoted = "\"\u00ab\u201c".indexOf(reading.unread(group.end())) >= 0;
            if (capitals || quoted || SourceWords.nameAGroup(name)) {
                reading.addAuthors(NameReader.Names.group(reading, group.start("name"), group.end("name")));
                reading.start = group.end();
            }
        }
    }

    private static void readGroup(CitationReading reading) {
        Matcher group = reading.find(GROUP);
        if (!DateReader.standsAt(reading.unread(), reading.start)
                && group.lookingAt()
                && DateReader.standsAt(reading.unread(), group.end())
                && (reading.authors.isEmpty() || SourceWords.nameAGroup(group.group("name")))) {
            addGroups(reading, group.start("name"), group.end("name"));
            reading.start = group.end();
        }
    }

    /** Two bodies that "&" joins, if each has a body's name by itself. */
    private static void addGroups(CitationReading reading, int from, int to) {
        int and = reading.printed(from, to).indexOf(" & ");
        int second = and < 0 ? -1 : reading.unread().toString().indexOf(" & ", from) + " & ".length();
        boolean both = second > from
                && second < to
                && SourceWords.nameAGroup(reading.printed(from, second))
                && SourceWords.nameAGroup(reading.printed(second, to));
        if (both) {
            Span first = reading.trimmed(from, second);
            reading.addAuthors(NameReader.Names.group(reading, first.start(), first.end()));
        }
        reading.addAuthors(NameReader.Names.group(reading, both ? second : from, to));
    }

    private static void readSource(CitationReading reading) {
        EditorReader.Host host = EditorReader.read(reading);
        if (host.isFound()) {
            readChapter(reading, host);
        } else if (ImprintReader.readWithPlace(reading) || ImprintReader.readCutAfterPlace(reading)) {
            readBook(reading);
        } else {
            readArticle(reading);
        }
    }

    private static void readChapter(CitationReading reading, EditorReader.Host host) {
        int titleStart = reading.start;
        reading.start = host.bookStart();
        boolean hasPublisher = ImprintReader.readWithPlace(reading) || ImprintReader.readByWords(reading);
        boolean hasLocator = LocatorReader.read(reading);
        reading.keep(CitationField.TITLE, titleStart, host.titleEnd());
        reading.keep(CitationField.CONTAINER_TITLE, reading.start, reading.end);
        boolean isChapter = reading.has(CitationField.CONTAINER_TITLE);
        boolean inJournal = hasLocator && reading.has(CitationField.ISSUE) && !hasPublisher;
        reading.type = !isChapter ? WorkType.BOOK : inJournal ? WorkType.ARTICLE : WorkType.CHAPTER;
    }

    private static void readBook(CitationReading reading) {
        int container = reading.has(CitationField.PAGE) ? TitleReader.containerStart(reading) : -1;
        if (container > 0) {
            keepBoth(reading, container);
            reading.type = WorkType.CHAPTER;
        } else {
            reading.keep(CitationField.TITLE, reading.start, reading.end);
            reading.type = WorkType.BOOK;
        }
    }

    private static void readArticle(CitationReading reading) {
        String source = reading.printed(reading.start, reading.end);
        if (ImprintReader.readByWords(reading)) {
            readBook(reading);
        } else if (LocatorReader.read(reading)) {
            boolean inProceedings = SourceWords.nameProceedings(source) && !reading.has(CitationField.ISSUE);
            readNumbered(reading, inProceedings ? WorkType.CHAPTER : WorkType.ARTICLE);
        } else {
            readUnnumbered(reading);
        }
    }

    private static void readNumbered(CitationReading reading, WorkType type) {
        if (reading.has(CitationField.TITLE)) {
            reading.keep(CitationField.CONTAINER_TITLE, reading.start, reading.end);
            reading.type = type;
            return;
        }
        int container = TitleReader.containerStart(reading);
        if (container > 0) {
            keepBoth(reading, container);
            reading.type = type;
        } else {
            reading.keep(CitationField.TITLE, reading.start, reading.end);
        }
    }

    /** Neither volume nor place nor a word of publishers: the last piece is a journal, or a publisher of one name. */
    private static void readUnnumbered(CitationReading reading) {
        if (reading.has(CitationField.TITLE)) {
            readAfterItalics(reading);
            return;
        }
        int container = TitleReader.containerStart(reading);
        if (container <= 0) {
            reading.keep(CitationField.TITLE, reading.start, reading.end);
            boolean onTheWeb = reading.identifiers.stream().anyMatch(WebAddress.class::isInstance);
            reading.type = onTheWeb ? WorkType.WEBPAGE : WorkType.DOCUMENT;
        } else if (reading.isAfterTaken(container)) {
            // nothing but a publisher follows the brackets of a book
            reading.keep(CitationField.PUBLISHER, container, reading.end);
            reading.end = container;
            readBook(reading);
        } else if (isOneUnknownName(reading, container) || isRepository(reading, container)) {
            reading.keep(CitationField.TITLE, reading.start, container);
            reading.keep(CitationField.PUBLISHER, container, reading.end);
            reading.type = WorkType.BOOK;
        } else {
            keepBoth(reading, container);
            reading.type = WorkType.ARTICLE;
        }
    }

    /** After a title in italics stands the publisher, seldom a journal. */
    private static void readAfterItalics(CitationReading reading) {
        boolean inJournal = SourceWords.nameAJournal(reading.printed(reading.start, reading.end));
        reading.keep(inJournal ? CitationField.CONTAINER_TITLE : CitationField.PUBLISHER, reading.start, reading.end);
        boolean isPublished = reading.has(CitationField.PUBLISHER);
        reading.type = inJournal ? WorkType.ARTICLE : isPublished ? WorkType.BOOK : WorkType.DOCUMENT;
    }

    private static boolean isRepository(CitationReading reading, int from) {
        return SourceWords.nameARepository(reading.printed(from, reading.end));
    }

    private static boolean isOneUnknownName(CitationReading reading, int from) {
        String name = reading.printed(from, reading.end);
        return reading.identifiers.isEmpty()
                && !reading.has(CitationField.STATUS)
                && reading.issued.month() == 0
                && reading.endsInStop()
                && name.indexOf(' ') < 0
                && !SourceWords.nameAJournal(name);
    }

    /** A thesis or a report says so itself; an article or a chapter may be about one. */
    private static void readGenre(CitationReading reading, String source) {
        boolean isPart = reading.has(CitationField.VOLUME) || reading.type == WorkType.CHAPTER;
        if (!isPart && SourceWords.nameAThesis(source)) {
            reading.type = WorkType.THESIS;
        } else if (!isPart && SourceWords.nameAReport(source)) {
            reading.type = WorkType.REPORT;
        }
    }

    private static void keepBoth(CitationReading reading, int container) {
        reading.keep(CitationField.TITLE, reading.start, container);
        reading.keep(CitationField.CONTAINER_TITLE, container, reading.end);
    }
}
