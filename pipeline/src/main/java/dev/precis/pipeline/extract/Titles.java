package dev.precis.pipeline.extract;

import dev.precis.pipeline.extract.Mark.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the titles of posts. Pages mark titles in a hundred ways, but each page in one or two: so what stands before a
 * citation teaches what titles look like here, and then the posts without a citation are found by that look.
 */
final class Titles {
    private static final int LONG_TEXT = 180;
    /** What may stand between the parts of one post. */
    private static final Kind[] BETWEEN = {Kind.DATELINE, Kind.TOPICS, Kind.NOISE, Kind.BOILERPLATE};

    private final List<Mark> marks;
    private final boolean[] titles;
    private final TitleLook look;

    private Titles(List<Mark> marks) {
        this.marks = marks;
        this.titles = new boolean[marks.size()];
        this.look = new TitleLook(marks);
    }

    /** The same marks, those of titles changed to {@link Kind#TITLE}. */
    static List<Mark> find(List<Mark> marks) {
        Titles finder = new Titles(marks);
        finder.beforeCitations();
        finder.beforeLabels();
        Set<String> learned = finder.styles();
        finder.byStyle(learned);
        finder.byPosition();
        List<Mark> result = new ArrayList<>(marks);
        for (int i = 0; i < marks.size(); i++) {
            if (finder.titles[i]) {
                result.set(i, marks.get(i).as(Kind.TITLE));
            }
        }
        return result;
    }

