package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.CitedWorks.Place;
import dev.precis.pipeline.extract.words.Furniture;
import dev.precis.pipeline.extract.words.SectionWords;
import dev.precis.pipeline.extract.words.SectionWords.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is known to be one post, as a person does: lines about it, its text, sections with headings, what is
 * cited, what follows from it; and leaves out what stands around and between. Never makes a second post of it.
 */
final class OnePost {
    private final List<Mark> marks;
    private final int title;
    private final PostExtent extent;
    private final PostLines about;
    private final Outlook outlook;
    private final PostParts parts;
    private final LinesBeside beside;
    private final TextBox box;
    private final Set<String> sectionStyles = new HashSet<>();
    private State state = State.HEADER;

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
        this.outlook = new Outlook(marks, extent.whole(), words);
        this.parts = new PostParts(
                extent.content(),
                title < 0 ? Optional.empty() : Optional.of(marks.get(title).block()));
        this.box = new TextBox(marks, extent.content());
        this.beside = new LinesBeside(marks, title, lines, about, parts);
        this.about = about;
    }

    void read() {
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            beside.authorBox(i, extent.isFurniture(mark.block().frame()) ? State.BOX : state);
            if (i == title) {
                state = State.HEADER;
            } else if (!extent.whole().contains(mark.block().frame()) || state == State.OVER) {
                parts.pass(mark.block());
            } else if (i < title) {
                beside.above(mark, i);
            } else if (extent.isFurniture(mark.block().frame())) {
                beside.boxed(mark, state);
            } else {
                read(mark, i);
            }
        }
        parts.finish(about.hasDay());
    }

    private void read(Mark mark, int i) {
        Block block = mark.block();
        if (box.endsBefore(block)) {
            state = state == State.OVER ? state : State.BODY;
        }
        switch (mark.kind()) {
            case IMPLICATIONS -> implicationsBegin(block);
            case TOPICS -> about.topics(block);
            case NOISE -> noise(block, i);
            case BOILERPLATE -> parts.preamble(block);
            case AFTER_POST -> afterPost(block, i);
            case CITATION -> citation(block);
            case MONTH, DATELINE -> {
                if (!beside.takesDay(mark, state)) {
                    text(block, i);
                }
            }
            case BLURB -> parts.pass(block);
            case TEXT, TITLE -> text(block, i);
        }
    }

    private void noise(Block block, int i) {
        if (state == State.BODY && block.isCell() && !block.linked()) {
            parts.body(block); // a number alone is a page to turn to only outside of tables
            return;
        }
        beside.passedOver(block);
        boolean heads = block.level() > 0 || (block.text().endsWith(":") && parts.hasText());
        if (heads && state != State.HEADER) {
            leave(outlook.headsLinks(i) ? State.BOX : State.ASIDE, block, i);
        }
    }

    private void afterPost(Block block, int i) {
        Optional<Section> section = outlook.words().of(block.text());
        if (section.filter(found -> !found.endsText()).isPresent() && outlook.leadsToWork(i)) {
            heading(block, i);
        } else if (Furniture.isComments(block) && parts.hasBody()) {
            leave(block, i, State.OVER);
        } else {
            leave(block, i, state == State.HEADER ? state : State.BOX);
        }
    }

    private void implicationsBegin(Block block) {
        state = State.IMPLICATIONS;
        parts.adviceBegins(block);
    }

    private void citation(Block block) {
        // the words "Reference:" stood before it in its line
        boolean labelled = block.isPart() || (state.isAside() && block.lead() > 0);
        boolean beside = state == State.ASIDE || (state == State.BOX && block.item());
        boolean named = labelled || state.works().isPresent();
        if ((!named && about.isSelf(block.text())) || (beside && !labelled)) {
            parts.pass(block); // how to cite the post itself, or what stands beside it
            return;
        }
        parts.works().add(block.passage(), state.works().orElse(labelled ? Place.LABELLED : Place.INSIDE));
        if (state == State.HEADER || (state == State.IMPLICATIONS && !parts.hasBody() && parts.hasAdvice())) {
            state = State.BODY;
        }
    }

    private void text(Block block, int i) {
        if (beside.takesBeforeHeadings(block, i, state)) {
            return;
        }
        if (outlook.isAsideLine(block) || CitedWorks.isNote(block, state.works().isPresent())) {
            parts.pass(block);
        } else if (isHeading(block, i)) {
            heading(block, i);
        } else if (!takesWork(block) && !beside.takesBeforeText(block, state)) {
            paragraph(block, i);
        }
    }

    /** Whether a line is a citation after a label, or after the name of who reviews it, and was taken. */
    private boolean takesWork(Block block) {
        Optional<Block> work = beside.reviewed(block).or(() -> outlook.labelled(block));
        work.ifPresent(line -> parts.works().add(line.passage(), Place.LABELLED));
        if (work.isPresent() && state == State.HEADER) {
            state = State.BODY;
        }
        return work.isPresent();
    }

    private void paragraph(Block block, int i) {
        switch (state) {
            case HEADER, BODY -> goOn(block);
            case IMPLICATIONS -> advice(block);
            case LABELLED, WORKS, BACKGROUND -> afterWorks(block, i);
            case BOX -> {
                if (parts.resumes(block)) {
                    goOn(block);
                } else {
                    parts.pass(block);
                }
            }
            case NOTE, ASIDE, OVER -> parts.pass(block);
        }
    }

    private boolean isHeading(Block block, int i) {
        return (state == State.IMPLICATIONS && parts.isLikeLabel(block)) || outlook.isHeading(block, i);
    }

    private void heading(Block block, int i) {
        Optional<Section> section = outlook.words().of(block.text());
        boolean ends = section.filter(found -> found.endsText() || (found == Section.WORKS && parts.hasText()))
                .isPresent();
        if (section.filter(Section::mayHaveStudy).isPresent() && outlook.leadsToWork(i)) {
            leave(section.get() == Section.STUDY ? State.LABELLED : State.WORKS, block, i);
        } else if (section.filter(Section.BACKGROUND::equals).isPresent()) {
            leave(State.BACKGROUND, block, i);
        } else if (ends && state != State.HEADER) {
            leave(block, i, section.get() == Section.NOTE ? State.NOTE : State.ASIDE);
        } else if (about.isAuthor(block.text())) {
            about.line(block);
            state = parts.hasText() ? State.ASIDE : state;
        } else {
            section(block, i);
        }
    }

    /** A heading of a section of the text. */
    private void section(Block block, int i) {
        boolean unlike = state.isClosing() && !sectionStyles.contains(block.style()) && !outlook.leadsToAdvice(i);
        if (state == State.IMPLICATIONS && parts.isBelowLabel(block)) {
            parts.pass(block); // a part of the implications
        } else if (parts.hasBody() && (unlike || !parts.isInContent(block))) {
            leave(block, i, State.ASIDE);
        } else if (outlook.headsLinks(i)) {
            leave(block, i, State.BOX);
        } else {
            sectionStyles.add(block.style());
            goOn(block);
        }
    }

    private void goOn(Block text) {
        state = State.BODY;
        parts.body(text);
    }

    private void leave(Block heading, int i, State next) {
        leave(next, heading, i);
        parts.pass(heading);
    }

    private void leave(State next, Block heading, int i) {
        box.begin(heading, i);
        state = next;
    }

    private void advice(Block block) {
        boolean left = parts.leavesAdvice(block);
        if (left && (!parts.hasBody() || (parts.isInContent(block) && block.endsSentence()))) {
            goOn(block);
        } else if (left || (!parts.isInContent(block) && parts.hasAdvice())) {
            parts.pass(block);
        } else {
            parts.advice(block);
        }
    }

    /** Below a citation a paragraph goes on with the text if there was none before, or more comes than there was. */
    private void afterWorks(Block block, int i) {
        if (CitedWorks.isListed(block)) {
            state.works().ifPresent(place -> parts.works().add(block.passage(), place));
        } else if (!parts.hasBody()
                || (!parts.hasProse() && block.isProse())
                || (parts.resumes(block) && outlook.leadsToAdvice(i))) {
            goOn(block);
        } else {
            parts.pass(block);
        }
    }

    PostParts parts() {
        return parts;
    }
}
