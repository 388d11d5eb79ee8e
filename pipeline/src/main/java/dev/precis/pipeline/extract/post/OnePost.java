package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.CitedWorks.Place;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.post.SectionWords.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is known to be one post, as a person does: lines about it, its text, sections with headings, what is
 * cited, what follows from it; and leaves out what stands around and between. Never makes a second post of it.
 */
final class OnePost {
    /** What is being read. */
    private enum State {
        HEADER,
        BODY,
        IMPLICATIONS,
        LABELLED,
        WORKS,
        BACKGROUND,
        /** Below a heading of what is no part of the post; a section of the text ends it. */
        ASIDE,
        /** A box between paragraphs; the next paragraph ends it. */
        BOX,
        /** Comments: nothing ends them. */
        OVER
    }

    private static final int LONGEST_LABEL = 80;

    private final HeaderLine lines;
    private final SectionWords words;
    private final List<Mark> marks;
    private final int title;
    private final PostExtent extent;
    private final Frame whole;
    private final PostLines about;
    private final Outlook outlook;
    private final PostParts parts;
    private final Set<String> sectionStyles = new HashSet<>();
    private State state = State.HEADER;
    private int labelLevel;
    private boolean awaitsTopics;
    private Optional<Block> label = Optional.empty();

    /**
     * A post to be read.
     *
     * @param marks of it and what stands around it
     * @param title index of its title; -1 where it stands elsewhere
     * @param extent how far it reaches
     */
    OnePost(List<Mark> marks, int title, PostExtent extent, PostLines about, HeaderLine lines, SectionWords words) {
        this.marks = marks;
        this.title = title;
        this.extent = extent;
        this.whole = extent.whole();
        this.outlook = new Outlook(marks, extent.whole(), words);
        this.parts = new PostParts(
                extent.content(),
                title < 0 ? Optional.empty() : Optional.of(marks.get(title).block()));
        this.about = about;
        this.lines = lines;
        this.words = words;
    }

