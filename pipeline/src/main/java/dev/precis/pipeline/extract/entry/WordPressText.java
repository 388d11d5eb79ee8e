package dev.precis.pipeline.extract.entry;

import java.util.regex.Matcher;
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

    /** A picture and its words, as WordPress shows them (img_caption_shortcode in wp-includes/media.php). */
    private static final Pattern CAPTION = Pattern.compile("\\[(?:wp_)?caption\\b[^\\]\\n"
            + "]{0,1000}\\]((?:\\s*<a\\b[^>]*>)?\\s*<img\\b[^>]*>(?:\\s*</a>)?)([^\\[]*)\\[/(?:wp_)?caption\\]");

    private WordPressText() {}

    static String html(String content) {
        String lines = content.replace("\r\n", "\n").replace('\r', '\n');
        String shown = CAPTION.matcher(lines)
                .replaceAll(caption -> Matcher.quoteReplacement("<figure>" + caption.group(1) + "<figcaption>"
                        + caption.group(2).strip() + "</figcaption></figure>"));
        String text = SHORTCODE.matcher(shown).replaceAll("");
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
