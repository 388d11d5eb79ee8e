import java.util.List;
import java.util.Locale;

/** What makes a page differ from the page that one has in mind. Of one group a blog has one at most. */
enum Irregularity {
    BYLINE_CAPS("dev", "byline"),
    AUTHOR_BOX("dev", "box"),
    AUTHOR_ONLY_IN_BOX("held", "box"),
    DATE_NUMERIC("dev", "date"),
    DATE_WEEKDAY_TIME("dev", "date"),
    DATE_ONLY_OPENGRAPH("dev", "date"),
    DATE_ONLY_JSON_LD("held", "date"),
    DATE_ONLY_CITATION_META("held", "date"),
    DATE_ONLY_MICRODATA("held", "date"),
    DATE_BEFORE_TITLE("dev", "dateplace"),
    RECEIVED_LINE("dev", "otherdate"),
    UPDATED_LINE("held", "otherdate"),
    MONTH_ALONE("dev"),
    SHORT_PARAGRAPHS("dev", "length"),
    LONG_PARAGRAPHS("held", "length"),
    KEY_POINTS_FIRST("dev", "implications"),
    POINTS_AND_IMPLICATIONS("held", "implications"),
    IMPLICATIONS_FIRST("held", "implications"),
    TWO_IMPLICATIONS("dev", "implications"),
    RUN_IN_IMPLICATIONS("held", "implications"),
    SECTIONS_H2("dev", "sections"),
    SECTIONS_H3("held", "sections"),
    SECTIONS_BOLD("dev", "sections"),
    LEVELS_SKIPPED("held", "sections"),
    PULL_QUOTES("held"),
    ALSO_LIKE_IN_TEXT("dev"),
    SHARE_BUTTONS("dev"),
    RELATED_POSTS("dev"),
    COMMENTS("dev", "comments"),
    LONG_COMMENTS("held", "comments"),
    COOKIE_BANNER("dev"),
    NEWSLETTER("held"),
    BREADCRUMBS("dev"),
    TAG_CLOUD("held", "sidebar"),
    SIDEBAR("dev", "sidebar"),
    PREVIOUS_NEXT("held"),
    APPEARED_FIRST("dev"),
    OTHER_LANGUAGES("held"),
    READING_TIME("dev"),
    PHOTO_BY("dev"),
    DISCLOSURE("held"),
    FURTHER_READING("dev", "references"),
    REFERENCES_BESIDE("held", "references"),
    TABLE("dev"),
    LIST("dev"),
    BLOCKQUOTE("held"),
    FIGURE("dev"),
    FOOTNOTES("held"),
    TITLE_QUESTION("dev", "title"),
    TITLE_CAPS("dev", "title"),
    TITLE_SENTENCE("held", "title"),
    TITLE_COLON("held", "title"),
    TITLE_AS_STUDY("held", "title"),
    TITLE_SUFFIX("dev"),
    H1_TWICE("held"),
    NBSP("dev"),
    SOFT_HYPHENS("held"),
    WINDOWS_1252("held"),
    OTHER_PAGES("dev");

    final String half;
    final String group;
    /** Not to be seen on a page with several posts. */
    final boolean onPostsOnly;

    Irregularity(String half) {
        this(half, "");
    }

    Irregularity(String half, String group) {
        this.half = half;
        this.group = group;
        this.onPostsOnly = List.of("box", "comments").contains(group)
                || List.of("RELATED_POSTS", "PREVIOUS_NEXT", "H1_TWICE", "NEWSLETTER", "TITLE_SUFFIX")
                        .contains(name());
    }

    boolean onlyInHead() {
        return name().startsWith("DATE_ONLY");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
