package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * Titles that stand beside lines with a day, all below them or all above: on a page without boxes that is what tells
 * the titles of posts from the headings in them, and to which post a day belongs.
 */
final class DatedTitles {
    private static final int LONGEST = 300;

    private final List<Mark> marks;
    private final HeaderLine lines;

    private DatedTitles(List<Mark> marks, HeaderLine lines) {
        this.marks = marks;
        this.lines = lines;
    }

    /**
     * Where a post begins.
     *
     * @param title index of its title
     * @param first index of its title or of a day above it
     */
    record Begin(int title, int first) {}

    /** The titles below every day, and those above, where there are such; those that look like titles first. */
    static List<List<Begin>> find(List<Mark> marks, HeaderLine lines) {
        DatedTitles finder = new DatedTitles(marks, lines);
        List<Integer> days = finder.days();
        return Stream.<IntUnaryOperator>of(i -> i + 1, i -> i - 1)
                .flatMap(step -> Stream.of(true, false).flatMap(set -> finder.beside(days, step, set).stream()))
                .sorted(Comparator.comparing((List<Begin> posts) ->
                                isName(marks.get(posts.getFirst().title())))
                        .thenComparing(posts ->
                                !isSet(marks.get(posts.getFirst().title()).block())))
                .toList();
    }

    private static boolean isSet(Block block) {
        return block.level() > 0 || block.strong() || block.linked();
    }

    private List<Integer> days() {
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (isDay(i) && !PostExtent.isFurnitureByName(marks.get(i).block().frame())) {
                days.add(i);
            }
        }
        return days;
    }

    private boolean isDay(int i) {
        Block block = marks.get(i).block();
        return marks.get(i).is(Kind.DATELINE, Kind.MONTH, Kind.TEXT)
                && lines.date(block).filter(read -> read.date().hasDay()).isPresent()
                && lines.isAll(block, "");
    }

    /** A title for each day, if there is one for all and they look alike. */
    private Optional<List<Begin>> beside(List<Integer> days, IntUnaryOperator step, boolean set) {
        List<Begin> posts = new ArrayList<>();
        for (int day : days) {
            int title = title(day, step, set);
            if (title < 0) {
                return Optional.empty();
            }
            if (posts.isEmpty() || posts.getLast().title() != title) {
                posts.add(new Begin(title, Math.min(title, day)));
            }
        }
        List<Integer> titles = posts.stream().map(Begin::title).toList();
        long looks = titles.stream()
                .map(title -> marks.get(title).block())
                .map(title -> title.style() + title.level())
                .distinct()
                .count();
        return Optional.of(posts).filter(found -> looks == 1 && CardTitles.differ(marks, titles));
    }

    /**
     * The first short line that is not about the post; a name, if there is nothing but names.
     *
     * @param set whether only a line counts that is set as titles are: topics may stand between
     */
    private int title(int day, IntUnaryOperator step, boolean set) {
        int name = -1;
        for (int i = step.applyAsInt(day); i >= 0 && i < marks.size(); i = step.applyAsInt(i)) {
            if (isName(marks.get(i))) {
                name = i;
            } else if (!isAbout(i)
                    && (!isShort(marks.get(i)) || !set || isSet(marks.get(i).block()))) {
                return isShort(marks.get(i)) ? i : name;
            }
        }
        return name;
    }

    private boolean isAbout(int i) {
        return isAbout(marks.get(i), lines);
    }

    /** Whether a line is about a post, or passed over: a day, who wrote it, topics, how long it takes to read. */
    static boolean isAbout(Mark mark, HeaderLine lines) {
        return mark.is(Kind.DATELINE, Kind.MONTH, Kind.TOPICS, Kind.NOISE)
                || (mark.is(Kind.TEXT)
                        && (lines.isAll(mark.block(), "")
                                || !mark.block().meaning().tags().isEmpty()));
    }

    /** Whether a line may be the name of an author, as far as its look tells. */
    static boolean isName(Mark mark) {
        return mark.is(Kind.TEXT)
                && mark.block().level() == 0
                && !mark.block().strong()
                && HeaderLine.isName(mark.block().text());
    }

    private static boolean isShort(Mark mark) {
        Block block = mark.block();
        return mark.is(Kind.TEXT)
                && block.length() <= LONGEST
                && (!block.isProse() || block.level() > 0 || block.strong())
                && (!block.item() || block.level() > 0 || block.strong())
                && !SectionWords.isName(block.text());
    }
}
