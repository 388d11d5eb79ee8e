package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.date.Dates;
import dev.precis.pipeline.extract.date.ReadDay;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.post.MonthLines.Days;
import dev.precis.pipeline.extract.words.SectionWords;
import dev.precis.pipeline.extract.words.SectionWords.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a page's marks in order, as a person does, and cuts them into posts. */
final class PostReader {
    private final SourceProfile profile;
    private final SectionWords words;
    private final HeaderLine lines;
    private final Dates dates;
    private final List<PostText> posts = new ArrayList<>();
    private final List<Mark> waiting = new ArrayList<>();
    private final List<Passage> introduction = new ArrayList<>();
    private final List<Passage> blurb = new ArrayList<>();
    private Optional<PublicationDate> month;
    private boolean inBlurb;
    private Days days = Days.ABOVE;

    /** @param month of the page, from its address or title, for posts under no month heading */
    PostReader(SourceProfile profile, SectionWords words, HeaderLine lines, Optional<PublicationDate> month) {
        this.profile = profile;
        this.words = words;
        this.lines = lines;
        this.dates = lines.dates();
        this.month = month;
    }

    /** Reads a page that may show several posts. */
    void read(List<Mark> marks) {
        readMarked(Extent.bound(Titles.find(marks)));
    }

    private void readMarked(List<Mark> found) {
        int firstTitle = first(Kind.TITLE, found);
        boolean above = firstTitle > 0 && found.get(firstTitle - 1).is(Kind.DATELINE, Kind.TOPICS);
        Neighbours page = new Neighbours(found);
        int lastTitle = last(Kind.TITLE, found);
        days = firstTitle < 0 ? Days.ABOVE : MonthLines.days(found, firstTitle, lastTitle, dates.months());
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).is(Kind.DATELINE, Kind.TOPICS)
                    && ((above && leadsToTitle(found, i)) || isAboveUntitled(found, i))) {
                waiting.add(found.get(i));
            } else if (found.get(i).is(Kind.CITATION) && isClosing(page, i)) {
                posts.getLast().citation(found.get(i).block());
            } else if (!isLabel(found, i)) {
                read(found.get(i));
            }
            if (i >= lastTitle && isOpen()) {
                posts.getLast().isLastOnPage();
            }
        }
    }

    /** Whether a line is the heading of what a post cites, and no text of it; works under some are not its study. */
    private boolean isLabel(List<Mark> marks, int i) {
        boolean above = i + 1 < marks.size()
                && marks.get(i + 1).is(Kind.CITATION)
                && marks.get(i).is(Kind.TEXT)
                && isOpen();
        Optional<Section> label =
                above ? words.of(marks.get(i).block().text()).filter(found -> !found.endsText()) : Optional.empty();
        label.ifPresent(found -> posts.getLast().citesUnderHeading(found == Section.BACKGROUND));
        return label.isPresent();
    }

    private static int last(Kind kind, List<Mark> marks) {
        int last = marks.size() - 1;
        while (last >= 0 && !marks.get(last).is(kind)) {
            last--;
        }
        return last;
    }

    private static int first(Kind kind, List<Mark> marks) {
        int first = 0;
        while (first < marks.size() && !marks.get(first).is(kind)) {
            first++;
        }
        return first < marks.size() ? first : -1;
    }

    private static boolean leadsToTitle(List<Mark> marks, int from) {
        int next = from;
        while (next < marks.size() && marks.get(next).is(Kind.DATELINE, Kind.TOPICS)) {
            next++;
        }
        return next < marks.size() && marks.get(next).is(Kind.TITLE);
    }

    /** Whether a citation is that of the post above it, which has none yet: no text follows that it could be about. */
    private boolean isClosing(Neighbours page, int citation) {
        int below = page.below(citation);
        return isOpen()
                && posts.getLast().hasNoCitation()
                && (below == page.marks().size() || page.is(below, Kind.TITLE, Kind.MONTH, Kind.AFTER_POST));
    }

    /** Whether a citation follows that begins a post without a title. */
    private boolean isAboveUntitled(List<Mark> marks, int i) {
        return marks.get(i).is(Kind.DATELINE)
                && i + 1 < marks.size()
                && marks.get(i + 1).is(Kind.CITATION)
                && isOpen()
                && !posts.getLast().takesCitation();
    }

    private void read(Mark mark) {
        switch (mark.kind()) {
            case MONTH -> {
                if (days == Days.BELOW && isOpen()) {
                    dateline(mark.block());
                } else {
                    Optional<PublicationDate> told =
                            dates.months().heading(mark.block().text());
                    month = told.filter(day -> !day.hasDay() || days == Days.ABOVE);
                    inBlurb = false;
                    close();
                }
            }
            case TITLE -> title(mark.block());
            case CITATION -> citation(mark.block());
            case DATELINE -> dateline(mark.block());
            case BLURB -> {
                inBlurb = true;
                close();
            }
            case AFTER_POST -> {
                inBlurb = false;
                if (isOpen() && posts.getLast().hasText()) {
                    close();
                }
            }
            case IMPLICATIONS -> post().implicationsBegin();
            case TOPICS -> topics(mark.block());
            case BOILERPLATE -> boilerplate(mark.block());
            case TEXT -> text(mark.block());
            case NOISE -> {}
        }
    }

    List<Passage> introduction() {
        return introduction;
    }

    List<Passage> blurb() {
        return blurb;
    }

    /** The posts that can be published; what cannot is added to {@code refused}. */
    List<Draft> drafts(Draft.Origin origin, List<Notice> refused) {
        List<Draft> drafts = new ArrayList<>();
        for (PostText post : posts) {
            post.gathered()
                    .draft(origin, post.leadsTo().orElse(origin.address().toString()), refused)
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    private void title(Block block) {
        inBlurb = false;
        if (isOpen() && !posts.getLast().hasImplications() && posts.getLast().isTitle(block)) {
            return; // printed twice
        }
        begin().title(block);
    }

    private void citation(Block block) {
        if (isOpen() && (posts.getLast().takesCitation() || CitedWorks.isNote(block))) {
            posts.getLast().citation(block);
        } else {
            begin().citation(block);
        }
    }

    private void dateline(Block block) {
        Optional<ReadDay> date = dates.in(block.time(), block.text());
        if (isOpen() && lines.isMonth(block) && posts.getLast().hasDay()) {
            text(block); // the day of the post was told already
        } else if (isOpen()) {
            date.ifPresent(posts.getLast()::date);
            posts.getLast().author(lines.author(block));
        }
    }

    private void topics(Block block) {
        if (isOpen()) {
            posts.getLast().topics(block, profile.labels().noise());
        }
    }

    private void boilerplate(Block block) {
        if (isOpen()) {
            posts.getLast().preamble(block);
        }
    }

    private void text(Block block) {
        if (isOpen()) {
            PostText post = posts.getLast();
            if (!post.isTitle(block) && !CitedWorks.isNote(block)) {
                post.text(block);
            }
        } else if (inBlurb && block.isProse()) {
            blurb.add(block.passage());
        } else if (posts.isEmpty() && block.isProse()) {
            introduction.add(block.passage());
        }
    }

    private PostText begin() {
        PostText post = new PostText(month);
        posts.add(post);
        List<Mark> above = List.copyOf(waiting);
        waiting.clear();
        above.forEach(this::read);
        return post;
    }

    private PostText post() {
        return isOpen() ? posts.getLast() : begin();
    }

    private boolean isOpen() {
        return !posts.isEmpty() && !posts.getLast().isClosed();
    }

    private void close() {
        if (isOpen()) {
            posts.getLast().close();
        }
    }
}
