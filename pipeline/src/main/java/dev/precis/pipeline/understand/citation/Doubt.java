package dev.precis.pipeline.understand.citation;

/**
 * What can speak against a reading; how much each does is not set by hand but measured, see {@link Calibration}. The
 * last ones come from the second reading.
 */
enum Doubt {
    NO_NAMES("no author or editor was found"),
    NO_YEAR("no year was found"),
    DATE_ELSEWHERE("the date does not stand in brackets after the names"),
    NO_TITLE("no title was found"),
    NO_SOURCE("neither what it appeared in nor a publisher was found"),
    NO_LOCATOR("volume, pages and identifier are all missing"),
    ONLY_ADDRESS("nothing but a web address tells where in its source it is"),
    NO_VOLUME("pages of a journal without a volume or \"pp.\""),
    NO_EDITORS("a chapter's book without editors"),
    CUT("the line seems to be cut off"),
    BRACKETS("a bracket is not closed or not opened"),
    UNEXPLAINED("words are left that no field explains"),
    TITLE_OF_SENTENCES("the title holds more than one sentence"),
    TITLE_WITH_TAIL("the title ends like a source"),
    TITLE_WITH_NAMES("the title begins or ends with initials or editors"),
    TITLE_SHORT("the title is very short"),
    SOURCE_ODD("the source does not look like a name"),
    SOURCE_LONG("the source is very long"),
    SOURCE_WITH_NUMBERS("the source holds pages or a volume"),
    SOURCE_WITH_PLACE("the source ends in a place"),
    SOURCE_OF_SENTENCES("the source holds more than one sentence"),
    SOURCE_PUBLISHES("the source has the name of a publisher"),
    SOURCE_BEFORE_TITLE("the journal or book stands before the title"),
    TITLE_CUT_SHORT("the title ends in an abbreviation of its source"),
    TITLE_WITH_NOTE("the title holds an edition, a genre or a meeting"),
    TITLE_ENDS_IN_BRACKETS("the title ends in brackets that may be a note"),
    BOOK_OF_SENTENCES("the title of a book or report holds more than one sentence"),
    TITLE_LONG("the title is very long"),
    NAME_HOLDS_MORE("a name holds digits, initials or another name"),
    PAGES_REVERSED("the pages run backwards"),
    NUMBER_ODD("volume or issue does not look like one"),
    NAME_ODD("an author's name does not look like one"),
    NAME_BARE("an author has no given name"),
    NAME_ORDER("nothing shows which of an author's two names is the family's"),
    SUFFIX_GLUED("a suffix is not set off from the family name"),
    ELISION_GARBLED("\"et al.\" is garbled"),
    AUTHORS_DIFFER("the two readings differ in the authors"),
    YEAR_DIFFERS("the two readings differ in the year"),
    TITLE_DIFFERS("the two readings differ in the title"),
    SOURCE_DIFFERS("the two readings differ in the journal or book"),
    VOLUME_DIFFERS("the two readings differ in the volume"),
    ISSUE_DIFFERS("the two readings differ in the issue"),
    PAGES_DIFFER("the two readings differ in the pages"),
    DOI_DIFFERS("the two readings differ in the DOI"),
    MANY_WORDS_DIFFER("the two readings differ in many words"),
    OTHER_SENSIBLE("the other reading makes as much sense by itself"),
    CLOSE("the second reading was nearly another one"),
    VERY_CLOSE("the second reading might as well have been another one"),
    READ_ONCE("there is no second reading"),
    TAGGED("only the second reading makes sense of it");

    private final String reason;

    Doubt(String reason) {
        this.reason = reason;
    }

    /** For people who review. */
    String reason() {
        return reason;
    }
}
