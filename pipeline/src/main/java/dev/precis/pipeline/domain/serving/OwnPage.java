package dev.precis.pipeline.domain.serving;

import java.util.Locale;

/**
 * A page that a blog wrote itself.
 *
 * @param title its first heading, if that is of the first level; else empty
 * @param opening how its text begins, for search engines; may be empty
 * @param html the rest, without anything that runs or is fetched from elsewhere
 */
public record OwnPage(Kind kind, String title, String opening, String html) {
    /** What such pages are about. */
    public enum Kind {
        /** Who writes the blog, and what for. */
        ABOUT,
        /** Who answers for it, and what becomes of readers' data. */
        LEGAL;

        /** As it is called in profiles and addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