    private void beforeCitations() {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).is(Kind.CITATION)) {
                int title = titleBefore(i);
                if (title >= 0) {
                    titles[firstPrinted(title)] = true;
                }
            }
        }
    }

    /** Index of the title of the post that the citation at {@code citation} belongs to, or -1. */
    private int titleBefore(int citation) {
        boolean passedPreamble = false;
        for (int i = above(citation); i >= 0; i = above(i)) {
            Block block = marks.get(i).block();
            if (!marks.get(i).is(Kind.TEXT)) {
                return -1;
            }
            boolean stands = look.standsOut(block);
            if (look.isPossible(block) && !(passedPreamble && !stands) && !isPreamble(i)) {
                return isAnnounced(i) && !stands ? -1 : i;
            }
            if (passedPreamble || !block.isProse()) {
                return -1;
            }
            passedPreamble = !isPreamble(i); // one paragraph may stand between title and citation
        }
        return -1;
    }

    /** A post without a citation: its title is what stands out above its text. */
    private void beforeLabels() {
        for (int i = 0; i < marks.size(); i++) {
            int title = marks.get(i).is(Kind.IMPLICATIONS) ? above(i) : -1;
            while (title >= 0 && marks.get(title).is(Kind.TEXT) && !isHeading(title) && !isAnnounced(title)) {
                title = above(title);
            }
            if (title >= 0 && isHeading(title) && !isAnnounced(title)) {
                titles[firstPrinted(title)] = true;
            }
        }
    }

    private boolean isHeading(int i) {
        Block block = marks.get(i).block();
        return marks.get(i).is(Kind.TEXT) && (block.level() > 0 || block.strong()) && look.isPossible(block);
    }

    /** Whether a paragraph short enough for a title stands under something that is more of a title. */
    private boolean isPreamble(int i) {
        int title = above(i);
        return look.isParagraph(marks.get(i).block())
                && title >= 0
                && marks.get(title).is(Kind.TEXT)
                && !isAnnounced(i)
                && !isAnnounced(title)
                && look.isPossible(marks.get(title).block())
                && look.isPlainLine(marks.get(title).block())
                && !marks.get(title).block().text().endsWith(".");
    }

    /** Where a title that is printed twice stands first. */
    private int firstPrinted(int title) {
        int other = above(title);
        return other >= 0
                        && marks.get(other).is(Kind.TEXT)
                        && TitleLook.isSame(
                                marks.get(other).block(), marks.get(title).block())
                ? other
                : title;
    }

    private int above(int i) {
        int above = i - 1;
        while (above >= 0 && marks.get(above).is(BETWEEN)) {
            above--;
        }
        return above;
    }

    private int below(int i) {
        int below = i + 1;
        while (below < marks.size() && marks.get(below).is(BETWEEN)) {
            below++;
        }
        return below;
    }

    /** Whether the block is the first text after an implications label: then it is what the label announces. */
    private boolean isAnnounced(int i) {
        return i > 0 && marks.get(i - 1).is(Kind.IMPLICATIONS);
    }

    private Set<String> styles() {
        Set<String> learned = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            if (titles[i] && !look.isRunningText(block)) {
                learned.add(block.style());
            }
        }
        return learned;
    }

    private void byStyle(Set<String> learned) {
        int certain = firstCertain();
        boolean afterPost = false;
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            if (titles[i] || marks.get(i).is(Kind.MONTH, Kind.AFTER_POST)) {
                afterPost = marks.get(i).is(Kind.AFTER_POST);
            } else if (marks.get(i).is(Kind.TEXT)
                    && learned.contains(block.style())
                    && block.length() <= TitleLook.LONGEST
                    && !isAnnounced(i)
                    && !isRepeated(i)
                    && leadsToText(i)
                    && ((i > certain && !afterPost) || leadsToLabel(i, learned))) {
                titles[i] = true;
                afterPost = false;
            }
        }
    }

    /** Whether the block repeats the title right above it. */
    private boolean isRepeated(int i) {
        int above = above(i);
        return above >= 0
                && titles[above]
                && TitleLook.isSame(marks.get(above).block(), marks.get(i).block());
    }

    /** Where posts surely have begun: the first month heading or title above a citation. */
    private int firstCertain() {
        int i = 0;
        while (i < marks.size() && !titles[i] && !marks.get(i).is(Kind.MONTH)) {
            i++;
        }
        return i;
    }

    /**
     * Whether implications follow before the next block that looks like a title: what comes early may be "About us".
     */
    private boolean leadsToLabel(int i, Set<String> learned) {
        for (int next = i + 1; next < marks.size(); next++) {
            Mark mark = marks.get(next);
            if (mark.is(Kind.IMPLICATIONS)) {
                return true;
            }
            if (mark.is(Kind.MONTH)
                    || (mark.is(Kind.TEXT) && learned.contains(mark.block().style()) && !sameTitle(i, next))) {
                return false;
            }
        }
        return false;
    }

    /** Whether something that a post consists of follows before the next label or heading. */
    private boolean leadsToText(int i) {
        int next = below(i);
        if (next < marks.size() && marks.get(next).is(Kind.TEXT) && sameTitle(i, next)) {
            next = below(next);
        }
        return next < marks.size()
                && (marks.get(next).is(Kind.CITATION, Kind.IMPLICATIONS)
                        || (marks.get(next).is(Kind.TEXT)
                                && marks.get(next).block().isProse()));
    }

    private boolean sameTitle(int one, int other) {
        return TitleLook.isSame(marks.get(one).block(), marks.get(other).block());
    }

    /**
     * Titles that neither a citation nor their look betrays: right after a month heading, between the implications of
     * one post and the text of the next, or capitalised as titles are; a short block before a long one.
     */
    private void byPosition() {
        boolean afterMonth = false;
        boolean inPost = false;
        int textsAfterLabel = -1;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            boolean text = mark.is(Kind.TEXT) && !titles[i];
            boolean place = afterMonth
                    || textsAfterLabel > 0
                    || (inPost && textsAfterLabel < 0 && text && TitleLook.isCapitalised(mark.block()));
            if (text && place && !isRepeated(i) && isShortBeforeLong(i)) {
                titles[i] = true;
                text = false;
            }
            if (text) {
                textsAfterLabel += textsAfterLabel >= 0 ? 1 : 0;
                afterMonth = false;
            } else if (!mark.is(BETWEEN)) {
                afterMonth = mark.is(Kind.MONTH);
                textsAfterLabel = mark.is(Kind.IMPLICATIONS) ? 0 : -1;
                inPost = titles[i] || mark.is(Kind.CITATION, Kind.IMPLICATIONS);
            }
        }
    }

    private boolean isShortBeforeLong(int i) {
        int next = below(i);
        if (next < marks.size() && marks.get(next).is(Kind.TEXT) && sameTitle(i, next)) {
            next = below(next);
        }
        return next < marks.size()
                && look.isPlainLine(marks.get(i).block())
                && (marks.get(next).is(Kind.CITATION)
                        || (marks.get(next).is(Kind.TEXT)
                                && marks.get(next).block().length() >= LONG_TEXT));
    }
}
