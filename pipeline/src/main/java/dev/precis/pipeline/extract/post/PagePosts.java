package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Layout;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Declared;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.date.Dates;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.date.NumericDate;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.post.PostCards.Card;
import dev.precis.pipeline.extract.words.SectionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            return (int) odd().count();
        }

        /** As above, but for what blogs leave out: that no post has implications does not tell how many there are. */
        private int misreadings() {
            return (int) odd().filter(notice -> !notice.code().equals(Gathered.WITHOUT_IMPLICATIONS))
                    .count();
        }

        private Stream<Notice> odd() {
            return Stream.concat(notices.stream(), drafts.stream().flatMap(draft -> draft.notices().stream()));
        }

        private int citations() {
            return drafts.stream().mapToInt(draft -> draft.citations().size()).sum();
        }

        /** Whether this reading leaves less odd than another and loses no citation. */
        private boolean isBetterThan(Posts other) {
            return citations() >= other.citations()
                    && (misreadings() < other.misreadings()
                            || (misreadings() == other.misreadings() && oddities() < other.oddities()));
        }

        private boolean isAsGoodAs(Posts other) {
            return citations() >= other.citations() && misreadings() <= other.misreadings();
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
        HeaderLine lines = new HeaderLine(profile, dates(blocks, language));
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
        Posts flat = flat(alone, lines, month, origin);
        return PostCards.dated(alone, lines)
                .map(list -> cards(alone, list, lines, month, origin))
                .filter(list -> list.drafts().size() > 1 ? list.isAsGoodAs(flat) : list.isBetterThan(flat))
                .or(() -> PostCards.only(alone, lines)
                        .map(list -> cards(alone, list, lines, month, origin))
                        .filter(list -> list.isAsGoodAs(flat)))
                .filter(list -> !list.drafts().isEmpty())
                .orElseGet(() -> flat.oddities() == 0 ? flat : lessOdd(flat, alone, lines, declared, month, origin));
    }

    /** A profile with a region was written by someone who knows; a page's language is often that of its system. */
    private Dates dates(List<Block> blocks, String language) {
        String own = profile.language();
        List<String> languages = own.contains("-") ? List.of(own, language) : List.of(language, own);
        return new Dates(months, NumericDate.of(blocks.stream().map(Block::text).toList(), languages));
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
                    .filter(post -> post.kind() == Page.Kind.POST && post.isBetterThan(flat))
                    .or(() -> PostCards.headed(marks, lines, profile.home().toString())
                            .map(list -> cards(marks, list, lines, month, origin))
                            .filter(list -> list.isBetterThan(flat)));
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
        PostDrafts drafts = new PostDrafts(profile, words, lines, origin);
        Optional<Draft> draft = drafts.read(marks, shape, declared, Frame.PAGE, month);
        Page.Kind kind = draft.isPresent() ? Page.Kind.POST : Page.Kind.OTHER;
        return new Posts(kind, draft.stream().toList(), List.of(), List.of(), drafts.leftover(), drafts.notices());
    }

    private Posts flat(List<Mark> marks, HeaderLine lines, Optional<PublicationDate> month, Draft.Origin origin) {
        List<Notice> notices = new ArrayList<>();
        PostReader reader = new PostReader(profile, words, lines, month);
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
        PostDrafts drafts = new PostDrafts(profile, words, new HeaderLine(profile, dates(blocks, "")), origin);
        Optional<Draft> draft = drafts.read(landmarks.each(blocks), shape, declared, Frame.PAGE, Optional.empty());
        notices.addAll(drafts.notices());
        return draft;
    }

    private Posts cards(
            List<Mark> marks, PostCards cards, HeaderLine lines, Optional<PublicationDate> month, Draft.Origin origin) {
        PostDrafts one = new PostDrafts(profile, words, lines, origin);
        List<Draft> drafts = new ArrayList<>();
        Optional<PublicationDate> heading = month;
        int next = 0;
        Card first = cards.cards().getFirst();
        Frame before = Frame.PAGE;
        boolean days = false;
        for (Card card : cards.cards()) {
            for (; next < card.title(); next++) {
                Mark mark = marks.get(next);
                boolean inCardAbove =
                        card != first && before.contains(mark.block().frame());
                Optional<PublicationDate> told = mark.is(Kind.MONTH) && !inCardAbove
                        ? months.heading(mark.block().text())
                        : Optional.empty();
                // days between posts head those below only if one stands above the first
                boolean day = told.filter(PublicationDate::hasDay).isPresent();
                days |= day && card == first;
                if (told.isPresent() && (!day || days)) {
                    heading = told;
                }
            }
            before = card.box();
            Block title = marks.get(card.title()).block();
            PageShape shape = new PageShape(
                    Page.Kind.POST,
                    card.marks().indexOf(marks.get(card.title())),
                    title.passage(),
                    "heading of its box");
            one.read(card.marks(), shape, Declared.nothing(), card.box(), heading)
                    .ifPresent(drafts::add);
        }
        PostReader above = new PostReader(profile, words, lines, month);
        above.read(marks.stream()
                .limit(first.title())
                .filter(mark -> first.box() == Frame.PAGE
                        || !first.box().contains(mark.block().frame()))
                .filter(mark -> mark.is(Kind.TEXT, Kind.BLURB))
                .toList());
        return new Posts(Page.Kind.LIST, drafts, above.introduction(), above.blurb(), one.leftover(), one.notices());
    }
}
