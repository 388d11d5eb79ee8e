package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Which elements around a text belong to it. One that holds more than the text is the page's, as a table is that the
 * page is laid out by, or a list whose items are posts; so is a table that shows no rows of several cells.
 */
final class Scope {
    private static final String TABLE = "table";

    private final Optional<Element> innermost;
    private final Set<Element> around;
    private final Set<Element> whole;
    private final Map<Element, Boolean> kept = new HashMap<>();
    private final Map<Element, List<Element>> blocks = new HashMap<>();
    private final Map<Element, List<Element>> inlines = new HashMap<>();

    private Scope(Optional<Element> innermost, Set<Element> whole) {
        this.innermost = innermost;
        this.around = innermost.map(Scope::lineage).orElse(Set.of());
        this.whole = whole;
    }

    /**
     * The scope of a text.
     *
     * @param holders of its characters, at least one
     * @param words of it
     */
    static Scope of(List<Element> holders, String words) {
        Optional<Element> innermost = innermost(holders);
        Set<Element> whole = new HashSet<>();
        Optional<Element> outer =
                innermost.filter(element -> tight(element.text()).equals(tight(words)));
        while (outer.isPresent()) {
            Element element = outer.get();
            whole.add(element);
            outer = Optional.ofNullable(element.parent()).filter(parent -> isAlone(element, parent));
        }
        return new Scope(innermost, whole);
    }

    /** The text without white space. */
    static String tight(String text) {
        return Texts.normalise(text).replace(" ", "");
    }

    private static Optional<Element> innermost(List<Element> holders) {
        Optional<Element> innermost = Optional.of(holders.getFirst());
        Set<Element> outer = lineage(holders.getFirst());
        for (Element holder : new HashSet<>(holders)) {
            Optional<Element> shared = Optional.of(holder);
            while (shared.isPresent() && !outer.contains(shared.get())) {
                shared = Optional.ofNullable(shared.get().parent());
            }
            if (!shared.equals(innermost)) {
                innermost = shared;
                outer = shared.map(Scope::lineage).orElse(Set.of());
            }
        }
        return innermost;
    }

    private static Set<Element> lineage(Element element) {
        Set<Element> lineage = new HashSet<>();
        for (Element outer = element; outer != null; outer = outer.parent()) {
            lineage.add(outer);
        }
        return lineage;
    }

    private static boolean isAlone(Element element, Element parent) {
        return parent.childNodes().stream().allMatch(node -> node == element || !hasText(node));
    }

    private static boolean hasText(Node node) {
        return node instanceof TextNode text ? !text.isBlank() : node instanceof Element element && element.hasText();
    }

    /** Whether an element stands among the text. */
    boolean holds(Element element) {
        return innermost.filter(lineage(element)::contains).isPresent();
    }

    /** The blocks that a text stands in, from the outside in. */
    List<Element> blocks(Element holder) {
        return blocks.computeIfAbsent(
                holder,
                from -> outward(from).stream()
                        .filter(element -> !Marking.block(element).isEmpty())
                        .toList());
    }

    /** The elements within a line that a text stands in, from the outside in, each kind once. */
    List<Element> inlines(Element holder) {
        return inlines.computeIfAbsent(holder, from -> {
            List<Element> lineage = outward(from);
            boolean strong = blocks(from).stream()
                    .map(Marking::block)
                    .anyMatch(name -> name.equals("th") || Marking.isHeading(name));
            Set<String> names = new HashSet<>(strong ? Set.of("", "strong") : Set.of(""));
            return lineage.stream()
                    .filter(element -> names.add(Marking.inline(element)))
                    .toList();
        });
    }

    private List<Element> outward(Element holder) {
        List<Element> lineage = new ArrayList<>();
        for (Element outer = holder; outer != null; outer = outer.parent()) {
            if (isKept(outer)) {
                lineage.addFirst(outer);
            }
        }
        return lineage;
    }

    private boolean isKept(Element element) {
        Boolean known = kept.get(element);
        if (known == null) {
            known = (whole.contains(element) || !around.contains(element)) && isComplete(element);
            kept.put(element, known);
        }
        return known;
    }

    /** Whether what an element is a part of is kept, too. */
    private boolean isComplete(Element element) {
        return switch (Marking.block(element)) {
            case TABLE -> hasRows(element);
            case "caption", "thead", "tbody", "tfoot", "tr", "td", "th" -> isIn(TABLE, element);
            case "li" -> isIn("ul, ol, menu, dir", element);
            case "dt", "dd" -> isIn("dl", element);
            case "figcaption" -> isIn("figure", element);
            default -> true;
        };
    }

    private boolean isIn(String frames, Element part) {
        Element frame = part.closest(frames);
        return frame != null && isKept(frame);
    }

    /** A table of facts, as the HTML Living Standard (4.9.1) tells it from one that things are only laid out by. */
    private static boolean hasRows(Element table) {
        if (table.attr("role").matches("presentation|none")
                || !table.select("table table, h1, h2, h3").isEmpty()) {
            return false;
        }
        long rows = table.select("tr").stream()
                .filter(row -> row.children().stream().filter(Element::hasText).count() > 1)
                .count();
        return rows > 1 || (rows == 1 && table.selectFirst("th") != null);
    }
}
