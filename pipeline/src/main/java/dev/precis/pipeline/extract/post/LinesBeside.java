package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.List;
import java.util.Optional;

/** Takes the lines of a post that are about it, and leaves those of its text. */
final class LinesBeside {
    private static final int LONGEST_LABEL = 30;

    private final List<Mark> marks;
    private final HeaderZone zone;
    private final HeaderLine lines;
    private final PostLines about;
    private final PostParts parts;
    private boolean awaitsTopics;

    /** @param title index of the title; -1 where it stands elsewhere */
    LinesBeside(List<Mark> marks, int title, HeaderLine lines, PostLines about, PostParts parts) {
        this.marks = marks;
        this.zone = new HeaderZone(marks, title, lines);
        this.lines = lines;
        this.about = about;
        this.parts = parts;
    }

    /**
     * Below the text a name alone, above a paragraph that begins with it and goes on in small letters, is that of who
     * wrote the post, if nothing else tells who did: "Ada Roe" above "Ada Roe writes about services and keeps bees."
     */
    void authorBox(int i, State state) {
        Block block = marks.get(i).block();
        if (!parts.hasText()
                || state == State.OVER
                || i + 1 == marks.size()
                || (state == State.BODY && parts.isInContent(block))
                || !HeaderLine.isName(block.text())) {
            return;
        }
        Block below = marks.get(i + 1).block();
        String name = block.text() + " ";
        if (below.isProse()
                && below.text().startsWith(name)
                && Character.isLowerCase(below.text().codePointAt(name.length()))) {
            about.boxed(HeaderLine.first(block.text()));
        }
    }

    /** A line above the title. */
    void above(Mark mark, int i) {
        if (!about.isNamed() && zone.isAuthor(i)) {
            about.author(HeaderLine.first(mark.block().text()));
        } else if (mark.is(Kind.TOPICS)) {
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

    /** The work in a line that begins with who reviews it, which is who wrote the post. */
    Optional<Block> reviewed(Block block) {
        Optional<HeaderLine.Review> review = lines.review(block);
        review.ifPresent(found -> about.author(found.author()));
        return review.map(found -> block.from(found.work()));
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
        if (state == State.HEADER && !about.isNamed() && zone.isAuthor(i)) {
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
        if ((block.linked() || isTopics(block)) && !block.isProse()) {
            about.tags(block);
            parts.pass(block);
            return true;
        }
        return false;
    }

    /** Whether a line is links to topics and the few words before them: "Categorized as Empathy". */
    private static boolean isTopics(Block block) {
        List<String> tags = block.meaning().tags();
        return !tags.isEmpty()
                && block.length()
                                - tags.stream()
                                        .mapToInt(tag -> tag.length() + 2)
                                        .sum()
                        <= LONGEST_LABEL;
    }

    private boolean takes(Block block) {
        about.line(block);
        return true;
    }

    private boolean isLine(Block block) {
        return lines.isAll(block, about.knownAuthor());
    }
}
