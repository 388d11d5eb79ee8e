package dev.precis.pipeline.domain;

import java.util.Locale;

/**
 * Something that a post is known by where it comes from.
 *
 * @param value as the source spells it
 */
public record PostKey(Kind kind, String value) {
    /** What tells posts apart, what lasts longest first. */
    public enum Kind {
        /** The address of the post alone. */
        ADDRESS,
        /** What a feed calls it for good (RSS 2.0 guid, RFC 4287 section 4.2.6, JSON Feed id). */
        GUID,
        /** The name of the file that holds this post alone. */
        FILE,
        /** Its title in its month. */
        TITLE
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + value;
    }
}
