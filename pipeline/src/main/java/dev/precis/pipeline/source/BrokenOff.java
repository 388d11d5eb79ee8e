package dev.precis.pipeline.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a saved page of which the end is missing. HTML lets a page do without {@code </body>} and {@code </p>}, so that
 * it takes more: a tag that does not end, elements that must be closed and are not, or a paragraph that breaks off.
 */
final class BrokenOff {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)\\b[^>]*>");
    private static final Pattern UNFINISHED_TAG = Pattern.compile("(?s)<(?:[/!a-zA-Z][^<>]*)?");
    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*[.!?:;…\"'”’»)\\]\\uFFFD]");
    /** WHATWG HTML, section 13.1.2.4, lists the end tags that may be left out; these may not. */
    private static final Pattern CLOSED = Pattern.compile("div|article|section|main|header|footer|aside|nav|ul|ol|table"
            + "|blockquote|span|a|b|i|em|strong|h[1-6]|script|style");

    private BrokenOff() {}

    /** Why the page is not whole; nothing if it may be. */
    static Optional<String> reason(byte[] content) {
        String page = new String(content, StandardCharsets.UTF_8).strip();
        if (page.lastIndexOf("<!--") > page.lastIndexOf("-->")) {
            return Optional.of("ends inside a comment");
        }
        if (UNFINISHED_TAG
                .matcher(page.substring(Math.max(0, page.lastIndexOf('<'))))
                .matches()) {
            return Optional.of("ends inside a tag");
        }
        String small = page.toLowerCase(Locale.ROOT);
        if (small.contains("</body")
                || small.contains("</html")
                || !(small.contains("<body") || small.contains("<html"))) {
            return Optional.empty();
        }
        Map<String, Integer> open = new HashMap<>();
        String last = "";
        int end = 0;
        for (Matcher tag = TAG.matcher(small); tag.find(); end = tag.end()) {
            last = tag.group(2);
            open.merge(last, tag.group(1).isEmpty() ? 1 : -1, Integer::sum);
        }
        Optional<String> unclosed = open.entrySet().stream()
                .filter(element -> element.getValue() > 0
                        && CLOSED.matcher(element.getKey()).matches())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        if (unclosed.isPresent()) {
            return unclosed.map(element -> "ends before its <" + element + "> does");
        }
        String rest = small.substring(end).strip();
        boolean text = !last.matches("html|body|head|title") && !rest.isEmpty();
        return text && !SENTENCE_END.matcher(rest).matches() ? Optional.of("ends inside a sentence") : Optional.empty();
    }
}
