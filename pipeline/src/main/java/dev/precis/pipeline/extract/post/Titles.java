package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
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

    private final Neighbours page;
    private final boolean[] titles;
    private final TitleLook look;

    private Titles(List<Mark> marks) {
        this.page = new Neighbours(marks);
        this.titles = new boolean[marks.size()];
        this.look = new TitleLook(marks);
    }

    /** The same marks, those of titles changed to {@link Kind#TITLE}. */
    static List<Mark> find(List<Mark> marks) {
        Titles finder = new Titles(marks);
        finder.beforeCitations();
        finder.beforeLabels();
        finder.byStyle(finder.styles());
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
        for (int i = 0; i < titles.length; i++) {
            boolean begins = page.is(i, Kind.CITATION) && !CitedWorks.isNote(page.block(i)) && !isClosing(i);
            int title = begins ? titleBefore(i) : -1;
            if (title >= 0) {
                titles[firstPrinted(title)] = true;
            }
        }
    }

    /** Whether a citation stands below the text of its post: nothing but the next post follows. */
    private boolean isClosing(int citation) {
        int below = page.below(citation);
        int above = page.above(citation);
        while (page.is(above, Kind.TEXT) && !isHeading(above)) {
            above = page.above(above);
        }
        return page.is(above, Kind.IMPLICATIONS)
                && (below == titles.length || page.is(below, Kind.MONTH, Kind.AFTER_POST) || isHeading(below));
    }

    /** Index of the title of the post that the citation at {@code citation} belongs to, or -1. */
    private int titleBefore(int citation) {
        boolean passedPreamble = false;
        for (int i = page.above(citation); page.is(i, Kind.TEXT); i = page.above(i)) {
            Block block = page.block(i);
            boolean stands = look.standsOut(block);
            if (look.isPossible(block) && !(passedPreamble && !stands) && !isPreamble(i)) {
                return page.isAnnounced(i) && !stands ? -1 : i;
            }
            if (passedPreamble || !block.isProse()) {
                return -1;
            }
            passedPreamble = !isPreamble(i); // one paragraph may stand between title and citation
        }
        return -1;
    }

    /** Whether a paragraph short enough for a title stands under something that is more of a title. */
    private boolean isPreamble(int i) {
        int title = page.above(i);
        return page.is(title, Kind.TEXT)
                && look.isParagraph(page.block(i), isHeading(title))
                && !page.isAnnounced(i)
                && !page.isAnnounced(title)
                && look.isPossible(page.block(title))
                && look.isPlainLine(page.block(title))
                && !page.block(title).text().endsWith(".");
    }

    private boolean isHeading(int i) {
        return page.is(i, Kind.TEXT)
                && (page.block(i).level() > 0 || look.isBold(page.block(i)))
                && look.isPossible(page.block(i));
    }

    /** Where a title that is printed twice stands first. */
    private int firstPrinted(int title) {
        int above = page.above(title);
        return page.sayTheSame(above, title) ? above : title;
    }

    /** A post without a citation: its title is what stands out above its text. */
    private void beforeLabels() {
        int title = -1;
        for (int i = 0; i < titles.length; i++) {
            if (page.is(i, Kind.TEXT) && !titles[i]) {
                title = isHeading(i) && !page.isAnnounced(i) ? i : title;
            } else if (titles[i] || !page.is(i, Neighbours.BETWEEN)) {
                if (page.is(i, Kind.IMPLICATIONS) && title >= 0) {
                    titles[firstPrinted(title)] = true;
                }
                title = -1;
            }
        }
    }

    private Set<String> styles() {
        Set<String> learned = new HashSet<>();
        for (int i = 0; i < titles.length; i++) {
            if (titles[i] && !look.isRunningText(page.block(i))) {
                learned.add(page.block(i).style());
            }
        }
        return learned;
    }

    private void byStyle(Set<String> learned) {
        int certain = firstCertain();
        boolean afterPost = false;
        for (int i = 0; i < titles.length; i++) {
            if (titles[i] || page.is(i, Kind.MONTH, Kind.AFTER_POST)) {
                afterPost = page.is(i, Kind.AFTER_POST);
            } else if (isLike(i, learned)
                    && page.block(i).length() <= TitleLook.LONGEST
                    && !page.isAnnounced(i)
                    && !isRepeated(i)
                    && leadsToText(i)
                    && ((i > certain && !afterPost) || leadsToLabel(i, learned))) {
                titles[i] = true;
                afterPost = false;
            }
        }
    }

    private boolean isLike(int i, Set<String> learned) {
        return page.is(i, Kind.TEXT)
                && learned.contains(page.block(i).style())
                && page.block(i).meaning().tags().isEmpty()
                && !SectionWords.isName(page.block(i).text());
    }

    /** Whether the block repeats the title right above it. */
    private boolean isRepeated(int i) {
        int above = page.above(i);
        return above >= 0 && titles[above] && page.sayTheSame(above, i);
    }

    /** Where posts surely have begun: the first month heading or title above a citation. */
    private int firstCertain() {
        int i = 0;
        while (i < titles.length && !titles[i] && !page.is(i, Kind.MONTH)) {
            i++;
        }
        return i;
    }

    /**
     * Whether implications follow before the next block that looks like a title: what comes early may be "About us".
     */
    private boolean leadsToLabel(int i, Set<String> learned) {
        int next = page.belowRepetition(i);
        while (next < titles.length && !page.is(next, Kind.IMPLICATIONS, Kind.MONTH) && !isLike(next, learned)) {
            next++;
        }
        return page.is(next, Kind.IMPLICATIONS);
    }

    /** Whether something that a post consists of comes right below. */
    private boolean leadsToText(int i) {
        int next = page.belowRepetition(i);
        return page.is(next, Kind.CITATION, Kind.IMPLICATIONS)
                || (page.is(next, Kind.TEXT) && page.block(next).isProse());
    }

    /**
     * Titles that neither a citation nor their look betrays: right after a month heading, between the implications of
     * one post and the text of the next, or capitalised as titles are; a short block before a long one.
     */
    private void byPosition() {
        boolean afterMonth = false;
        boolean inPost = false;
        int textsAfterLabel = -1;
        for (int i = 0; i < titles.length; i++) {
            boolean text = page.is(i, Kind.TEXT) && !titles[i];
            boolean place = afterMonth
                    || textsAfterLabel > 0
                    || (inPost && textsAfterLabel < 0 && text && TitleLook.isCapitalised(page.block(i)));
            if (text && place && !isRepeated(i) && isShortBeforeLong(i)) {
                titles[i] = true;
                text = false;
            }
            if (text) {
                textsAfterLabel += textsAfterLabel >= 0 ? 1 : 0;
                afterMonth = false;
            } else if (titles[i] || !page.is(i, Neighbours.BETWEEN)) {
                afterMonth = page.is(i, Kind.MONTH);
                textsAfterLabel = page.is(i, Kind.IMPLICATIONS) ? 0 : -1;
                inPost = titles[i] || page.is(i, Kind.CITATION, Kind.IMPLICATIONS);
            }
        }
    }

    private boolean isShortBeforeLong(int i) {
        int next = page.belowRepetition(i);
        return look.isPlainLine(page.block(i))
                && look.isPossible(page.block(i))
                && (page.is(next, Kind.CITATION)
                        || (page.is(next, Kind.TEXT) && page.block(next).length() >= LONG_TEXT));
    }
}
