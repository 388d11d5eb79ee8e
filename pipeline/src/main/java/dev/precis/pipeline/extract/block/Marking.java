package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Which mark-up says something about a text whoever shows it, and under which name it is kept. */
final class Marking {
    /** Blocks that hold other blocks, and nothing else. */
    private static final Set<String> FRAMES =
            Set.of("ul", "ol", "dl", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "figure");

    private static final Map<String, String> BLOCKS = names(
            "p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr td th figure figcaption",
            "h1 h2 h3 h4 h5 h6 menu=ul dir=ul pre=p listing=p xmp=p");
    private static final Map<String, String> INLINES =
            names("a strong em cite q sub sup code kbd samp var abbr", "b=strong i=em tt=code");
    /** What emphasis stands between in elements without a meaning, as editors write it. */
    private static final Set<String> STYLED = Set.of("span", "font", "b", "i");

    private static final Pattern BOLD = Pattern.compile("font-weight\\s*:\\s*(?:bold|[6-9]00)");
    private static final Pattern SLANTED = Pattern.compile("font-style\\s*:\\s*(?:italic|oblique)");
    private static final Pattern PLAIN =
            Pattern.compile("font-(?:weight\\s*:\\s*[34]00|(?:weight|style)\\s*:\\s*normal)");

    private static final Safelist ALLOWED = Safelist.none()
            .addTags(BLOCKS.values().toArray(String[]::new))
            .addTags(INLINES.values().toArray(String[]::new))
            .addTags("br")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addAttributes("abbr", "title")
            .addTags("span")
            .addAttributes("span", "class")
            .addAttributes("ol", "start")
            .addTags("img")
            .addAttributes("img", "alt", "height", "src", "width")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope");

    private static final Pattern PIXEL = Pattern.compile("\\s*[01](?:px)?\\s*");

    private Marking() {}

    private static Map<String, String> names(String... lists) {
        Map<String, String> names = new HashMap<>();
        for (String name : String.join(" ", lists).split(" ")) {
            names.put(name.replaceFirst("=.*", ""), name.replaceFirst(".*=", ""));
        }
        return Map.copyOf(names);
    }

    /** The name under which a block is kept; empty if the element is none, or says nothing. */
    static String block(Element element) {
        return BLOCKS.getOrDefault(element.normalName(), "");
    }

    /** The name under which an element within a line is kept; empty if it says nothing. */
    static String inline(Element element) {
        String tag = element.normalName();
        if (STYLED.contains(tag) && element.hasAttr("style")) {
            String style = element.attr("style").toLowerCase(Locale.ROOT);
            if (BOLD.matcher(style).find()) {
                return "strong";
            }
            if (SLANTED.matcher(style).find()) {
                return "em";
            }
            if (PLAIN.matcher(style).find()) {
                return ""; // a whole document pasted from an office stands in <b style="font-weight:normal">
            }
        }
        return INLINES.getOrDefault(tag, "");
    }

    static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Whether text stands in a block of this name only inside of another block. */
    static boolean isFrame(String name) {
        return FRAMES.contains(name);
    }

    /** Whether a block of this name is one paragraph. */
    static boolean isParagraph(String name) {
        return name.equals("p") || isHeading(name);
    }

    /** A new element of this name, with what may be kept of the attributes of another. */
    static Element copy(Element source, String name) {
        Element copy = new Element(name);
        for (String attribute : new String[] {"colspan", "rowspan", "scope", "start", "title"}) {
            if (source.hasAttr(attribute)) {
                copy.attr(attribute, Texts.normalise(source.attr(attribute)));
            }
        }
        if (name.equals("a")) {
            copy.attr("href", Texts.normalise(source.absUrl("href")));
        }
        return copy;
    }

    /**
     * The words that stand for a picture that is not kept, unless it has none or shows nothing: images of one pixel
     * count readers. It is not linked to where it is, since to load it from there would tell others who reads.
     */
    static Optional<Element> words(Element source) {
        String words = Texts.normalise(source.attr("alt"));
        return isPixel(source) || words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Element("span").addClass("picture").text("[" + words + "]"));
    }

    /** Whether an image shows nothing, by the size that its page gives it. */
    static boolean isPixel(Element image) {
        return Stream.of("width", "height")
                .anyMatch(side -> PIXEL.matcher(image.attr(side)).matches());
    }

    /** Only what is allowed of an element's content, as XHTML that is HTML, too; empty if it is but paragraphs. */
    static String clean(Element content) {
        Document dirty = Document.createShell("");
        dirty.body().appendChildren(content.childNodesCopy());
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.select("a:not([href])").unwrap();
        if (clean.body().selectFirst("> * > *, > :not(p)") == null) {
            return "";
        }
        clean.outputSettings()
                .syntax(OutputSettings.Syntax.xml)
                .escapeMode(EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        return clean.body().html();
    }
}
