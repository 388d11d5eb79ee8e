import java.util.Locale;

/** Where the study is cited. */
enum Place {
    /** Bare, under the title. */
    FIRST("dev"),
    /** Bare, below all text. */
    LAST("dev"),
    /** Below the text, under "Reference", "Source", "Primary paper" ... */
    HEADING("dev"),
    /** "Citation: ...", below the text. */
    INLINE_LAST("dev"),
    /** Below the text, the whole of it the text of a link. */
    LINK("dev"),
    /** As {@link #HEADING}, with other words. */
    OTHER_HEADING("held"),
    /** Under a heading that stands right under the title. */
    HEADING_FIRST("held"),
    /** "Source: ...", under the title. */
    INLINE_FIRST("held"),
    /** Below the text and above the implications. */
    BEFORE_IMPLICATIONS("held"),
    /** The first footnote. */
    FOOTNOTE("held"),
    /** In a frame of its own, above or below the text. */
    BOX("held"),
    /** Nowhere. */
    NONE("held");

    final String half;

    Place(String half) {
        this.half = half;
    }

    /** Whether it stands above the text. */
    boolean above() {
        return this == FIRST || this == HEADING_FIRST || this == INLINE_FIRST;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
