package dev.precis.pipeline.extract.block;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.extract.block.Holders.Picture;
import dev.precis.pipeline.extract.block.Holders.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Puts passages together again with the elements that they stood in on their page: the same characters, no others,
 * between the tags that say something. What lay around the passages is no part of it.
 */
final class RichText {
    private final String text;
    private final Scope scope;
    private final Map<Integer, String> headings;
    private final List<Picture> pictures;
    private final Function<Element, Optional<Element>> marks;
    private int nextPicture;
    private final Element root = new Element("div");
    private final StringBuilder said = new StringBuilder();
    private final List<Place> blocks = new ArrayList<>();
    private final List<Place> inlines = new ArrayList<>();
    /** The cells of rows that were begun: all, so that an empty one keeps its column. */
    private final Map<Element, Element> cells = new HashMap<>();

    /** An element of the page that was begun, and what it is in the text. */
    private record Place(Element source, Element copy) {}

    private RichText(
            Source source, Scope scope, Map<Integer, String> headings, Function<Element, Optional<Element>> marks) {
        this.text = source.text();
        this.scope = scope;
        this.pictures = source.holders().pictures();
        this.headings = headings;
        this.marks = marks;
    }

    /**
     * What passages are a part of.
     *
     * @param start where the text begins in what the passages count in
     */
    record Source(String text, int start, Holders holders) {
        /** Where a passage begins in the text, in UTF-16 units. */
        private int index(Passage passage) {
            return text.offsetByCodePoints(0, passage.start() - start);
        }
    }

    /**
     * The passages as XHTML that is HTML, too.
     *
     * @param level of the highest heading
     * @param marks what stands for a picture, if anything does
     * @return empty where they have no mark-up but paragraphs, or no place
     */
    static String of(List<Passage> passages, Source source, int level, Function<Element, Optional<Element>> marks) {
        List<List<Stretch>> parts = new ArrayList<>();
        for (Passage passage : passages) {
            int from = passage.isPlaced() ? source.index(passage) : 0;
            List<Stretch> stretches = passage.isPlaced()
                    ? source.holders().within(from, from + passage.text().length())
                    : List.of();
            if (stretches.isEmpty()) {
                return "";
            }
            parts.add(stretches);
        }
        if (parts.isEmpty()) {
            return "";
        }
        String words = passages.stream().map(Passage::text).collect(Collectors.joining());
        Scope scope = Scope.of(
                parts.stream().flatMap(List::stream).map(Stretch::holder).toList(), words);
        RichText rich = new RichText(source, scope, headings(parts, scope, level), marks);
        for (int i = 0; i < parts.size(); i++) {
            int from = source.index(passages.get(i));
            rich.passage(from, from + passages.get(i).text().length(), parts.get(i));
        }
        return Scope.tight(rich.said.toString()).equals(Scope.tight(words)) ? Marking.clean(rich.root) : "";
    }

    /** The headings that occur, without gaps between their levels. */
    private static Map<Integer, String> headings(List<List<Stretch>> parts, Scope scope, int level) {
        TreeSet<Integer> levels = new TreeSet<>();
        parts.forEach(stretches -> scope.blocks(stretches.getFirst().holder()).stream()
                .map(Marking::block)
                .filter(Marking::isHeading)
                .forEach(name -> levels.add(name.charAt(1) - '0')));
        return levels.stream()
                .collect(Collectors.toMap(
                        old -> old,
                        old -> "h" + Math.min(6, level + levels.headSet(old).size())));
    }

    /** One passage with the pictures before, in and behind it. */
    private void passage(int from, int to, List<Stretch> stretches) {
        while (nextPicture < pictures.size() && pictures.get(nextPicture).at() < from - 1) {
            nextPicture++;
        }
        pictures(from - 1, false);
        begin(scope.blocks(stretches.getFirst().holder()));
        int end = stretches.getFirst().start();
        for (Stretch stretch : stretches) {
            pictures(stretch.start(), stretch.start() > end);
            within(scope.inlines(stretch.holder()), stretch.start() > end);
            String characters = text.substring(stretch.start(), stretch.end());
            current().appendText(characters);
            said.append(characters);
            end = stretch.end();
        }
        pictures(to, false);
        inlines.clear();
    }