    void read() {
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (i == title) {
                state = State.HEADER;
            } else if (!whole.contains(mark.block().frame()) || state == State.OVER) {
                parts.pass(mark.block());
            } else if (i < title) {
                about(mark);
            } else if (extent.isFurniture(mark.block().frame())) {
                if (mark.is(Kind.TOPICS)) {
                    about.topics(mark.block());
                } else if (state == State.HEADER && lines.isAll(mark.block(), about.knownAuthor())) {
                    about.line(mark.block());
                }
                parts.pass(mark.block());
            } else {
                read(mark, i);
            }
        }
        parts.finish(about.hasDay());
    }

    /** A line above the title. */
    private void about(Mark mark) {
        if (mark.is(Kind.TOPICS)) {
            about.topics(mark.block());
        } else if (mark.is(Kind.DATELINE, Kind.MONTH) || lines.isAll(mark.block(), about.knownAuthor())) {
            about.line(mark.block());
        } else {
            about.tags(mark.block());
            parts.pass(mark.block());
        }
    }

    private void read(Mark mark, int i) {
        Block block = mark.block();
        switch (mark.kind()) {
            case IMPLICATIONS -> implicationsBegin(block);
            case TOPICS -> about.topics(block);
            case NOISE -> {
                if (state == State.BODY && block.isCell() && !block.linked()) {
                    parts.body(block); // a number alone is a page to turn to only outside of tables
                    return;
                }
                if (awaitsTopics && block.linked()) {
                    about.topics(block);
                } else {
                    about.tags(block);
                }
                if (block.level() > 0 || (block.text().endsWith(":") && parts.hasText())) {
                    state = state == State.HEADER ? state : outlook.headsLinks(i) ? State.BOX : State.ASIDE;
                }
                parts.pass(block);
            }
            case BOILERPLATE -> parts.preamble(block);
            case AFTER_POST -> afterPost(block, i);
            case CITATION -> citation(block);
            case MONTH, DATELINE -> {
                if (mark.is(Kind.MONTH)
                        && !parts.hasProse()
                        && state != State.IMPLICATIONS
                        && block.time().isEmpty()
                        && lines.isMonth(block)) {
                    parts.month(block);
                    about.line(block);
                } else if (isAboutPost(block)) {
                    about.line(block);
                } else {
                    text(block, i);
                }
            }
            case BLURB -> parts.pass(block);
            case TEXT, TITLE -> text(block, i);
        }
    }

    /** A day in the text is no day of the post: "May 2012" alone in a line. */
    private boolean isAboutPost(Block block) {
        if (state == State.HEADER) {
            return !about.hasDate() || !block.time().isEmpty() || lines.isAll(block, about.knownAuthor());
        }
        boolean inText = state == State.BODY && parts.isInContent(block);
        return !block.isProse()
                && (!inText
                        || !about.hasDate()
                        || !block.time().isEmpty()
                        || !lines.author(block).isEmpty());
    }

    private void afterPost(Block block, int i) {
        Optional<Section> section = words.of(block.text());
        if (section.isPresent() && section.get() != Section.END && outlook.leadsToWork(i)) {
            heading(block, i);
        } else if (Furniture.isComments(block) && parts.hasBody()) {
            state = State.OVER;
            parts.pass(block);
        } else {
            state = state == State.HEADER ? state : State.BOX;
            parts.pass(block);
        }
    }

    private void implicationsBegin(Block block) {
        state = State.IMPLICATIONS;
        labelLevel = block.level();
        label = Optional.of(block);
        parts.adviceBegins();
    }

    private void citation(Block block) {
        if (about.isSelf(block.text())) {
            parts.pass(block); // how to cite the post itself
            return;
        }
        switch (state) {
            case LABELLED -> parts.works().add(block.passage(), Place.LABELLED);
            case WORKS -> parts.works().add(block.passage(), Place.LIST);
            case BACKGROUND -> parts.works().add(block.passage(), Place.BACKGROUND);
            case ASIDE, BOX -> {
                if (block.lead() > 0 || marksLabelled(block)) {
                    parts.works().add(block.passage(), Place.LABELLED);
                } else {
                    parts.pass(block);
                }
            }
            default -> parts.works().add(block.passage(), marksLabelled(block) ? Place.LABELLED : Place.INSIDE);
        }
        if (state == State.HEADER || (state == State.IMPLICATIONS && !parts.hasBody() && parts.hasAdvice())) {
            state = State.BODY;
        }
    }

    /** Whether the words "Reference:" stood before it in its line. */
    private static boolean marksLabelled(Block block) {
        return block.isPart();
    }

    private void text(Block block, int i) {
        if (isRepeatedTitle(block)) {
            return;
        }
        if (awaitsTopics && block.linked() && block.level() == 0) {
            about.topics(block);
            return;
        }
        awaitsTopics = about.isTopicsLabel(block.text());
        if (awaitsTopics) {
            return;
        }
        if ((state == State.HEADER || !block.meaning().author().isEmpty())
                && lines.isAll(block, about.knownAuthor())
                && isAboutPost(block)) {
            about.line(block);
            return;
        }
        if (state == State.HEADER && !about.isNamed() && HeaderLine.isName(block.text()) && isBesideDate(i)) {
            about.name(block);
            return;
        }
        if (outlook.isAsideLine(block)) {
            parts.pass(block);
            return;
        }
        if (isHeading(block, i)) {
            heading(block, i);
            return;
        }
        Optional<HeaderLine.Review> review = lines.review(block);
        if (review.isPresent()) {
            about.author(review.get().author());
            parts.works().add(block.from(review.get().work()).passage(), Place.LABELLED);
            state = state == State.HEADER ? State.BODY : state;
            return;
        }
        Optional<Block> labelled = outlook.labelled(block);
        if (labelled.isPresent()) {
            parts.works().add(labelled.get().passage(), Place.LABELLED);
            state = state == State.HEADER ? State.BODY : state;
            return;
        }
        if (lines.isAll(block, about.knownAuthor()) && isAboutPost(block)) {
            about.line(block);
            return;
        }
        if (block.linked() && !block.isProse()) {
            about.tags(block);
            parts.pass(block);
            return;
        }
        switch (state) {
            case HEADER -> {
                state = State.BODY;
                parts.body(block);
            }
            case BODY -> parts.body(block);
            case IMPLICATIONS -> advice(block);
            case LABELLED, WORKS, BACKGROUND -> afterWorks(block, i);
            case BOX -> {
                if (parts.resumes(block)) {
                    state = State.BODY;
                    parts.body(block);
                } else {
                    parts.pass(block);
                }
            }
            case ASIDE, OVER -> parts.pass(block);
        }
    }

    /** Whether the line above or below, the title left out, tells the day of the post. */
    private boolean isBesideDate(int i) {
        return (i - 1 > title && isDay(i - 1)) || isDay(i + 1);
    }

    private boolean isDay(int i) {
        return i >= 0
                && i < marks.size()
                && marks.get(i).is(Kind.DATELINE, Kind.MONTH, Kind.TEXT)
                && lines.date(marks.get(i).block()).isPresent()
                && lines.isAll(marks.get(i).block(), about.knownAuthor());
    }

    private boolean isRepeatedTitle(Block block) {
        return !parts.hasBody() && Texts.key(about.title()).equals(Texts.key(block.text()));
    }

    private boolean isHeading(Block block, int i) {
        boolean asLabel = state == State.IMPLICATIONS
                && parts.hasAdvice()
                && !block.endsSentence()
                && !block.item()
                && block.length() <= LONGEST_LABEL
                && label.filter(other -> other.looksLike(block)).isPresent();
        return asLabel || outlook.isHeading(block, i); // set as the label was that it stands below
    }

    private void heading(Block block, int i) {
        Optional<Section> section = words.of(block.text());
        boolean work = section.filter(found -> found == Section.STUDY || found == Section.WORKS)
                .isPresent();
        if (work && outlook.leadsToWork(i)) {
            state = section.get() == Section.STUDY ? State.LABELLED : State.WORKS;
        } else if (section.filter(found -> found == Section.BACKGROUND).isPresent()) {
            state = State.BACKGROUND;
        } else if (section.filter(found -> found == Section.END || (found == Section.WORKS && parts.hasText()))
                        .isPresent()
                && state != State.HEADER) {
            state = State.ASIDE;
            parts.pass(block);
        } else if (about.isAuthor(block.text())) {
            about.line(block);
            state = parts.hasText() ? State.ASIDE : state;
        } else {
            section(block, i);
        }
    }

    /** A heading of a section of the text. */
    private void section(Block block, int i) {
        boolean closing = state == State.ASIDE
                || state == State.BOX
                || state == State.LABELLED
                || state == State.WORKS
                || state == State.BACKGROUND;
        if (state == State.IMPLICATIONS && block.level() > labelLevel && labelLevel > 0) {
            parts.pass(block); // a part of the implications
        } else if (closing && parts.hasBody() && !sectionStyles.contains(block.style()) && !outlook.leadsToAdvice(i)) {
            state = State.ASIDE;
            parts.pass(block);
        } else if (!parts.isInContent(block) && parts.hasBody()) {
            state = State.ASIDE;
            parts.pass(block);
        } else if (outlook.headsLinks(i)) {
            state = State.BOX;
            parts.pass(block);
        } else {
            state = State.BODY;
            sectionStyles.add(block.style());
            parts.body(block);
        }
    }

    private void advice(Block block) {
        boolean left = parts.leavesAdvice(block);
        if (left && (!parts.hasBody() || (parts.isInContent(block) && block.endsSentence()))) {
            state = State.BODY;
            parts.body(block);
        } else if (left || (!parts.isInContent(block) && parts.hasAdvice())) {
            parts.pass(block);
        } else {
            parts.advice(block);
        }
    }

    /** Below a citation a paragraph goes on with the text if there was none before, or more comes than there was. */
    private void afterWorks(Block block, int i) {
        Place place = state == State.LABELLED ? Place.LABELLED : state == State.WORKS ? Place.LIST : Place.BACKGROUND;
        if (!block.isProse() && CitedWorks.isWork(block.text()) || CitedWorks.looksLikeOne(block.text())) {
            parts.works().add(block.passage(), place);
        } else if (!parts.hasBody() || (parts.resumes(block) && outlook.leadsToAdvice(i))) {
            state = State.BODY;
            parts.body(block);
        } else {
            parts.pass(block);
        }
    }

    PostParts parts() {
        return parts;
    }
}
