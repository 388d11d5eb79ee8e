package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.DatedTitles.Begin;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A list of posts that begin alike: with titles that look the same and say different things, or lead to different
 * pages. A list is only cut so where most of its parts look like posts: with text, and a citation, a label, a day or a
 * link to the whole.
 */
final class PostCards {
    private final List<Card> cards;

    private PostCards(List<Card> cards) {
        this.cards = cards;
    }

    /**
     * One post of a list.
     *
     * @param title index of its title among the marks of the page
     * @param box the frame of it; the page where posts stand one after the other in one frame
     * @param marks all of it
     */
    record Card(int title, Frame box, List<Mark> marks) {
        Mark titleMark(List<Mark> page) {
            return page.get(title);
        }
    }

    /** A list of posts in boxes of their own, side by side. */
    static Optional<PostCards> find(List<Mark> marks, HeaderLine lines) {
        return CardTitles.alike(marks, lines).stream()
                .map(titles -> boxed(marks, titles, boxes(marks, titles), lines))
                .filter(list -> list.areBoxes(marks)
                        && !list.areBelowHeadings(marks, lines)
                        && 2 * list.posts() > list.cards.size())
                .max(Comparator.comparingLong(PostCards::posts)
                        .thenComparing(list -> -list.cards.getFirst().title()));
    }

    /** A list that happens to have one post: an article whose heading leads to the page of it. */
    static Optional<PostCards> only(List<Mark> marks, HeaderLine lines) {
        return single(marks, lines, title -> title.frame().article() != Frame.PAGE, Frame::article);
    }

    /**
     * A page whose only post stands below the only heading that leads to another page, not to the first of the blog.
     */
    static Optional<PostCards> headed(List<Mark> marks, HeaderLine lines, String home) {
        return single(marks, lines, title -> !title.leadsTo().equals(home), frame -> frame.under(Frame.PAGE));
    }

    /** The only linked heading that may be a title, with its box; nothing if several may be. */
    private static Optional<PostCards> single(
            List<Mark> marks, HeaderLine lines, Predicate<Block> isTitle, UnaryOperator<Frame> box) {
        int[] titles = IntStream.range(0, marks.size())
                .filter(i -> marks.get(i).block().level() > 0
                        && marks.get(i).block().linked()
                        && isTitle.test(marks.get(i).block())
                        && CardTitles.mayBe(marks.get(i), lines))
                .toArray();
        return Optional.of(titles)
                .filter(found -> found.length == 1)
                .map(found -> boxed(
                        marks,
                        List.of(found[0]),
                        List.of(box.apply(marks.get(found[0]).block().frame())),
                        lines))
                .filter(list -> list.areBoxes(marks) && list.posts() == 1);
    }

    /** A list of posts one after the other, each of which cites a study: nothing less tells a title from a heading. */
    static Optional<PostCards> flat(List<Mark> marks, HeaderLine lines) {
        return CardTitles.alike(marks, lines).stream()
                .map(titles ->
                        titles.stream().map(title -> new Begin(title, title)).toList())
                .map(posts -> new PostCards(oneAfterTheOther(marks, posts, lines)))
                .filter(PostCards::allCite)
                .max(Comparator.comparingInt((PostCards list) -> list.cards.size())
                        .thenComparing(list -> -list.cards.getFirst().title()));
    }

    /** A list of posts one after the other, each with a day right above or below its title. */
    static Optional<PostCards> dated(List<Mark> marks, HeaderLine lines) {
        return DatedTitles.find(marks, lines).stream()
                .map(posts -> new PostCards(oneAfterTheOther(marks, posts, lines)))
                .filter(list -> list.cards.stream().allMatch(card -> hasText(card.marks())) && list.mostTell())
                .findFirst();
    }

    List<Card> cards() {
        return cards;
    }

    private static List<Frame> boxes(List<Mark> marks, List<Integer> titles) {
        List<Frame> frames =
                titles.stream().map(title -> marks.get(title).block().frame()).toList();
        return IntStream.range(0, titles.size())
                .mapToObj(k -> Extent.box(frames, k))
                .toList();
    }

    /** Each mark with the card in whose box it stands: one look at every mark, and at every frame around it. */
    private static PostCards boxed(List<Mark> marks, List<Integer> titles, List<Frame> boxes, HeaderLine lines) {
        Map<Frame, Integer> cards = new IdentityHashMap<>();
        for (int k = 0; k < boxes.size(); k++) {
            cards.put(boxes.get(k), k);
        }
        List<List<Integer>> inside = boxes.stream()
                .map(box -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int i = 0; i < marks.size(); i++) {
            Frame frame = marks.get(i).block().frame();
            while (frame.outer() != frame && !cards.containsKey(frame)) {
                frame = frame.outer();
            }
            Integer card = cards.get(frame);
            if (card != null) {
                inside.get(card).add(i);
            }
        }
        Optional<List<List<Integer>>> wider = new LinesBetween(marks, lines).given(inside);
        return new PostCards(IntStream.range(0, titles.size())
                .mapToObj(k -> {
                    List<Mark> card =
                            wider.orElse(inside).get(k).stream().map(marks::get).toList();
                    Frame box = card.stream().map(mark -> mark.block().frame()).reduce(boxes.get(k), Frame::around);
                    return new Card(titles.get(k), box, card);
                })
                .toList());
    }

