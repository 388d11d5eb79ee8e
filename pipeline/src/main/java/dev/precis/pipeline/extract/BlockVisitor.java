package dev.precis.pipeline.extract;

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
    private static final Set<String> UNREAD = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "select",
            "option",
            "button",
            "textarea",
            "head",
            "title",
            "nav",
            "audio",
            "video",
            "canvas",
            "del",
            "s");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "menu",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption");
    private static final Set<String> UNREAD_ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "menu", "menubar", "complementary", "dialog");
    private static final Pattern STYLE =
            Pattern.compile("(font-weight|font-style|color|font-size|display|visibility)\\s*:\\s*([^;]{1,40})");

    private final BlockBuilder builder;
    private final Deque<Look> looks = new ArrayDeque<>();

    BlockVisitor(BlockBuilder builder) {
        this.builder = builder;
        looks.push(Look.PLAIN);
    }

    @Override
    public void head(Node node, int depth) {
        Look outer = looks.element();
        if (node instanceof TextNode text) {
            if (!outer.unread()) {
                builder.append(text.getWholeText(), outer);
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
            if (tag.equals("time") && element.hasAttr("datetime")) {
                builder.time(element.attr("datetime"));
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
            } else if (element.normalName().equals("a")) {
                builder.link(element.text());
            }
        }
    }

    private static Look look(Element element, String tag, Look outer) {
        if (outer.unread() || isUnread(element, tag)) {
            return outer.asUnread();
        }
        boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
        Look look = outer;
        if (heading) {
            look = look.withLevel(tag.charAt(1) - '0').withStrong(true);
        }
        switch (tag) {
            case "b", "strong", "th" -> look = look.withStrong(true);
            case "i", "em", "cite" -> look = look.withSlanted(true);
            case "a" -> look = element.hasAttr("href") ? look.withLinked() : look;
            case "li" -> look = look.withItem();
            case "font" -> look = look.withFont(element.attr("color") + "/" + element.attr("size"));
            default -> {}
        }
        boolean block = BLOCKS.contains(tag);
        Matcher style = STYLE.matcher(element.attr("style").toLowerCase(Locale.ROOT));
        while (style.find()) {
            String value = style.group(2).strip();
            switch (style.group(1)) {
                case "font-weight" -> look = look.withStrong(value.matches("bold|bolder|[6-9]00"));
                case "font-style" -> look = look.withSlanted(value.startsWith("italic"));
                case "display" -> {
                    if (value.startsWith("none")) {
                        return outer.asUnread();
                    }
                    block |= value.startsWith("block") || value.startsWith("list-item");
                }
                case "visibility" -> {
                    if (value.startsWith("hidden")) {
                        return outer.asUnread();
                    }
                }
                default -> look = look.withFont(style.group(1) + ":" + value);
            }
        }
        return block ? look.withBlock(element) : look;
    }

    private static boolean isUnread(Element element, String tag) {
        if (UNREAD.contains(tag)
                || UNREAD_ROLES.contains(element.attr("role"))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")) {
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
