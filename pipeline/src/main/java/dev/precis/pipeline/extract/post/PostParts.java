package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The parts of one post while it is being read: its text, what follows from it, what it cites, what is left over. */
final class PostParts {
    private static final int LONGEST_LABEL = 80;

    private final Frame content;
    /** The item of a list that the post itself stands in, if it does: what stands in no other is no point. */
    private final Optional<Frame> ownItem;

    private final CitedWorks works = new CitedWorks();
    private final List<Block> body = new ArrayList<>();
    private final List<Passage> implications = new ArrayList<>();
    private final List<Passage> preamble = new ArrayList<>();
    private final List<Passage> leftover = new ArrayList<>();
    private final SequencedMap<Block, Integer> monthsAlone = new LinkedHashMap<>();
    private Optional<Block> label = Optional.empty();
    private boolean text;
    private boolean prose;
    private Frame advice = Frame.PAGE;
    private boolean listed;

    /**
     * Nothing read so far.
     *
     * @param content the frame around the text
     * @param title where it stands on the page
     */
    PostParts(Frame content, Optional<Block> title) {
        this.content = content;
        this.ownItem = title.map(block -> item(block.frame()));
    }

    /** Whether something of the text itself was read, not of what may stand between it and the title. */
    boolean hasText() {
        return text;
    }

    boolean hasProse() {
        return prose;
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    boolean hasAdvice() {
        return !implications.isEmpty();
    }

    boolean isInContent(Block block) {
        return content.contains(block.frame());
    }

    void body(Block block) {
        if (!isInContent(block) && text) {
            pass(block);
            return;
        }
        works.text();
        body.add(block);
        text |= isInContent(block);
        prose |= block.isProse();
    }

    /** A month alone: if it is not the day of the post, it is text and stands here. */
    void month(Block block) {
        monthsAlone.put(block, body.size());
    }

    void preamble(Block block) {
        preamble.add(block.passage());
    }

    void pass(Block block) {
        leftover.add(block.passage());
    }

    void adviceBegins(Block heading) {
        advice = Frame.PAGE;
        label = Optional.of(heading);
    }

    /** Whether a heading is one inside of the implications. */
    boolean isBelowLabel(Block heading) {
        int above = label.map(Block::level).orElse(0);
        return heading.level() > above && above > 0;
    }

    /** Whether a line below the implications is set as their label was. */
    boolean isLikeLabel(Block block) {
        return hasAdvice()
                && !block.endsSentence()
                && !block.item()
                && block.length() <= LONGEST_LABEL
                && label.filter(other -> other.looksLike(block)).isPresent();
    }

    /** Whether a block stands outside of the box, or below the list, that the implications are. */
    boolean leavesAdvice(Block block) {
        return hasAdvice() && (!advice.contains(block.frame()) || (listed && !isPoint(block) && !prose));
    }

    void advice(Block block) {
        if (implications.isEmpty()) {
            Frame outer = block.frame().outer();
            advice = block.item() ? outer.outer() : outer;
            listed = isPoint(block);
        }
        works.text();
        implications.add(isPoint(block) ? block.passage().asItem() : block.passage());
    }

    private boolean isPoint(Block block) {
        return block.item() && ownItem.filter(own -> own == item(block.frame())).isEmpty();
    }

    private static Frame item(Frame frame) {
        Frame item = frame;
        while (!item.name().startsWith("li.") && item.outer() != item) {
            item = item.outer();
        }
        return item;
    }

    /** Whether a block is set as the paragraphs of the text are, and stands where they do. */
    boolean resumes(Block block) {
        return block.endsSentence()
                && !block.item()
                && body.stream()
                        .anyMatch(other -> other.looksLike(block)
                                && other.frame().outer() == block.frame().outer());
    }

    /**
     * Ends the reading: headings and links at the very end head nothing.
     *
     * @param monthsAreText whether the day of the post is told elsewhere than by months that stand alone
     */
    void finish(boolean monthsAreText) {
        if (monthsAreText) {
            monthsAlone.reversed().forEach((block, at) -> body.add(at, block));
        }
        while (!body.isEmpty() && (body.getLast().level() > 0 || body.getLast().linked())) {
            pass(body.removeLast());
        }
    }

    CitedWorks works() {
        return works;
    }

    List<Passage> body() {
        return body.stream().map(Block::passage).toList();
    }

    List<Passage> implications() {
        return implications;
    }

    /** All paragraphs of it. */
    List<Passage> texts() {
        return Stream.concat(body().stream(), implications.stream()).toList();
    }

    List<Passage> preamble() {
        return preamble;
    }

    List<Passage> leftover() {
        return leftover;
    }
}
