package dev.precis.pipeline.extract.block;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** A block element and the block elements around it: where on the page a piece of text stands. */
public final class Frame {
    public static final Frame PAGE = new Frame(null, null, 0, "");

    private static final Evaluator LINK = QueryParser.parse("a[href]");
    /** More than these nodes are no line. */
    private static final int MOST_PARTS = 4;

    private final @Nullable Frame outer;
    private final @Nullable Element element;
    private final int depth;
    private final String name;
    private final boolean furniture;
    private @Nullable String leadsTo;

    private Frame(@Nullable Frame outer, @Nullable Element element, int depth, String name) {
        this.outer = outer;
        this.element = element;
        this.depth = depth;
        this.name = name;
        this.furniture = element != null && Semantics.isFurniture(element);
    }

    Frame inside(Element inner) {
        return new Frame(this, inner, depth + 1, name(inner));
    }

    /** Its name and class; of an only child without a class, its parent's. */
    private String name(Element inner) {
        String own = inner.normalName() + "." + inner.className();
        boolean wrapped =
                own.equals("div.") && inner.previousElementSibling() == null && inner.nextElementSibling() == null;
        return wrapped ? name + ">" : own;
    }

    /** Whether it is by its name no part of a post. */
    public boolean isFurniture() {
        return furniture;
    }

    /** The frame around it; the page's own is its own. */
    public Frame outer() {
        return outer == null ? this : outer;
    }

    /** Whether mark-up says that it holds one post and what belongs to it. */
    public boolean isArticle() {
        return element != null && Semantics.isArticle(element);
    }

    /** The innermost article around what stands here; the page if there is none. */
    public Frame article() {
        Frame frame = this;
        while (frame.outer() != frame && !frame.isArticle()) {
            frame = frame.outer();
        }
        return frame;
    }

    /** Where the link around it or in it leads; empty if there is none, or if it holds more than a few words. */
    String leadsTo() {
        String known = leadsTo == null ? address() : leadsTo;
        leadsTo = known;
        return known;
    }

    private String address() {
        if (element == null || element.childNodeSize() > MOST_PARTS) {
            return "";
        }
        Element outer = element.parent();
        Element link = outer != null && outer.normalName().equals("a") ? outer : element.selectFirst(LINK);
        return link == null ? "" : link.absUrl("href");
    }

    /** How many frames there are around it. */
    public int depth() {
        return depth;
    }

    public String name() {
        return name;
    }

    @SuppressWarnings("ReferenceEquality") // two elements may look the same and still be two
    boolean isOf(Element other) {
        return element == other;
    }

    public boolean contains(Frame other) {
        return other.depth >= depth && other.at(depth) == this;
    }

    /** The innermost frame around both. */
    public Frame around(Frame other) {
        int shallow = Math.min(depth, other.depth);
        Frame one = at(shallow);
        Frame two = other.at(shallow);
        while (one != two) {
            one = one.at(one.depth - 1);
            two = two.at(two.depth - 1);
        }
        return one;
    }

    /** The frame around this one that stands right inside {@code whole}; the whole itself if this is it. */
    public Frame under(Frame whole) {
        return at(Math.min(depth, whole.depth + 1));
    }

    private Frame at(int wanted) {
        Frame frame = this;
        while (frame.depth > wanted && frame.outer != null) {
            frame = frame.outer;
        }
        return frame;
    }
}
