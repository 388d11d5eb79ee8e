package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Layout;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a page is, and reads its posts accordingly. */
public final class PagePosts {
    private final SourceProfile profile;
    private final MonthHeading months;
    private final Landmarks landmarks;
    private final SectionWords words;

    public PagePosts(SourceProfile profile, MonthHeading months) {
        this.profile = profile;
        this.months = months;
        this.landmarks = new Landmarks(profile, months);
        this.words = new SectionWords(profile);
    }

    /**
     * The posts of a page.
     *
     * @param kind of the page
     * @param drafts its posts, in order
     * @param introduction what the blog says of itself
     * @param blurb what it announces
     * @param leftover what was taken for no part of a post
     * @param notices what was odd, and what could not be read as a post
     */
    public record Posts(
            Page.Kind kind,
            List<Draft> drafts,
            List<Passage> introduction,
            List<Passage> blurb,
            List<Passage> leftover,
            List<Notice> notices) {

        /** How much is odd: of two readings of a page the one with less is right. */
        private int oddities() {
            return notices.size()
                    + drafts.stream().mapToInt(draft -> draft.notices().size()).sum();
        }

        private int citations() {
            return drafts.stream().mapToInt(draft -> draft.citations().size()).sum();
        }

        /** Whether this reading leaves less odd than another and loses no citation. */
        private boolean isBetterThan(Posts other) {
            return citations() >= other.citations() && oddities() < other.oddities();
        }
    }

    /**
     * Reads a page.
     *
     * @param language that the page declares; may be empty
     * @param month that the page's address or title tells
     */
    public Posts read(
            List<Block> blocks,
            Declared declared,
            String language,
            Optional<PublicationDate> month,
            Draft.Origin origin) {
        HeaderLine lines = new HeaderLine(profile, months, language);
        List<Mark> alone = landmarks.each(blocks);
        PageShape shape = PageShape.of(alone, declared, profile, lines);
        if (shape.kind() == Page.Kind.POST) {
            return post(
                    alone, shape, lines, declared, above(alone, shape.title()).or(() -> month), origin);
        }
        if (profile.layout() == Layout.POST) {
            List<Passage> all = blocks.stream().map(Block::passage).toList();
            return new Posts(Page.Kind.OTHER, List.of(), List.of(), List.of(), all, List.of());
        }
        Optional<PostCards> boxes = PostCards.find(alone, lines);
        if (boxes.isPresent()) {
            return cards(alone, boxes.get(), lines, month, origin);
        }
        Posts flat = flat(alone, month, origin);
        return flat.oddities() == 0 ? flat : lessOdd(flat, alone, lines, declared, month, origin);
    }

