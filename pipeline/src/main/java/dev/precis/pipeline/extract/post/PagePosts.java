package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Page;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Witness;
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
     */
    public record Posts(
            Page.Kind kind,
            List<Draft> drafts,
            List<Passage> introduction,
            List<Passage> blurb,
            List<Passage> leftover) {}

    /**
     * Reads a page.
     *
     * @param language that the page declares; may be empty
     * @param month that the page's address or title tells
     * @param notices told of what was odd and what could not be read as a post
     */
    public Posts read(
            List<Block> blocks,
            Declared declared,
            String language,
            Optional<PublicationDate> month,
            Draft.Origin origin,
            List<Notice> notices) {
        HeaderLine lines = new HeaderLine(profile, months, language);
        List<Mark> alone = landmarks.each(blocks);
        PageShape shape = PageShape.of(alone, declared, profile, lines);
        if (shape.kind() == Page.Kind.POST) {
            List<Passage> leftover = new ArrayList<>();
            Optional<PublicationDate> day = above(alone, shape.title()).or(() -> month);
            List<Draft> drafts = one(alone, shape, lines, declared, Frame.PAGE, day, origin, notices, leftover).stream()
                    .toList();
            return new Posts(
                    drafts.isEmpty() ? Page.Kind.OTHER : Page.Kind.POST, drafts, List.of(), List.of(), leftover);
        }
        Optional<PostCards> cards = PostCards.find(alone, lines);
        if (cards.isPresent()) {
            return cards(alone, cards.get(), lines, month, origin, notices);
        }
        List<Notice> refused = new ArrayList<>();
        Posts read = flat(alone, month, origin, refused);
        Optional<PageShape> heading = PageShape.byOnlyHeading(alone, declared, profile, lines);
        if (heading.isPresent() && read.drafts().size() <= 1 && oddities(read, refused) > 0) {
            List<Notice> other = new ArrayList<>();
            List<Passage> leftover = new ArrayList<>();
            List<Draft> whole =
                    one(alone, heading.get(), lines, declared, Frame.PAGE, month, origin, other, leftover).stream()
                            .toList();
            Posts post = new Posts(Page.Kind.POST, whole, List.of(), List.of(), leftover);
            if (!whole.isEmpty()
                    && citations(post) >= citations(read)
                    && oddities(post, other) < oddities(read, refused)) {
                notices.addAll(other);
                return post;
            }
        }
        Optional<PostCards> segments = PostCards.flat(alone, lines);
        if (segments.isPresent() && oddities(read, refused) > 0) {
            List<Notice> other = new ArrayList<>();
            Posts cut = cards(alone, segments.get(), lines, month, origin, other);
            if (citations(cut) >= citations(read) && oddities(cut, other) < oddities(read, refused)) {
                notices.addAll(other);
                return cut;
            }
        }
        notices.addAll(refused);
        return read;
    }

    private Posts flat(List<Mark> marks, Optional<PublicationDate> month, Draft.Origin origin, List<Notice> notices) {
        PostReader reader = new PostReader(profile, months, month);
        reader.read(MonthLines.sort(marks));
        List<Draft> drafts = reader.drafts(origin, notices);
        return new Posts(
                drafts.isEmpty() ? Page.Kind.OTHER : Page.Kind.LIST,
                drafts,
                reader.introduction(),
                reader.blurb(),
                List.of());
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

    private static int citations(Posts read) {
        return read.drafts().stream()
                .mapToInt(draft -> draft.citations().size())
                .sum();
    }

    /** How much is odd about a reading: of two the one with less is right. */
    private static int oddities(Posts read, List<Notice> refused) {
        return refused.size()
                + read.drafts().stream()
                        .mapToInt(draft -> draft.notices().size())
                        .sum();
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
            List<Mark> marks,
            PostCards cards,
            HeaderLine lines,
            Optional<PublicationDate> month,
            Draft.Origin origin,
            List<Notice> notices) {
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
        return new Posts(Page.Kind.LIST, drafts, above.introduction(), above.blurb(), leftover);
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
        PostLines about = new PostLines(
                lines, months, declared, profile.labels(), shape.words().text());
        OnePost post =
                new OnePost(marks, shape.title(), PostExtent.of(marks, shape.title(), within), about, lines, words);
        post.read();
        leftover.addAll(post.parts().leftover());
        String where = origin.address().toString();
        if (post.parts().works().isEmpty() && post.parts().implications().isEmpty()) {
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
        post.parts()
                .works()
                .study()
                .forEach(study -> witnesses.add(post.parts().works().witness(study)));
        return new Gathered(
                        shape.words(),
                        date,
                        post.parts().works().study(),
                        post.parts().works().references(),
                        post.parts().preamble(),
                        post.parts().body(),
                        post.parts().implications(),
                        about.labels(),
                        about.knownAuthor(),
                        witnesses,
                        odd)
                .draft(origin, notices);
    }
}
