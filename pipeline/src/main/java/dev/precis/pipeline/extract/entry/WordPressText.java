package dev.precis.pipeline.extract.entry;

import java.util.regex.Pattern;

/**
 * A post as WordPress keeps it, as HTML: there a blank line parts paragraphs, and a line ends where it ends
 * (https://developer.wordpress.org/reference/functions/wpautop/), unless it was written in blocks.
 */
final class WordPressText {
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");
    /** What begins with mark-up of a block, or ends one, is a block already. */
    private static final Pattern BLOCK = Pattern.compile(
            "(?is)<(?:/|!--|(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure"
                + "|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|ol|p|pre|script|section|style|summary|table"
                + "|tbody|td|tfoot|th|thead|tr|ul|video|audio)\\b).*");
    /** WordPress's own shortcodes: what they stand for is no text. */
    private static final Pattern SHORTCODE =
            Pattern.compile("\\[/?(?:caption|wp_caption|gallery|playlist|audio|video|embed)\\b[^\\]\\n]{0,1000}\\]");

    private WordPressText() {}

    static String html(String content) {
        String text = SHORTCODE
                .matcher(content.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        if (text.contains("<!-- wp:")) {
            return text;
        }
        StringBuilder html = new StringBuilder();
        for (String part : BLANK_LINES.split(text.strip())) {
            html.append(BLOCK.matcher(part).matches() ? part : "<p>" + part.replace("\n", "<br>\n") + "</p>");
            html.append('\n');
        }
        return html.toString();
    }
}
