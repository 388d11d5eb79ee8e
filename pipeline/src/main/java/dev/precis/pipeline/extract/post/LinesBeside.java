package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.List;

/** Takes the lines of a post that are about it, and leaves those of its text. */
final class LinesBeside {
    private final List<Mark> marks;
    private final int title;
    private final HeaderLine lines;
    private final PostLines about;
    private final PostParts parts;
    private boolean awaitsTopics;

    /** @param title index of the title; -1 where it stands elsewhere */
    LinesBeside(List<Mark> marks, int title, HeaderLine lines, PostLines about, PostParts parts) {
        this.marks = marks;
        this.title = title;
        this.lines = lines;
        this.about = about;
        this.parts = parts;
    }

    /** A line above the title. */
    void above(Mark mark) {
        if (mark.is(Kind.TOPICS)) {
            about.topics(mark.block());
        } else if (mark.is(Kind.DATELINE, Kind.MONTH) || isLine(mark.block())) {
            about.line(mark.block());
        } else {
            about.tags(mark.block());
            parts.pass(mark.block());
        }
    }

    /** A line in a box that is by its name no part of the post: only what is surely about the post counts. */
    void boxed(Mark mark, State state) {
        if (mark.is(Kind.TOPICS)) {
            about.topics(mark.block());
        } else if (state == State.HEADER && isLine(mark.block())) {
            about.line(mark.block());
        }
        parts.pass(mark.block());
    }

    /** A line that is passed over may still be links to topics. */
    void passedOver(Block block) {
        if (awaitsTopics && block.linked()) {
            about.topics(block);
        } else {
            about.tags(block);
        }
        parts.pass(block);
    }

    /** Whether a line with a day is about the post, and was taken. */
    boolean takesDay(Mark mark, State state) {
        Block block = mark.block();
        boolean alone = mark.is(Kind.MONTH)
                && !parts.hasProse()
                && state != State.IMPLICATIONS
                && block.time().isEmpty()
                && lines.isMonth(block);
        if (alone) {
            parts.month(block);
        }
        return (alone || isAboutPost(block, state)) && takes(block);
    }

    /** A day in the text is no day of the post: "May 2012" alone in a line. */
    private boolean isAboutPost(Block block, State state) {
        if (state == State.HEADER) {
            return !about.hasDate() || !block.time().isEmpty() || isLine(block);
        }
        boolean inText = state == State.BODY && parts.isInContent(block);
        return !block.isProse()
                && (!inText
                        || !about.hasDate()
                        || !block.time().isEmpty()
                        || !lines.author(block).isEmpty());
    }

    /** Whether a line, wherever it stands in the post, is about it, and was taken. */
    boolean takesBeforeHeadings(Block block, int i, State state) {
        if (!parts.hasBody() && Texts.key(about.title()).equals(Texts.key(block.text()))) {
            return true; // the title once more
        }
        if (awaitsTopics && block.linked() && block.level() == 0) {
            about.topics(block);
            return true;
        }
        awaitsTopics = about.isTopicsLabel(block.text());
        if (awaitsTopics) {
            return true;
        }
        if ((state == State.HEADER || !block.meaning().author().isEmpty())
                && isLine(block)
                && isAboutPost(block, state)) {
            return takes(block);
        }
        if (state == State.HEADER && !about.isNamed() && HeaderLine.isName(block.text()) && isBesideDay(i)) {
            about.author(HeaderLine.first(block.text()));
            return true;
        }
        return false;
    }

    /** Whether a line that is neither a heading nor a citation is about the post, or a mere link, and was taken. */
    boolean takesBeforeText(Block block, State state) {
        if (isLine(block) && isAboutPost(block, state)) {
            return takes(block);
        }
        if (block.linked() && !block.isProse()) {
            about.tags(block);
            parts.pass(block);
            return true;
        }
        return false;
    }

    private boolean takes(Block block) {
        about.line(block);
        return true;
    }

    private boolean isLine(Block block) {
        return lines.isAll(block, about.knownAuthor());
    }

    /** Whether the line above or below, the title left out, tells the day of the post. */
    private boolean isBesideDay(int i) {
        return (i - 1 > title && isDay(i - 1)) || isDay(i + 1);
    }

    private boolean isDay(int i) {
        return i >= 0
                && i < marks.size()
                && marks.get(i).is(Kind.DATELINE, Kind.MONTH, Kind.TEXT)
                && lines.date(marks.get(i).block()).isPresent()
                && isLine(marks.get(i).block());
    }
}
