package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tells the months that head posts from those that stand under a title, and from the links of an archive. */
final class MonthLines {
    private static final int LONG_TEXT = 180;

    /** Where lines with nothing but a day stand, seen from the posts that they belong to. */
    enum Days {
        ABOVE,
        BELOW,
        UNTOLD
    }

    private final List<Mark> marks;

    private MonthLines(List<Mark> marks) {
        this.marks = marks;
    }

    /** The same marks; a month under a title is a {@link Kind#DATELINE}, one in a list of months is passed over. */
    static List<Mark> sort(List<Mark> marks) {
        MonthLines lines = new MonthLines(marks);
        long headed = lines.count(false);
        boolean under = lines.count(true) > headed;
        List<Mark> result = new ArrayList<>(marks);
        for (int i = 0; i < marks.size(); i++) {
            if (lines.isArchiveLink(i)) {
                result.set(i, marks.get(i).as(Kind.NOISE));
            } else if (under && lines.isUnderTitle(i)) {
                result.set(i, marks.get(i).as(Kind.DATELINE));
            }
        }
        return result;
    }

    /** Above posts, if one stands above the first; below, if one stands below the last and none above the first. */
    static Days days(List<Mark> marks, int firstTitle, int lastTitle, MonthHeading months) {
        int[] found = IntStream.range(0, marks.size())
                .filter(i -> marks.get(i).is(Kind.MONTH)
                        && months.heading(marks.get(i).block().text())
                                .filter(PublicationDate::hasDay)
                                .isPresent())
                .toArray();
        if (found.length == 0 || found[0] < firstTitle) {
            return Days.ABOVE;
        }
        return found[found.length - 1] > lastTitle ? Days.BELOW : Days.UNTOLD;
    }

    private long count(boolean underTitle) {
        long count = 0;
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).is(Kind.MONTH) && !isArchiveLink(i) && isUnderTitle(i) == underTitle) {
                count++;
            }
        }
        return count;
    }

    private boolean isArchiveLink(int i) {
        Mark mark = marks.get(i);
        return mark.is(Kind.MONTH)
                && mark.block().linked()
                && mark.block().level() == 0
                && (mark.block().item() || isMonth(i - 1) || isMonth(i + 1));
    }

    private boolean isMonth(int i) {
        return i >= 0 && i < marks.size() && marks.get(i).is(Kind.MONTH);
    }

    /** Whether a short line comes before the month, and a citation or running text after it. */
    private boolean isUnderTitle(int i) {
        if (!marks.get(i).is(Kind.MONTH)) {
            return false;
        }
        int above = i - 1;
        while (above >= 0 && marks.get(above).is(Kind.DATELINE, Kind.TOPICS, Kind.NOISE)) {
            above--;
        }
        int below = i + 1;
        while (below < marks.size() && marks.get(below).is(Kind.DATELINE, Kind.TOPICS, Kind.NOISE, Kind.BOILERPLATE)) {
            below++;
        }
        return above >= 0
                && below < marks.size()
                && marks.get(above).is(Kind.TEXT)
                && isShort(marks.get(above).block())
                && (marks.get(below).is(Kind.CITATION)
                        || marks.get(below).block().length() >= LONG_TEXT);
    }

    private static boolean isShort(Block block) {
        return !block.isProse() || (block.length() <= LONG_TEXT && block.text().endsWith("?"));
    }
}
