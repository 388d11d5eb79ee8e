package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Walks a page without recursion (pages nest deeper than stacks) and hands text and breaks to a {@link BlockBuilder}.
 */
final class BlockVisitor implements NodeVisitor {
    private static final Set<String> UNREAD =
            words("script style noscript template svg math iframe object select option button textarea head title nav"
                    + " audio video canvas del s strike");
    private static final Set<String> BLOCKS =
            words("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
                + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu ol p"
                + " plaintext pre section summary table tbody td tfoot th thead tr ul xmp");
    private static final Set<String> PREFORMATTED = words("pre listing plaintext xmp");
    private static final Set<String> UNREAD_ROLES =
            words("navigation banner contentinfo search menu menubar complementary dialog");
    /** Classes by which the common systems mark text for screen readers only. */
    private static final Set<String> UNSEEN_CLASSES =
            words("visually-hidden visuallyhidden sr-only screen-reader-text element-invisible element-hidden");

    private static final Pattern STYLE = Pattern.compile("(font-weight|font-style|color|font-size|display|visibility"
            + "|white-space|mso-list|mso-hide)\\s*:\\s*([^;]{1,40})");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
    /** Shorter than this, a line of preformatted text ended because its author ended it. */
    private static final int FULL_LINE = 50;

    private final BlockBuilder builder;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final Notes notes = new Notes();

    BlockVisitor(BlockBuilder builder) {
        this.builder = builder;
        looks.push(Look.PLAIN);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    @Override
    public void head(Node node, int depth) {
        Look outer = looks.element();
        if (node instanceof TextNode text && text.parent() instanceof Element holder) {
            if (outer.preformatted() && !outer.unread()) {
                preformatted(text.getWholeText(), outer, holder);
            } else if (!outer.unread()) {
                builder.append(text.getWholeText(), outer, holder);
            }
        } else if (node instanceof Element element) {
            String tag = element.normalName();
            Look look = look(element, tag, outer);
            looks.push(look);
            if (look.unread()) {
                return;
            }
            if (tag.equals("br")) {
                builder.lineBreak();
            } else if (look.opens(element)) {
                builder.flush();
            }
            if (tag.equals("img")) {
                builder.picture(element);
            }
            if (tag.equals("time") && element.hasAttr("datetime")) {
                builder.time(element.attr("datetime"));
            }
            if (tag.equals("a") && notes.leadsBack(element)) {
                builder.note();
            }
            String author = Semantics.author(element);
            if (!author.isEmpty()) {
                builder.author(author);
            }
            if (Semantics.isTag(element)) {
                builder.tag(Texts.normalise(element.text()));
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            Look look = looks.pop();
            if (look.unread()) {
                return;
            }
            if (look.opens(element)) {
                builder.flush();
            } else if (element.normalName().equals("a") && element.hasAttr("href")) {
                builder.link(element.text());
            }
            if (Semantics.isDayOfLink(element)) {
                builder.flush();
            }
        }
    }

    /** In preformatted text a blank line ends a paragraph, and a line that is not full ends where its author wanted. */
    private void preformatted(String text, Look look, Element holder) {
        String[] lines = LINE_END.split(text, -1);
        for (int i = 0; i < lines.length; i++) {
            builder.append(lines[i], look, holder);
            if (i + 1 == lines.length) {
                return;
            }
            if (lines[i].length() >= FULL_LINE && !lines[i + 1].isBlank()) {
                builder.append(" ", look, holder);
            } else {
                builder.lineBreak();
            }
        }
    }

    private static Look look(Element element, String tag, Look outer) {
        if (outer.unread() || isUnread(element, tag)) {
            return outer.asUnread();
        }
        Look look = tagged(element, tag, outer);
        boolean block = BLOCKS.contains(tag);
        if (!element.hasAttr("style")) {
            return block ? look.withBlock(element) : look;
        }
        Matcher style = STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT));
        while (style.find()) {
            String value = style.group(2).strip();
            if (hides(style.group(1), value)) {
                return outer.asUnread();
            }
            block |= style.group(1).equals("display") && (value.startsWith("block") || value.startsWith("list-item"));
            look = styled(look, style.group(1), value);
        }
        return block ? look.withBlock(element) : look;
    }

    private static Look tagged(Element element, String tag, Look look) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                look.withLevel(tag.charAt(1) - '0').withStrong(true);
            case "b", "strong", "th" -> look.withStrong(true);
            case "i", "em", "cite" -> look.withSlanted(true);
            case "a" -> element.hasAttr("href") ? look.withLinked() : look;
            case "li" -> look.withItem();
            case "big", "small" -> look.withFont(tag);
            case "font" -> look.withFont(element.attr("color") + "/" + element.attr("size"));
            default -> PREFORMATTED.contains(tag) ? look.withPreformatted(true) : look;
        };
    }

    private static Look styled(Look look, String property, String value) {
        return switch (property) {
            case "font-weight" -> look.withStrong(value.matches("bold|bolder|[6-9]00"));
            case "font-style" -> look.withSlanted(value.startsWith("italic"));
            case "white-space" -> look.withPreformatted(value.startsWith("pre"));
            case "mso-list" -> look.withItem();
            case "color", "font-size" -> look.withFont(property + ":" + value);
            default -> look;
        };
    }

    private static boolean hides(String property, String value) {
        return switch (property) {
            case "display" -> value.startsWith("none");
            case "visibility" -> value.startsWith("hidden");
            // Word writes the number or bullet of a list into the text and marks it so
            case "mso-list" -> value.startsWith("ignore");
            case "mso-hide" -> value.startsWith("all");
            default -> false;
        };
    }

    private static boolean isUnread(Element element, String tag) {
        if (UNREAD.contains(tag)
                || UNREAD_ROLES.contains(element.attr("role"))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || (element.hasAttr("class") && UNSEEN_CLASSES.stream().anyMatch(element::hasClass))) {
            return true;
        }
        // the page's own header, footer and sidebars; those of an article hold its title and topics
        return switch (tag) {
            case "header", "footer" -> element.closest("article, main, section") == null;
            case "aside" -> element.closest("article") == null;
            default -> false;
        };
    }
}
