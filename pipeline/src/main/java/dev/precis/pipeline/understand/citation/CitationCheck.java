package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.WorkType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Checks a reading against the printed citation without knowing how it was read: every character must be accounted for,
 * every part must look like what it claims to be, and nothing that its kind of work needs may be missing.
 */
final class CitationCheck {
    private static final int LONGEST_BEFORE_DATE = 24;

    private final Citation citation;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    private CitationCheck(Citation citation) {
        this.citation = citation;
    }

    /** What speaks against the citation by itself. */
    static Set<Doubt> doubts(Citation citation) {
        CitationCheck check = new CitationCheck(citation);
        check.checkWhole();
        check.checkCharacters();
        check.checkNames();
        check.checkLooks();
        return check.doubts;
    }

    private void doubt(boolean wrong, Doubt doubt) {
        if (wrong) {
            doubts.add(doubt);
        }
    }

    private boolean has(CitationField field) {
        return citation.fields().containsKey(field);
    }

    private String value(CitationField field) {
        Citation.Field read = citation.fields().get(field);
        return read == null ? "" : read.value();
    }

    private void checkWhole() {
        boolean inSource = has(CitationField.CONTAINER_TITLE);
        boolean placed = has(CitationField.VOLUME) || has(CitationField.PAGE) || has(CitationField.NUMBER);
        boolean onTheWeb = !citation.identifiers().isEmpty();
        boolean registered = citation.identifiers().stream().anyMatch(id -> !(id instanceof Identifier.WebAddress));
        boolean unplaced = has(CitationField.STATUS);
        boolean isArticle = citation.type() == WorkType.ARTICLE;
        doubt(citation.authors().isEmpty() && citation.editors().isEmpty(), Doubt.NO_NAMES);
        doubt(!citation.issued().isKnown() && !unplaced, Doubt.NO_YEAR);
        doubt(!isDatedAfterNames(), Doubt.DATE_ELSEWHERE);
        doubt(!has(CitationField.TITLE), Doubt.NO_TITLE);
        doubt(!inSource && !has(CitationField.PUBLISHER) && !onTheWeb, Doubt.NO_SOURCE);
        boolean isNowhere = isArticle && !placed && !registered && !unplaced;
        doubt(isNowhere, onTheWeb ? Doubt.ONLY_ADDRESS : Doubt.NO_LOCATOR);
        doubt(isArticle && hasBarePages(), Doubt.NO_VOLUME);
        boolean isChapter = citation.type() == WorkType.CHAPTER && inSource;
        boolean inBook = has(CitationField.PUBLISHER) || has(CitationField.PAGE) || has(CitationField.VOLUME);
        doubt(isChapter && !inBook && !registered, Doubt.NO_LOCATOR);
        doubt(isChapter && citation.editors().isEmpty(), Doubt.NO_EDITORS);
    }

    /** As APA style has it, for which the grammar was written: a status may stand for the date. */
    private boolean isDatedAfterNames() {
        Citation.Field status = citation.fields().get(CitationField.STATUS);
        int date =
                citation.issued().isKnown() ? citation.places().issued().start() : status == null ? -1 : status.start();
        Span last = !citation.places().authors().isEmpty()
                ? citation.places().authors().getLast()
                : citation.places().editors().isEmpty()
                        ? Span.NONE
                        : citation.places().editors().getLast();
        if (date < last.end() || last.isEmpty()) {
            return false;
        }
        String between = citation.printed().substring(last.end(), date);
        return between.length() <= LONGEST_BEFORE_DATE && (between.indexOf('(') >= 0 || between.indexOf('[') >= 0);
    }

    /** Pages without volume and without "pp." may be anything. */
    private boolean hasBarePages() {
        Citation.Field pages = citation.fields().get(CitationField.PAGE);
        if (pages == null || has(CitationField.VOLUME) || has(CitationField.ISSUE)) {
            return false;
        }
        String before = citation.printed().substring(Math.max(0, pages.start() - 4), pages.start());
        return before.indexOf('p') < 0;
    }

    private void checkCharacters() {
        Coverage coverage = new Coverage(citation);
        doubt(coverage.leavesWords(), Doubt.UNEXPLAINED);
        doubt(SourceLooks.isOpen(citation.printed()), Doubt.BRACKETS);
        boolean isCutIdentifier = citation.repairs().contains(IdentifierReader.CUT_REPAIR);
        doubt(isCutIdentifier || coverage.endsInLabel() || isCut(coverage.lastRead()), Doubt.CUT);
    }

    /** A whole citation ends in a full stop, an identifier, or a number that ends pages. */
    private boolean isCut(int lastRead) {
        String printed = citation.printed();
        char end = printed.charAt(printed.length() - 1);
        if (lastRead < 0 || endsAt(lastRead, CitationField.ISSUE) && end != '.') {
            return true;
        }
        for (int i = 0; i < citation.identifiers().size(); i++) {
            if (citation.places().identifiers().get(i).end() == lastRead + 1) {
                return isPartOfIdentifier(citation.identifiers().get(i));
            }
        }
        if (end == '.' || end == ')' || end == ']') {
            return false;
        }
        boolean endsInPages = endsAt(lastRead, CitationField.PAGE) && Character.isDigit(end);
        return !endsInPages || !SourceLooks.isWholeRange(value(CitationField.PAGE));
    }