    /**
     * A post begins at its title; or above it with as many lines about it as stand above every title and so above the
     * first, if a day is among them. What is more than that is the foot of the post before.
     */
    private static List<Card> oneAfterTheOther(List<Mark> marks, List<Begin> posts, HeaderLine lines) {
        int lead = posts.stream()
                .mapToInt(post -> linesAbove(marks, post.first(), lines))
                .min()
                .orElse(0);
        boolean dated = posts.stream()
                .allMatch(post -> marks.subList(post.first() - lead, post.title()).stream()
                        .anyMatch(mark -> lines.date(mark.block())
                                .filter(read -> read.date().hasDay())
                                .isPresent()));
        List<Integer> from = posts.stream()
                .map(post -> dated ? post.first() - lead : post.first())
                .toList();
        return IntStream.range(0, posts.size())
                .mapToObj(k -> new Card(
                        posts.get(k).title(),
                        Frame.PAGE,
                        marks.subList(from.get(k), k + 1 < from.size() ? from.get(k + 1) : marks.size())))
                .toList();
    }

    private static int linesAbove(List<Mark> marks, int title, HeaderLine lines) {
        int first = title;
        while (first > 0
                && (DatedTitles.isName(marks.get(first - 1)) || DatedTitles.isAbout(marks.get(first - 1), lines))) {
            first--;
        }
        return title - first;
    }

    /** Whether each title has a box with more in it than the title. */
    private boolean areBoxes(List<Mark> page) {
        return cards.stream().allMatch(card -> {
            Mark title = card.titleMark(page);
            return card.box() != title.block().frame()
                    && card.marks().stream().anyMatch(mark -> mark != title && mark.is(Kind.TEXT, Kind.CITATION));
        });
    }

    /** Whether most of these are captions or the like: in their boxes stand headings above them that are as large. */
    private boolean areBelowHeadings(List<Mark> page, HeaderLine lines) {
        long below = cards.stream()
                .filter(card -> {
                    Mark title = card.titleMark(page);
                    int level = title.block().level();
                    return card.marks().stream()
                            .takeWhile(mark -> mark != title)
                            .filter(above -> CardTitles.mayBe(above, lines))
                            .map(Mark::block)
                            .anyMatch(above -> above.level() > 0 && (level == 0 || above.level() < level));
                })
                .count();
        return 2 * below > cards.size();
    }

    /** How many of the parts look like posts. */
    private long posts() {
        return cards.stream()
                .map(Card::marks)
                .filter(inside -> hasText(inside)
                        && inside.stream()
                                .anyMatch(mark -> mark.is(Kind.CITATION, Kind.IMPLICATIONS, Kind.DATELINE, Kind.MONTH)
                                        || (mark.block().level() > 0
                                                && mark.block().linked())))
                .count();
    }

    private boolean allCite() {
        return cards.stream().map(Card::marks).allMatch(inside -> {
            long labels =
                    inside.stream().filter(mark -> mark.is(Kind.IMPLICATIONS)).count();
            return labels <= 1 && hasText(inside) && inside.stream().anyMatch(mark -> mark.is(Kind.CITATION));
        });
    }

    /** Whether most parts cite something or say what follows for practice. */
    private boolean mostTell() {
        long telling = cards.stream()
                .filter(card -> card.marks().stream().anyMatch(mark -> mark.is(Kind.CITATION, Kind.IMPLICATIONS)))
                .count();
        return 2 * telling > cards.size();
    }

    /** Whether something is told; an excerpt may end with the words of a link. */
    private static boolean hasText(List<Mark> marks) {
        return marks.stream()
                .anyMatch(mark -> mark.is(Kind.TEXT, Kind.CITATION)
                        && mark.block().level() == 0
                        && (mark.block().endsSentence() || mark.block().isProse()));
    }

    /** Whether most parts cite a study, comments and what else stands around posts left out. */
    boolean mostCite() {
        long citing = cards.stream()
                .filter(card -> card.marks().stream()
                        .anyMatch(mark -> mark.is(Kind.CITATION)
                                && !PostExtent.isFurnitureByName(mark.block().frame())))
                .count();
        return citing > 1 && citing * 2 > cards.size();
    }
}
