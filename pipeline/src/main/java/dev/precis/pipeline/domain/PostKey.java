package dev.precis.pipeline.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that a post is known by where it comes from.
 *
 * @param value as the source spells it
 */
public record PostKey(Kind kind, String value) {
    private static final Pattern SCHEME = Pattern.compile("(?i)^https?://(?:www\\.)?");
    /** Parameters that tell where a reader came from: what is behind them is the same. */
    private static final Pattern TRACKING = Pattern.compile("(?i)[?&](?:utm_[^&#]*|fbclid=[^&#]*|gclid=[^&#]*)");

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

    /** That of an address, in normal form. */
    public static PostKey ofAddress(String address) {
        return new PostKey(Kind.ADDRESS, address).normal();
    }

    /**
     * The key under which two spellings are the same: addresses that blogs use side by side, with and without
     * encryption, {@code www}, a slash at the end, a fragment, or parameters that follow readers.
     */
    public PostKey normal() {
        return kind == Kind.ADDRESS ? new PostKey(kind, normal(value)) : this;
    }

    private static String normal(String address) {
        String bare = SCHEME.matcher(address.replaceFirst("#.*", "")).replaceFirst("");
        String query = TRACKING.matcher(bare).replaceAll("");
        // where the first parameter is gone, the next one begins the query
        String whole = query.contains("?") ? query : query.replaceFirst("&", "?");
        int host = whole.indexOf('/');
        return (host < 0
                        ? whole.toLowerCase(Locale.ROOT)
                        : whole.substring(0, host).toLowerCase(Locale.ROOT) + whole.substring(host))
                .replaceFirst("/$", "");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + value;
    }
}
