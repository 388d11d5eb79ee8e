package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
import dev.precis.pipeline.extract.words.SectionWords.Section;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How far one post reaches.
 *
 * @param whole the frame around its title, its text and the lines about it
 * @param content the frame around its text
 * @param kept frames that hold parts of the post, whatever they are called
 */
record PostExtent(Frame whole, Frame content, Set<Frame> kept) {

    /**
     * The extent of a post.
     *
     * @param title index of its title, -1 where it stands elsewhere
     * @param within the largest frame that may be its whole
     */
    static PostExtent of(List<Mark> marks, int title, Frame within, SectionWords words) {
        Set<Frame> kept = kept(marks, title);
        studyBoxes(marks, title, words).forEach(label -> keep(label.block().frame(), kept));
        List<Mark> inside = marks.subList(title + 1, marks.size()).stream()
                .filter(mark -> within.contains(mark.block().frame())
                        && !isFurniture(mark.block().frame(), within, kept))
                .toList();
        Frame content = content(inside, within);
        Frame whole = title >= 0 ? content.around(marks.get(title).block().frame()) : content;
        return new PostExtent(within == Frame.PAGE ? widened(whole, marks) : within, content, kept);
    }

    /** Whether a frame is by its name no part of the post, and nothing in it says that it is. */
    boolean isFurniture(Frame frame) {
        return isFurniture(frame, whole, kept);
    }

    /** Whether a frame is by its name no part of any post, whatever is in it. */
    static boolean isFurnitureByName(Frame frame) {
        return isFurniture(frame, Frame.PAGE, Set.of());
    }

    private static boolean isFurniture(Frame frame, Frame whole, Set<Frame> kept) {
        for (Frame outer = frame; outer != whole && outer.outer() != outer; outer = outer.outer()) {
            if (outer.isFurniture() && !kept.contains(outer)) {
                return true;
            }
        }
        return false;
    }

    /** The frames around the title and the labels. */
    private static Set<Frame> kept(List<Mark> marks, int title) {
        Set<Frame> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < marks.size(); i++) {
            if (i == title || marks.get(i).is(Kind.IMPLICATIONS)) {
                keep(marks.get(i).block().frame(), kept);
            }
        }
        return kept;
    }

    private static void keep(Frame inner, Set<Frame> kept) {
        for (Frame frame = inner; frame.outer() != frame; frame = frame.outer()) {
            kept.add(frame);
        }
    }

    /**
     * What is the study in boxes between title and text that are by their names no part of the post: a label says so, or
     * the box holds nothing but a citation and the post cites nothing else.
     */
    private static List<Mark> studyBoxes(List<Mark> marks, int title, SectionWords words) {
        boolean cites = marks.stream()
                .anyMatch(mark -> mark.is(Kind.CITATION)
                        && !isFurnitureByName(mark.block().frame()));
        return IntStream.range(title + 1, title < 0 ? 0 : marks.size())
                .filter(i -> isLabel(marks, i, words) || (!cites && isAlone(marks, i)))
                .filter(i -> isAmong(marks, i, title))
                .mapToObj(marks::get)
                .toList();
    }

    private static boolean isLabel(List<Mark> marks, int i, SectionWords words) {
        return i + 1 < marks.size()
                && marks.get(i).is(Kind.TEXT)
                && marks.get(i + 1).is(Kind.CITATION)
                && words.of(marks.get(i).block().text())
                        .filter(Section.STUDY::equals)
                        .isPresent();
    }

    private static boolean isAlone(List<Mark> marks, int i) {
        Frame box = marks.get(i).block().frame();
        while (box.outer() != box && !box.isFurniture()) {
            box = box.outer();
        }
        Frame around = box;
        return marks.get(i).is(Kind.CITATION)
                && box.isFurniture()
                && marks.stream()
                                .filter(mark -> around.contains(mark.block().frame()))
                                .count()
                        == 1;
    }

    /** Whether the furniture that a line stands in is itself in a frame with the title above and text below. */
    private static boolean isAmong(List<Mark> marks, int line, int title) {
        Frame around = Frame.PAGE;
        for (Frame frame = marks.get(line).block().frame(); frame.outer() != frame; frame = frame.outer()) {
            around = frame.isFurniture() ? frame.outer() : around;
        }
        Frame whole = around;
        return whole.contains(marks.get(title).block().frame())
                && marks.subList(line, marks.size()).stream()
                        .map(Mark::block)
                        .anyMatch(block ->
                                block.isProse() && whole.contains(block.frame()) && !isFurnitureByName(block.frame()));
    }

    /** The article around it, or the largest frame with no more text in it than that. */
    private static Frame widened(Frame whole, List<Mark> marks) {
        for (Frame outer = whole; outer.outer() != outer; outer = outer.outer()) {
            if (outer.isArticle()) {
                return outer;
            }
        }
        int text = weight(marks, whole);
        Frame widest = whole;
        while (widest.outer() != widest && widest.outer() != Frame.PAGE && weight(marks, widest.outer()) == text) {
            widest = widest.outer();
        }
        return widest;
    }

    private static int weight(List<Mark> marks, Frame frame) {
        return marks.stream()
                .filter(mark -> frame.contains(mark.block().frame()))
                .mapToInt(PostExtent::weight)
                .sum();
    }

    /** The innermost frame with most of the text in it, and all that is labelled as part of a post. */
    private static Frame content(List<Mark> inside, Frame within) {
        int all = inside.stream().mapToInt(PostExtent::weight).sum();
        Frame content = within;
        if (all == 0) {
            return content;
        }
        for (Optional<Frame> inner = heaviest(inside, content, all);
                inner.isPresent();
                inner = heaviest(inside, content, all)) {
            content = inner.get();
        }
        for (Mark mark : inside) {
            if (mark.is(Kind.IMPLICATIONS)) {
                content = content.around(mark.block().frame());
            }
        }
        return siblings(content, inside, within);
    }

    /** The frame right inside another that has more than half of all text, unless it is a mere paragraph. */
    private static Optional<Frame> heaviest(List<Mark> marks, Frame outer, int all) {
        Map<Frame, Integer> weights = new IdentityHashMap<>();
        for (Mark mark : marks) {
            Frame frame = mark.block().frame();
            if (outer.contains(frame) && frame != outer) {
                weights.merge(frame.under(outer), weight(mark), Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(entry ->
                        2 * entry.getValue() > all && !entry.getKey().name().startsWith("p."))
                .map(Map.Entry::getKey)
                .findFirst();
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

    /** How much of a text a block is. */
    private static int weight(Mark mark) {
        Block block = mark.block();
        boolean text = mark.is(Kind.TEXT) && !block.linked() && block.level() == 0 && block.endsSentence();
        return text ? block.length() : 0;
    }
}