    private boolean endsAt(int lastRead, CitationField field) {
        Citation.Field read = citation.fields().get(field);
        return read != null && read.end() == lastRead + 1;
    }

    /** The resolver without its DOI, or a DOI (ISO 26324) of which the second part has no digit yet. */
    private static boolean isPartOfIdentifier(Identifier identifier) {
        return switch (identifier) {
            case Identifier.Doi doi ->
                doi.value().endsWith("-")
                        || doi.value()
                                .substring(doi.value().indexOf('/'))
                                .chars()
                                .noneMatch(Character::isDigit);
            case Identifier.WebAddress web ->
                web.value().contains("//dx.") || web.value().contains("//doi");
            case Identifier.Pmid pmid -> false;
            case Identifier.Pmcid pmcid -> false;
            case Identifier.Handle handle -> false;
            case Identifier.ArxivId arxiv -> false;
            case Identifier.Isbn isbn -> false;
        };
    }

    private void checkNames() {
        boolean named = false;
        for (Contributor author : citation.authors()) {
            named |= !author.given().isEmpty();
        }
        for (Contributor author : citation.authors()) {
            doubt(NameLooks.isOdd(author), Doubt.NAME_ODD);
            doubt(NameLooks.holdsMore(author), Doubt.NAME_HOLDS_MORE);
            doubt(named && author.given().isEmpty() && !SourceWords.nameAGroup(author.family()), Doubt.NAME_BARE);
            doubt(NameLooks.isSuffixGlued(author, citation.printed()), Doubt.SUFFIX_GLUED);
        }
        if (citation.authors().size() == 1) {
            Span place = citation.places().authors().getFirst();
            doubt(
                    NameLooks.isOfUnknownOrder(citation.authors().getFirst(), citation.printed(), place),
                    Doubt.NAME_ORDER);
        }
        doubt(citation.isElided() && citation.printed().contains("al, e"), Doubt.ELISION_GARBLED);
    }

    /** Nothing but a full stop parts the title of an article from its journal. */
    private boolean endsWithItsSentence() {
        return citation.editors().isEmpty() && !has(CitationField.PUBLISHER);
    }

    private boolean isSourceBeforeTitle() {
        Citation.Field title = citation.fields().get(CitationField.TITLE);
        Citation.Field source = citation.fields().get(CitationField.CONTAINER_TITLE);
        return title != null && source != null && source.start() < title.start();
    }

    private void checkLooks() {
        String title = value(CitationField.TITLE);
        String source = value(CitationField.CONTAINER_TITLE);
        doubt(endsWithItsSentence() && TitleLooks.holdsSentences(title), Doubt.TITLE_OF_SENTENCES);
        doubt(TitleLooks.endsLikeSource(title), Doubt.TITLE_WITH_TAIL);
        doubt(TitleLooks.holdsNames(title), Doubt.TITLE_WITH_NAMES);
        doubt(!title.isEmpty() && title.length() < 6, Doubt.TITLE_SHORT);
        doubt(!source.isEmpty() && SourceLooks.isOdd(source, citation.type()), Doubt.SOURCE_ODD);
        doubt(SourceLooks.isLong(source), Doubt.SOURCE_LONG);
        doubt(SourceLooks.holdsNumbers(source), Doubt.SOURCE_WITH_NUMBERS);
        doubt(SourceLooks.endsInPlace(source), Doubt.SOURCE_WITH_PLACE);
        boolean ofSentences = TitleLooks.holdsSentences(source) && !TitleLooks.isAbbreviated(source);
        doubt(ofSentences, Doubt.SOURCE_OF_SENTENCES);
        boolean isArticle = citation.type() == WorkType.ARTICLE;
        doubt(isArticle && !has(CitationField.VOLUME) && SourceWords.nameAPublisher(source), Doubt.SOURCE_PUBLISHES);
        doubt(isSourceBeforeTitle(), Doubt.SOURCE_BEFORE_TITLE);
        doubt(TitleLooks.endsShort(title), Doubt.TITLE_CUT_SHORT);
        doubt(TitleLooks.holdsNote(title), Doubt.TITLE_WITH_NOTE);
        doubt(TitleLooks.endsInNote(title), Doubt.TITLE_ENDS_IN_BRACKETS);
        doubt(!endsWithItsSentence() && TitleLooks.holdsSentences(title), Doubt.BOOK_OF_SENTENCES);
        doubt(title.length() > TitleLooks.LONGEST, Doubt.TITLE_LONG);
        doubt(SourceLooks.runsBackwards(value(CitationField.PAGE)), Doubt.PAGES_REVERSED);
        doubt(SourceLooks.isOddNumber(value(CitationField.VOLUME), value(CitationField.ISSUE)), Doubt.NUMBER_ODD);
    }
}
