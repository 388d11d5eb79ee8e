package dev.precis.pipeline.domain.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of what is captured: how files of each are called, what servers call it, how it begins. */
public enum CaptureKind {
    /** A new summary: Markdown with front matter, or JSON. */
    SUMMARY(List.of("md", "markdown", "json"), List.of("text/markdown", "application/json"), List.of()),

    /** WordPress's export (WXR) of a whole blog: RSS of a kind of its own, drafts and pages in it. */
    WORDPRESS_EXPORT(
            List.of(),
            List.of(),
            List.of(Beginning.XML + "<rss\\b[^>]*\\bxmlns:wp\\s*=\\s*[\"']https?://wordpress\\.org/export/.*")),

    /** A page of the posts that WordPress gives to programs. */
    WORDPRESS_POSTS(
            List.of(),
            List.of(),
            List.of(
                    "(?is)\\s*\\[\\s*\\{.*\"(?:guid|title|content)\"\\s*:\\s*\\{\\s*\"(?:raw\"\\s*:.*\"|)rendered\"\\s*:.*")),

    /** Ghost's export of a whole blog: its tables. */
    GHOST_EXPORT(
            List.of(),
            List.of(),
            List.of(
                    "(?is)\\s*\\{\\s*\"db\"\\s*:\\s*\\[.*",
                    "(?is)\\s*\\{\\s*\"meta\"\\s*:\\s*\\{[^{}]*\"exported_on\"\\s*:.*",
                    "(?is)\\s*\\{\\s*\"data\"\\s*:\\s*\\{\\s*\"\\w+\"\\s*:\\s*\\[.*")),

    /** RSS, Atom or JSON Feed: servers call it anything, and files of it end like others, but none begins like it. */
    FEED(
            List.of("rss", "atom", "rdf", "xml"),
            List.of("application/atom+xml", "application/rss+xml", "application/feed+json"),
            List.of(
                    Beginning.XML + "<(?:rss|feed|rdf:rdf)\\b.*",
                    "(?is)\\s*\\{.*\"version\"\\s*:\\s*\"https?://jsonfeed\\.org/version/.*")),

    /** An HTML page, and whatever tells nothing else: addresses of pages end in anything. */
    PAGE(List.of("html", "htm", "xhtml"), List.of("text/html", "application/xhtml+xml"), List.of());

    /** Bytes at most that tell how a document begins. */
    public static final int BEGINNING = 4096;

    private static final class Beginning {
        static final String XML = "(?is)\\s*(?:<\\?xml[^>]*>)?\\s*(?:<!--.*?-->\\s*|<\\?[^>]*>\\s*)*";
    }

    private final List<String> suffixes;
    private final List<String> mediaTypes;
    private final List<Pattern> beginnings;

    /** @param beginnings that say more than name and declared type */
    CaptureKind(List<String> suffixes, List<String> mediaTypes, List<String> beginnings) {
        this.suffixes = suffixes;
        this.mediaTypes = mediaTypes;
        this.beginnings = beginnings.stream().map(Pattern::compile).toList();
    }

    public static CaptureKind of(Capture capture) {
        byte[] content = capture.content();
        String beginning = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("ï»¿", "");
        String name =
                capture.address().getPath() == null ? "" : capture.address().getPath();
        return of(name, capture.contentType(), beginning);
    }

    /**
     * @param name path or file name; may be empty
     * @param contentType as declared; may be empty
     * @param beginning the first characters
     */
    static CaptureKind of(String name, String contentType, String beginning) {
        return Stream.of(values())
                .filter(kind -> kind.beginnings.stream()
                        .anyMatch(pattern -> pattern.matcher(beginning).matches()))
                .findFirst()
                .or(() -> Stream.of(values())
                        .filter(kind -> kind.isNamed(name) || kind.isDeclared(contentType))
                        .findFirst())
                .orElse(PAGE);
    }

    /** What the names of files end in, after a dot, in lower case. */
    public List<String> suffixes() {
        return suffixes;
    }

    /** The first is the usual one. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** Whether a path or a file's name ends like those of this kind. */
    public boolean isNamed(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && suffixes.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a Content-Type, with or without parameters, is of this kind. */
    public boolean isDeclared(String contentType) {
        return mediaTypes.contains(
                contentType.replaceFirst("[;,].*", "").strip().toLowerCase(Locale.ROOT));
    }
}
