package dev.precis.pipeline.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a saved page was saved from: by the comment that browsers leave, by the page's canonical link, or by
 * the name that wget gave the file of a query.
 */
final class SavedAddress {
    // the "mark of the web": length of the address in brackets, then the address
    // https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
    private static final Pattern SAVED_FROM =
            Pattern.compile("(?i)<!--\\s*saved from url=\\(\\d+\\)(https?://[^\\s>]+?)\\s*-->");
    private static final int MARK_WITHIN = 4096;
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("(?i)<link\\b[^>]*>");
    private static final Pattern CANONICAL = Pattern.compile("(?i)\\brel\\s*=\\s*[\"']?canonical(?=[\"'\\s/>])");
    private static final Pattern HREF =
            Pattern.compile("(?i)\\bhref\\s*=\\s*(?:([\"'])\\s*(https?://.*?)\\s*\\1|(https?://[^\\s\"'>]+))");
    private static final int HEAD_WITHIN = 65_536;
    // wget: "?" before the query, "@" with --restrict-file-names=windows
    private static final Pattern NAME = Pattern.compile("([^?@]*)[?@]([^?@=]*=.*)");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.x?html?$");
    private static final Pattern DIRECTORY_INDEX = Pattern.compile("(?i)index(?:\\.x?html?)?");

    private final URI home;

    /** @param home of the blog, which completes the name of a file that wget named after a query */
    SavedAddress(URI home) {
        this.home = home;
    }

    /** The address; the file's own where nothing tells it, since a guess would pass for a source. */
    URI of(Path file, byte[] content) {
        String name = file.getFileName().toString();
        String head = new String(content, 0, Math.min(content.length, HEAD_WITHIN), StandardCharsets.UTF_8);
        return savedFrom(head)
                .or(() -> canonical(name, head))
                .or(() -> byName(name))
                .orElseGet(file::toUri);
    }

    static boolean hasQuery(String name) {
        return NAME.matcher(name).matches();
    }

    private static Optional<URI> savedFrom(String head) {
        Matcher mark = SAVED_FROM.matcher(head.substring(0, Math.min(head.length(), MARK_WITHIN)));
        return mark.find() ? address(mark.group(1)) : Optional.empty();
    }

    private Optional<URI> canonical(String name, String head) {
        return LINK.matcher(COMMENT.matcher(head).replaceAll(""))
                .results()
                .map(link -> link.group())
                .filter(link -> CANONICAL.matcher(link).find())
                .flatMap(link -> HREF.matcher(link).results())
                .flatMap(href -> address(unquoted(href).replace("&amp;", "&")).stream())
                .findFirst()
                .map(canonical -> withFilters(canonical, name));
    }

    private static String unquoted(MatchResult href) {
        return href.group(2) != null ? href.group(2) : href.group(3);
    }

    /** Some sites call the unfiltered listing canonical on each filtered one; the file's name knows better. */
    private URI withFilters(URI canonical, String name) {
        return byName(name)
                .filter(named -> canonical.getPath().equals(named.getPath()) && canonical.getRawQuery() == null)
                .map(named -> URI.create(canonical + "?" + named.getRawQuery()))
                .orElse(canonical);
    }

    private Optional<URI> byName(String name) {
        Matcher query = NAME.matcher(name);
        if (!query.matches()) {
            return Optional.empty();
        }
        String page = DIRECTORY_INDEX.matcher(query.group(1)).matches() ? "" : encode(query.group(1));
        String parameters = EXTENSION.matcher(query.group(2)).replaceFirst("");
        return Optional.of(home.resolve("./" + page + "?" + encode(parameters)));
    }

    /** Percent-encodes what RFC 3986 does not allow in a path segment or a query; escapes already there stay. */
    private static String encode(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean allowed = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@%".indexOf(c) >= 0);
            out.append(allowed ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            // a page may claim any address: one that is none says nothing, the file's name does
            return Optional.empty();
        }
    }
}
