package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.CitedWorks.Place;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.post.SectionWords.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
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

    private final HeaderLine lines;
    private final SectionWords words;
    private final List<Mark> marks;
    private final int title;
    private final PostExtent extent;
    private final Frame whole;
    private final Frame content;
    private final PostLines about;
    private final CitedWorks works = new CitedWorks();
    private final List<Block> body = new ArrayList<>();
    private final List<Passage> implications = new ArrayList<>();
    private final List<Passage> preamble = new ArrayList<>();
    private final List<Passage> leftover = new ArrayList<>();
    private final Set<String> sectionStyles = new HashSet<>();
    private State state = State.HEADER;
    private int labelLevel;
    private Frame advice = Frame.PAGE;
    private boolean listed;
    private boolean awaitsTopics;
    private final SequencedMap<Block, Integer> monthsAlone = new LinkedHashMap<>();
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
        this.content = extent.content();
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
                pass(mark.block());
            } else if (i < title) {
                about(mark);
            } else if (extent.isFurniture(mark.block().frame())) {
                if (mark.is(Kind.TOPICS)) {
                    about.topics(mark.block());
                } else if (state == State.HEADER && lines.isAll(mark.block(), about.knownAuthor())) {
                    about.line(mark.block());
                }
                pass(mark.block());
            } else {
                read(mark, i);
            }
        }
        restoreMonths();
        trim();
    }

    /** A month alone below the title is the day of the post, unless another line tells a day: then it is text. */
    private void restoreMonths() {
        if (about.hasDay()) {
            monthsAlone.forEach((block, at) -> body.add(at, block));
        }
    }

    /** A line above the title. */
    private void about(Mark mark) {
        if (mark.is(Kind.TOPICS)) {
            about.topics(mark.block());
        } else if (mark.is(Kind.DATELINE, Kind.MONTH) || lines.isAll(mark.block(), about.knownAuthor())) {
            about.line(mark.block());
        } else {
            about.tags(mark.block());
            pass(mark.block());
        }
    }

    private void read(Mark mark, int i) {
        Block block = mark.block();
        switch (mark.kind()) {
            case IMPLICATIONS -> implicationsBegin(block);
            case TOPICS -> about.topics(block);
            case NOISE -> {
                if (awaitsTopics && block.linked()) {
                    about.topics(block);
                } else {
                    about.tags(block);
                }
                if (block.level() > 0 || (block.text().endsWith(":") && hasText())) {
                    state = state == State.HEADER ? state : headsLinks(i) ? State.BOX : State.ASIDE;
                }
                pass(block);
            }
            case BOILERPLATE -> preamble.add(block.passage());
            case AFTER_POST -> afterPost(block, i);
            case CITATION -> citation(block);
            case MONTH, DATELINE -> {
                if (mark.is(Kind.MONTH)
                        && body.stream().noneMatch(Block::isProse)
                        && state != State.IMPLICATIONS
                        && block.time().isEmpty()
                        && lines.isMonth(block)) {
                    monthsAlone.put(block, body.size());
                    about.line(block);
                } else if (isAboutPost(block)) {
                    about.line(block);
                } else {
                    text(block, i);
                }
            }
            case BLURB -> pass(block);
            case TEXT, TITLE -> text(block, i);
        }
    }

    /** A day in the text is no day of the post: "May 2012" alone in a line. */
    private boolean isAboutPost(Block block) {
        if (state == State.HEADER) {
            return !about.hasDate() || !block.time().isEmpty() || lines.isAll(block, about.knownAuthor());
        }
        boolean inText = state == State.BODY && content.contains(block.frame());
        return !block.isProse()
                && (!inText
                        || !about.hasDate()
                        || !block.time().isEmpty()
                        || !lines.author(block).isEmpty());
    }

    /** Whether something of the text itself was read, not of what may stand between it and the title. */
    private boolean hasText() {
        return body.stream().anyMatch(block -> content.contains(block.frame()));
    }

    private void afterPost(Block block, int i) {
        Optional<Section> section = words.of(block.text());
        if (section.isPresent() && section.get() != Section.END && leadsToWork(i)) {
            heading(block, i);
        } else if (Furniture.isComments(block) && !body.isEmpty()) {
            state = State.OVER;
            pass(block);
        } else {
            state = state == State.HEADER ? state : State.BOX;
            pass(block);
        }
    }

    private void implicationsBegin(Block block) {
        state = State.IMPLICATIONS;
        labelLevel = block.level();
        label = Optional.of(block);
        advice = Frame.PAGE;
    }

    private void citation(Block block) {
        if (about.isSelf(block.text())) {
            pass(block); // how to cite the post itself
            return;
        }
        switch (state) {
            case LABELLED -> works.add(block.passage(), Place.LABELLED);
            case WORKS -> works.add(block.passage(), Place.LIST);
            case BACKGROUND -> works.add(block.passage(), Place.BACKGROUND);
            case ASIDE, BOX -> {
                if (block.lead() > 0 || marksLabelled(block)) {
                    works.add(block.passage(), Place.LABELLED);
                } else {
                    pass(block);
                }
            }
            default -> works.add(block.passage(), marksLabelled(block) ? Place.LABELLED : Place.INSIDE);
        }
        if (state == State.HEADER || (state == State.IMPLICATIONS && body.isEmpty() && !implications.isEmpty())) {
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
        if (isAsideLine(block)) {
            pass(block);
            return;
        }
        if (isHeading(block, i)) {
            heading(block, i);
            return;
        }
        Optional<HeaderLine.Review> review = lines.review(block);
        if (review.isPresent()) {
            about.author(review.get().author());
            works.add(block.from(review.get().work()).passage(), Place.LABELLED);
            state = state == State.HEADER ? State.BODY : state;
            return;
        }
        Optional<Block> labelled = labelled(block);
        if (labelled.isPresent()) {
            works.add(labelled.get().passage(), Place.LABELLED);
            state = state == State.HEADER ? State.BODY : state;
            return;
        }
        if (lines.isAll(block, about.knownAuthor()) && isAboutPost(block)) {
            about.line(block);
            return;
        }
        if (block.linked() && !block.isProse()) {
            about.tags(block);
            pass(block);
            return;
        }
        switch (state) {
            case HEADER -> {
                state = State.BODY;
                body(block);
            }
            case BODY -> body(block);
            case IMPLICATIONS -> advice(block);
            case LABELLED, WORKS, BACKGROUND -> afterWorks(block, i);
            case BOX -> {
                if (resumes(block)) {
                    state = State.BODY;
                    body(block);
                } else {
                    pass(block);
                }
            }
            case ASIDE, OVER -> pass(block);
        }
    }

    private boolean isRepeatedTitle(Block block) {
        return body.isEmpty() && Texts.key(about.title()).equals(Texts.key(block.text()));
    }

    /** "Related reading: ...", "Funding: ...": a line of what is no part of the text. */
    private boolean isAsideLine(Block block) {
        int colon = block.text().indexOf(':');
        return colon > 0
                && colon <= 60
                && !block.item()
                && words.of(block.text().substring(0, colon))
                        .filter(section ->
                                section == Section.BACKGROUND || (section == Section.END && !block.isProse()))
                        .isPresent()
                && colon + 1 < block.length();
    }

    /** "Primary paper: Roe, J. (2020) ...": the line without its label. */
    private Optional<Block> labelled(Block block) {
        int colon = block.text().indexOf(':');
        if (colon < 0 || colon > 60) {
            return Optional.empty();
        }
        Optional<Section> section = words.of(block.text().substring(0, colon));
        if (section.filter(found -> found == Section.STUDY || found == Section.WORKS)
                        .isEmpty()
                || colon + 2 >= block.length()) {
            return Optional.empty();
        }
        Block rest = block.from(colon + 1);
        return Optional.of(rest).filter(work -> CitedWorks.looksLikeOne(work.text()) || CitedWorks.isWork(work.text()));
    }

    private boolean isHeading(Block block, int i) {
        if (block.level() > 0
                || (block.strong()
                        && !block.linked()
                        && !block.isCell()
                        && block.length() <= 150
                        && !block.text().endsWith("."))) {
            return true;
        }
        if (state == State.IMPLICATIONS
                && !implications.isEmpty()
                && !block.endsSentence()
                && !block.item()
                && block.length() <= 80
                && label.filter(other -> other.looksLike(block)).isPresent()) {
            return true; // set as the label was that it stands below
        }
        Optional<Section> section = words.of(block.text());
        return !block.item()
                && !block.isCell()
                && section.isPresent()
                && (section.get() == Section.STUDY || section.get() == Section.WORKS
                        ? leadsToWork(i)
                        : block.text().endsWith(":"));
    }

    private boolean leadsToWork(int i) {
        for (int next = i + 1; next < Math.min(marks.size(), i + 4); next++) {
            Mark mark = marks.get(next);
            if (mark.is(Kind.CITATION)
                    || (mark.is(Kind.TEXT)
                            && mark.block().level() == 0
                            && CitedWorks.isWork(mark.block().text())
                            && CitedWorks.looksLikeOne(mark.block().text()))) {
                return true;
            }
            if (mark.is(Kind.TEXT) && mark.block().level() == 0) {
                return !mark.block().isProse() && CitedWorks.isWork(mark.block().text());
            }
        }
        return false;
    }

    private void heading(Block block, int i) {
        Optional<Section> section = words.of(block.text());
        boolean work = section.filter(found -> found == Section.STUDY || found == Section.WORKS)
                .isPresent();
        if (work && leadsToWork(i)) {
            state = section.get() == Section.STUDY ? State.LABELLED : State.WORKS;
        } else if (section.filter(found -> found == Section.BACKGROUND).isPresent()) {
            state = State.BACKGROUND;
        } else if (section.filter(found -> found == Section.END || (found == Section.WORKS && hasText()))
                        .isPresent()
                && state != State.HEADER) {
            state = State.ASIDE;
            pass(block);
        } else if (about.isAuthor(block.text())) {
            about.line(block);
            state = hasText() ? State.ASIDE : state;
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
            pass(block); // a part of the implications
        } else if (closing && !body.isEmpty() && !sectionStyles.contains(block.style()) && !leadsToAdvice(i)) {
            state = State.ASIDE;
            pass(block);
        } else if (!content.contains(block.frame()) && !body.isEmpty()) {
            state = State.ASIDE;
            pass(block);
        } else if (headsLinks(i)) {
            state = State.BOX;
            pass(block);
        } else {
            state = State.BODY;
            sectionStyles.add(block.style());
            body(block);
        }
    }

    /** Whether a list of links comes right below. */
    private boolean headsLinks(int i) {
        int next = i + 1;
        while (next < marks.size() && marks.get(next).is(Kind.NOISE)) {
            next++;
        }
        return next < marks.size()
                && marks.get(next).is(Kind.TEXT)
                && marks.get(next).block().linked();
    }

    private boolean leadsToAdvice(int i) {
        for (int next = i + 1; next < marks.size(); next++) {
            if (marks.get(next).is(Kind.IMPLICATIONS)
                    && whole.contains(marks.get(next).block().frame())) {
                return true;
            }
        }
        return false;
    }

    private void body(Block block) {
        if (!content.contains(block.frame()) && hasText()) {
            pass(block);
            return;
        }
        works.text();
        body.add(block);
    }

    private void advice(Block block) {
        boolean left = !implications.isEmpty()
                && (!advice.contains(block.frame())
                        || (listed && !isPoint(block) && body.stream().noneMatch(Block::isProse)));
        if (left && (body.isEmpty() || (content.contains(block.frame()) && block.endsSentence()))) {
            state = State.BODY;
            body(block);
        } else if (left || (!content.contains(block.frame()) && !implications.isEmpty())) {
            pass(block);
        } else {
            if (implications.isEmpty()) {
                advice = block.item()
                        ? block.frame().outer().outer()
                        : block.frame().outer();
                listed = isPoint(block);
            }
            works.text();
            implications.add(isPoint(block) ? block.passage().asItem() : block.passage());
        }
    }

    /** Whether a block is an item of a list in the post, not in one whose items are how this page sets its posts. */
    private boolean isPoint(Block block) {
        return block.item()
                && (title < 0
                        || item(block.frame()) != item(marks.get(title).block().frame()));
    }

    private static Frame item(Frame frame) {
        Frame item = frame;
        while (!item.name().startsWith("li.") && item.outer() != item) {
            item = item.outer();
        }
        return item;
    }

    /** Below a citation a paragraph goes on with the text if there was none before, or more comes than there was. */
    private void afterWorks(Block block, int i) {
        Place place = state == State.LABELLED ? Place.LABELLED : state == State.WORKS ? Place.LIST : Place.BACKGROUND;
        if (!block.isProse() && CitedWorks.isWork(block.text()) || CitedWorks.looksLikeOne(block.text())) {
            works.add(block.passage(), place);
        } else if (body.isEmpty() || (resumes(block) && leadsToAdvice(i))) {
            state = State.BODY;
            body(block);
        } else {
            pass(block);
        }
    }

    /** Whether a block is set as the paragraphs of the text are, and stands where they do. */
    private boolean resumes(Block block) {
        return block.endsSentence()
                && !block.item()
                && body.stream()
                        .anyMatch(other -> other.looksLike(block)
                                && other.frame().outer() == block.frame().outer());
    }

    /** Headings and lines at the very end that head nothing. */
    private void trim() {
        while (!body.isEmpty() && (body.getLast().level() > 0 || body.getLast().linked())) {
            pass(body.removeLast());
        }
    }

    private void pass(Block block) {
        leftover.add(block.passage());
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

    List<Passage> preamble() {
        return preamble;
    }

    List<Passage> leftover() {
        return leftover;
    }
}
