package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.List;

/**
 * How far one post reaches.
 *
 * @param whole the frame around its title, its text and the lines about it
 * @param content the frame around its text
 */
record PostExtent(Frame whole, Frame content) {

    /**
     * The extent of a post.
     *
     * @param title index of its title, -1 where it stands elsewhere
     * @param within the largest frame that may be its whole
     */
    static PostExtent of(List<Mark> marks, int title, Frame within) {
        Frame content = content(marks, title, within);
        Frame whole = content;
        if (title >= 0) {
            whole = content.around(marks.get(title).block().frame());
        }
        for (Frame outer = whole; outer != within && outer.outer() != outer; outer = outer.outer()) {
            if (outer.outer() != Frame.PAGE && outer.outer().isArticle() && within.contains(outer.outer())) {
                whole = outer.outer();
                break;
            }
        }
        return new PostExtent(whole, content);
    }

    /** The innermost frame with most of the text in it, and all that is labelled as part of a post. */
    private static Frame content(List<Mark> marks, int title, Frame within) {
        List<Mark> inside = marks.subList(title + 1, marks.size()).stream()
                .filter(mark -> within.contains(mark.block().frame())
                        && !mark.block().frame().isFurnitureIn(within))
                .toList();
        int all = inside.stream().mapToInt(PostExtent::weight).sum();
        Frame content = within;
        if (all == 0) {
            return content;
        }
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (Mark mark : inside) {
                Frame inner = mark.block().frame().under(content);
                if (inner != content
                        && inner.contains(mark.block().frame())
                        && 2 * weight(inside, inner) > all
                        && !isParagraph(inner, mark)) {
                    content = inner;
                    narrower = true;
                    break;
                }
            }
        }
        for (Mark mark : inside) {
            if (mark.is(Kind.IMPLICATIONS)) {
                content = content.around(mark.block().frame());
            }
        }
        return siblings(content, inside, within);
    }

    private static boolean isParagraph(Frame frame, Mark mark) {
        return frame == mark.block().frame() && frame.name().startsWith("p.");
    }

    /** A text may stand in several boxes of one kind, side by side. */
    private static Frame siblings(Frame content, List<Mark> inside, Frame within) {
        Frame outer = content.outer();
        if (content == within || outer == content || content.name().endsWith(".")) {
            return content;
        }
        boolean several = inside.stream()
                .map(mark -> mark.block().frame().under(outer))
                .anyMatch(box -> box != content && box.name().equals(content.name()));
        return several ? outer : content;
    }

    private static int weight(List<Mark> marks, Frame frame) {
        return marks.stream()
                .filter(mark -> frame.contains(mark.block().frame()))
                .mapToInt(PostExtent::weight)
                .sum();
    }

    /** How much of a text a block is. */
    private static int weight(Mark mark) {
        Block block = mark.block();
        boolean text = mark.is(Kind.TEXT) && !block.linked() && block.level() == 0 && block.endsSentence();
        return text ? block.length() : 0;
    }
}