    /**
     * Of a flat page about whose reading something is odd: as one post, as posts whose titles look alike, or as read.
     */
    private Posts lessOdd(
            Posts flat,
            List<Mark> marks,
            HeaderLine lines,
            Declared declared,
            Optional<PublicationDate> month,
            Draft.Origin origin) {
        if (flat.drafts().size() <= 1) {
            Optional<Posts> whole = PageShape.byOnlyHeading(marks, declared, profile, lines)
                    .map(shape -> post(marks, shape, lines, declared, month, origin))
                    .filter(post -> post.kind() == Page.Kind.POST && post.isBetterThan(flat));
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return PostCards.flat(marks, lines)
                .map(cards -> cards(marks, cards, lines, month, origin))
                .filter(cut -> cut.isBetterThan(flat))
                .orElse(flat);
    }

    private Posts post(
            List<Mark> marks,
            PageShape shape,
            HeaderLine lines,
            Declared declared,
            Optional<PublicationDate> month,
            Draft.Origin origin) {
        List<Notice> notices = new ArrayList<>();
        List<Passage> leftover = new ArrayList<>();
        Optional<Draft> draft = one(marks, shape, lines, declared, Frame.PAGE, month, origin, notices, leftover);
        Page.Kind kind = draft.isPresent() ? Page.Kind.POST : Page.Kind.OTHER;
        return new Posts(kind, draft.stream().toList(), List.of(), List.of(), leftover, notices);
    }

    private Posts flat(List<Mark> marks, Optional<PublicationDate> month, Draft.Origin origin) {
        List<Notice> notices = new ArrayList<>();
        PostReader reader = new PostReader(profile, months, month);
        reader.read(MonthLines.sort(marks));
        List<Draft> drafts = reader.drafts(origin, notices);
        Page.Kind kind = drafts.isEmpty() ? Page.Kind.OTHER : Page.Kind.LIST;
        return new Posts(kind, drafts, reader.introduction(), reader.blurb(), List.of(), notices);
    }

    /** The day that stands right above the title, in a box of its own. */
    private Optional<PublicationDate> above(List<Mark> marks, int title) {
        for (int i = title - 1; i >= 0 && !marks.get(i).is(Kind.TEXT, Kind.CITATION); i--) {
            if (marks.get(i).is(Kind.MONTH)) {
                return months.heading(marks.get(i).block().text());
            }
        }
        return Optional.empty();
    }

    /**
     * Reads what is known to be one post.
     *
     * @param title of it; empty if it has none
     */
    public Optional<Draft> entry(
            List<Block> blocks, Passage title, Declared declared, Draft.Origin origin, List<Notice> notices) {
        PageShape shape = new PageShape(Page.Kind.POST, -1, title, "title of the entry");
        return one(
                landmarks.each(blocks),
                shape,
                new HeaderLine(profile, months, ""),
                declared,
                Frame.PAGE,
                Optional.empty(),
                origin,
                notices,
                new ArrayList<>());
    }

    private Posts cards(
            List<Mark> marks, PostCards cards, HeaderLine lines, Optional<PublicationDate> month, Draft.Origin origin) {
        List<Notice> notices = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        List<Passage> leftover = new ArrayList<>();
        Optional<PublicationDate> heading = month;
        int next = 0;
        for (int k = 0; k < cards.titles().size(); k++) {
            int title = cards.titles().get(k);
            Frame box = cards.boxes().get(k);
            for (; next < title; next++) {
                Mark mark = marks.get(next);
                boolean before =
                        k > 0 && cards.boxes().get(k - 1).contains(mark.block().frame());
                if (mark.is(Kind.MONTH) && !before) {
                    heading = months.heading(mark.block().text()).or(() -> month);
                }
            }
            List<Mark> inside = cards.marks(marks, k);
            int at = inside.indexOf(marks.get(title));
            PageShape shape =
                    new PageShape(Page.Kind.POST, at, marks.get(title).block().passage(), "heading of its box");
            one(inside, shape, lines, Declared.nothing(), box, heading, origin, notices, leftover)
                    .ifPresent(drafts::add);
        }
        PostReader above = new PostReader(profile, months, month);
        above.read(marks.stream()
                .limit(cards.titles().getFirst())
                .filter(mark -> cards.boxes().getFirst() == Frame.PAGE
                        || !cards.boxes().getFirst().contains(mark.block().frame()))
                .filter(mark -> mark.is(Kind.TEXT, Kind.BLURB))
                .toList());
        return new Posts(Page.Kind.LIST, drafts, above.introduction(), above.blurb(), leftover, notices);
    }

    private Optional<Draft> one(
            List<Mark> marks,
            PageShape shape,
            HeaderLine lines,
            Declared declared,
            Frame within,
            Optional<PublicationDate> month,
            Draft.Origin origin,
            List<Notice> notices,
            List<Passage> leftover) {
        PostLines about =
                new PostLines(lines, declared, profile.labels(), shape.words().text());
        OnePost post =
                new OnePost(marks, shape.title(), PostExtent.of(marks, shape.title(), within), about, lines, words);
        post.read();
        PostParts parts = post.parts();
        leftover.addAll(parts.leftover());
        String where = origin.address().toString();
        if (parts.works().isEmpty() && parts.implications().isEmpty()) {
            notices.add(Notice.info(
                    "no-summary",
                    where,
                    "\"" + shape.words().text() + "\" has neither a citation nor implications: no summary of a study"));
            return Optional.empty();
        }
        List<Notice> odd = new ArrayList<>();
        Optional<PublicationDate> date = about.date(where, odd).or(() -> month);
        List<Witness> witnesses =
                new ArrayList<>(List.of(new Witness("title", shape.words().text(), shape.from())));
        witnesses.addAll(about.witnesses());
        parts.works().study().forEach(study -> witnesses.add(parts.works().witness(study)));
        return new Gathered(
                        shape.words(),
                        date,
                        parts.works().study(),
                        parts.works().references(),
                        parts.preamble(),
                        parts.body(),
                        parts.implications(),
                        about.labels(),
                        about.knownAuthor(),
                        witnesses,
                        odd)
                .draft(origin, notices);
    }
}
