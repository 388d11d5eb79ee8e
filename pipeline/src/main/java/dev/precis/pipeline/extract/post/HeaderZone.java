package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines between the title of a post and its text, and those right above the title: where pages print the day and
 * who wrote the post, the name often with nothing that calls it one.
 */
final class HeaderZone {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
    /** Shorter words may be particles of names or initials. */
    private static final int SHORTEST_WORD = 4;

    private final List<Mark> marks;
    private final HeaderLine lines;
    private final int from;
    private final int to;
    private final boolean dated;

    /** @param title index of the title; -1 where it stands elsewhere */
    HeaderZone(List<Mark> marks, int title, HeaderLine lines) {
        this.marks = marks;
        this.lines = lines;
        int first = Math.max(0, title);
        while (first > 0 && isLine(first - 1)) {
            first--;
        }
        int end = title + 1;
        while (end < marks.size() && (isTitle(title, end) || !begins(marks.get(end)))) {
            end++;
        }
        this.from = first;
        this.to = end;
        this.dated = IntStream.range(from, to).anyMatch(i -> i != title && isDay(i));
    }

    private boolean isLine(int i) {
        return marks.get(i).is(Kind.DATELINE, Kind.MONTH, Kind.TOPICS)
                || HeaderLine.isReadingTime(marks.get(i).block().text())
                || (marks.get(i).is(Kind.TEXT) && (lines.isAll(marks.get(i).block(), "") || isNameOnly(i)));
    }

    /** Whether a heading is the title once more. */
    private boolean isTitle(int title, int i) {
        return title >= 0
                && TitleLook.isSame(marks.get(title).block(), marks.get(i).block());
    }

    /** Whether a post itself has begun. */
    private static boolean begins(Mark mark) {
        return mark.is(Kind.CITATION, Kind.IMPLICATIONS)
                || (mark.is(Kind.TEXT)
                        && (mark.block().isProse() || mark.block().level() > 0));
    }

    private boolean isDay(int i) {
        return marks.get(i).is(Kind.DATELINE, Kind.MONTH, Kind.TEXT)
                && lines.date(marks.get(i).block()).isPresent()
                && lines.isAll(marks.get(i).block(), "");
    }

    private boolean isNameOnly(int i) {
        Block block = marks.get(i).block();
        return marks.get(i).is(Kind.TEXT)
                && block.level() == 0
                && block.meaning().tags().isEmpty()
                && HeaderLine.isName(block.text())
                && !lines.isBlog(block.text());
    }

    /**
     * Whether a line is the name of the author: one beside a day; or, where no day is printed, the only line that looks
     * like a name, if the text uses none of its words as a common one.
     */
    boolean isAuthor(int i) {
        return i >= from
                && i < to
                && isNameOnly(i)
                && (dated
                        || (IntStream.range(from, to).filter(this::isNameOnly).count() == 1
                                && isProper(marks.get(i).block().text())));
    }

    private boolean isProper(String name) {
        Set<String> common = new HashSet<>();
        boolean prose = false;
        for (Mark mark : marks) {
            if (mark.is(Kind.TEXT) && mark.block().isProse()) {
                prose = true;
                common.addAll(List.of(NO_LETTERS.split(mark.block().text())));
            }
        }
        return prose
                && NO_LETTERS
                        .splitAsStream(name)
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .noneMatch(word -> common.contains(word.toLowerCase(Locale.ROOT)));
    }
}
