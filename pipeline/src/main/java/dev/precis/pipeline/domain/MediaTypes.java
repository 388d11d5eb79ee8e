package dev.precis.pipeline.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what kind of document was captured: by its name or declared type, else by how it begins. */
public final class MediaTypes {
    private static final int BEGINNING = 4096;
    private static final Pattern FEED = Pattern.compile(
            "(?s)\\s*(?:<\\?xml[^>]*>)?\\s*(?:<!--.*?-->\\s*|<\\?[^>]*>\\s*)*<(?:rss|feed|rdf:rdf)\\b.*");
    private static final Pattern JSON_FEED = Pattern.compile("(?s)\\s*\\{.*\"https?://jsonfeed\\.org/version/.*");

    private MediaTypes() {}

    /** What a document is to us. */
    public enum Kind {
        /** An HTML page. */
        PAGE,
        /** RSS, Atom or JSON Feed. */
        FEED,
        /** A new summary: Markdown with front matter, or JSON. */
        SUMMARY
    }

    public static Kind kindOf(Capture capture) {
        byte[] content = capture.content();
        String beginning = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("ï»¿", "");
        String name =
                capture.address().getPath() == null ? "" : capture.address().getPath();
        return kindOf(name, capture.contentType(), beginning);
    }

    /**
     * @param name path or file name; may be empty
     * @param contentType as declared; may be empty
     * @param beginning the first characters
     */
    public static Kind kindOf(String name, String contentType, String beginning) {
        String start = beginning.toLowerCase(Locale.ROOT);
        if (FEED.matcher(start).matches() || JSON_FEED.matcher(start).matches()) {
            return Kind.FEED;
        }
        String lowerName = name.toLowerCase(Locale.ROOT);
        if (lowerName.matches(".*\\.(?:md|markdown|json)")
                || contentType.startsWith("text/markdown")
                || contentType.startsWith("application/json")) {
            return Kind.SUMMARY;
        }
        if (lowerName.matches(".*\\.(?:rss|atom|rdf|xml)")
                || contentType.matches("application/(?:rss|atom|feed)\\+.*")) {
            return Kind.FEED;
        }
        return Kind.PAGE;
    }
}
