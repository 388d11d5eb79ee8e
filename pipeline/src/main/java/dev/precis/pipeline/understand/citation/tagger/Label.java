package dev.precis.pipeline.understand.citation.tagger;

/** What a word or number of a citation can be part of. */
public enum Label {
    FAMILY,
    GIVEN,
    /** Between authors, or of them: "and", "et al.", "Jr". */
    NAME_OTHER,
    DATE,
    TITLE,
    CONTAINER,
    VOLUME,
    ISSUE,
    PAGE,
    /** The number of an article that has no pages. */
    NUMBER,
    EDITOR,
    PUBLISHER,
    PLACE,
    IDENTIFIER,
    /** Edition, chapter, status, kind of thesis. */
    NOTE,
    /** Words that styles print between parts: "pp.", "vol.", "In". */
    MARK;

    static final int COUNT = 16;

    private static final Label[] ALL = values();

    static Label of(int ordinal) {
        return ALL[ordinal];
    }
}