    /** The pictures up to an offset, each in its own block or in the one that is open. */
    private void pictures(int to, boolean space) {
        for (; nextPicture < pictures.size() && pictures.get(nextPicture).at() <= to; nextPicture++) {
            Element element = pictures.get(nextPicture).element();
            marks.apply(element).filter(copy -> scope.holds(element)).ifPresent(copy -> {
                if (isOpen(scope.blocks(element))) {
                    within(List.of(), space);
                } else {
                    inlines.clear();
                    begin(scope.blocks(element));
                }
                current().appendChild(copy);
            });
        }
    }

    private boolean isOpen(List<Element> wanted) {
        int open = blocks.size() - (!blocks.isEmpty() && isAdded(blocks.getLast()) ? 1 : 0);
        return !blocks.isEmpty() && open == wanted.size() && common(blocks, wanted) == open;
    }

    /** Whether a paragraph is the text's and not the page's. */
    @SuppressWarnings("ReferenceEquality") // two elements may look the same and still be two
    private static boolean isAdded(Place place) {
        return place.source() == place.copy();
    }

    /** Opens the blocks that a passage stands in, as far as they are not open, and a paragraph where there is none. */
    private void begin(List<Element> wanted) {
        int common = common(blocks, wanted);
        boolean paragraph = !wanted.isEmpty() && Marking.isParagraph(Marking.block(wanted.getLast()));
        if (common == wanted.size() && paragraph) {
            common--; // a line break parted two paragraphs of one element
        }
        blocks.subList(common, blocks.size()).clear();
        for (Element source : wanted.subList(common, wanted.size())) {
            open(source);
        }
        Element innermost = current();
        if (innermost == root || Marking.isFrame(innermost.normalName())) {
            Element added = innermost.appendElement("p");
            blocks.add(new Place(added, added));
        } else if (innermost.lastChild() instanceof TextNode
                || (innermost.lastChild() instanceof Element last
                        && !Marking.inline(last).isEmpty())) {
            innermost.appendElement("br");
        }
    }

    private void open(Element source) {
        String name = Marking.block(source);
        Element known = cells.get(source);
        if (known != null) {
            blocks.add(new Place(source, known));
            return;
        }
        if (Marking.isHeading(name)) {
            name = headings.getOrDefault(name.charAt(1) - '0', name);
        }
        Element copy = Marking.copy(source, name);
        current().appendChild(copy);
        if (name.equals("tr")) {
            for (Element cell : source.children()) {
                if (cell.nameIs("td") || cell.nameIs("th")) {
                    Element empty = Marking.copy(cell, cell.normalName());
                    copy.appendChild(empty);
                    cells.put(cell, empty);
                }
            }
        }
        blocks.add(new Place(source, copy));
    }

    /** Opens the elements within a line that its next characters stand in; a space goes where both sides are. */
    private void within(List<Element> wanted, boolean space) {
        inlines.subList(common(inlines, wanted), inlines.size()).clear();
        if (space) {
            current().appendText(" ");
        }
        for (Element source : wanted.subList(inlines.size(), wanted.size())) {
            Element copy = Marking.copy(source, Marking.inline(source));
            current().appendChild(copy);
            inlines.add(new Place(source, copy));
        }
    }

    @SuppressWarnings("ReferenceEquality") // two elements may look the same and still be two
    private static int common(List<Place> open, List<Element> wanted) {
        int common = 0;
        while (common < open.size()
                && common < wanted.size()
                && open.get(common).source() == wanted.get(common)) {
            common++;
        }
        return common;
    }

    private Element current() {
        return !inlines.isEmpty()
                ? inlines.getLast().copy()
                : blocks.isEmpty() ? root : blocks.getLast().copy();
    }
}
