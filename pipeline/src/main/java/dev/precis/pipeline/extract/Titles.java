package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Texts;
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
    private static final int LONGEST_TITLE = 260;
    private static final int LONGEST_PLAIN_TITLE = 150;
    private static final int LONG_TEXT = 180;

    private final List<Mark> marks;
    private final boolean[] titles;
    private final Set<String> bodyStyles;

    private Titles(List<Mark> marks) {
        this.marks = marks;
        this.titles = new boolean[marks.size()];
        this.bodyStyles = bodyStyles(marks);
    }

    /** The same marks, those of titles changed to {@link Kind#TITLE}. */
    static List<Mark> find(List<Mark> marks) {
        Titles finder = new Titles(marks);
        finder.beforeCitations();
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

    /** Styles of running text: of what follows a label or a citation, and of whatever is too long for a title. */
    private static Set<String> bodyStyles(List<Mark> marks) {
        Set<String> styles = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            boolean announced = i > 0
                    && (marks.get(i - 1).is(Kind.IMPLICATIONS)
                            || (marks.get(i - 1).is(Kind.CITATION) && block.isProse()));
            if (marks.get(i).is(Kind.TEXT) && (announced || block.length() > LONGEST_TITLE)) {
                styles.add(block.style());
            }
        }
        return styles;
    }

    private void beforeCitations() {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).is(Kind.CITATION)) {
                int title = titleBefore(i);
                if (title >= 0) {
                    titles[title] = true;
                }
            }
        }
    }

    /** Index of the title of the post that the citation at {@code citation} belongs to, or -1. */
    private int titleBefore(int citation) {
        boolean passedPreamble = false;
        for (int i = citation - 1; i >= 0; i--) {
            Mark mark = marks.get(i);
            if (mark.is(Kind.DATELINE, Kind.TOPICS, Kind.NOISE, Kind.BOILERPLATE)) {
                continue;
            }
            if (!mark.is(Kind.TEXT)) {
                return -1;
            }
            if (isTitleLike(i) && !(passedPreamble && !stands(i))) {
                return isOnlyTextAfterLabel(i) && !stands(i) ? -1 : i;
            }
            if (passedPreamble || !mark.block().isProse()) {
                return -1;
            }
            passedPreamble = true; // one paragraph may stand between title and citation
        }
        return -1;
    }

    /** Whether the block stands out from running text. */
    private boolean stands(int i) {
        Block block = marks.get(i).block();
        return block.level() > 0 || block.strong() || !bodyStyles.contains(block.style());
    }

    private boolean isTitleLike(int i) {
        Block block = marks.get(i).block();
        if (block.length() > LONGEST_TITLE || (block.item() && !block.strong() && block.level() == 0)) {
            return false;
        }
        return block.level() > 0 || block.strong() || block.length() <= LONGEST_PLAIN_TITLE || !isBodyStyle(block);
    }

    private boolean isBodyStyle(Block block) {
        return bodyStyles.contains(block.style());
    }

    /** Whether the block is the first text after an implications label: then it is what the label announces. */
    private boolean isOnlyTextAfterLabel(int i) {
        return i > 0 && marks.get(i - 1).is(Kind.IMPLICATIONS);
    }

    private Set<String> styles() {
        Set<String> learned = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            if (titles[i] && !isBodyStyle(marks.get(i).block())) {
                learned.add(marks.get(i).block().style());
            }
        }
        return learned;
    }

    private void byStyle(Set<String> learned) {
        int certain = firstCertain();
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            if (marks.get(i).is(Kind.TEXT)
                    && learned.contains(block.style())
                    && block.length() <= LONGEST_TITLE
                    && !isOnlyTextAfterLabel(i)
                    && leadsToText(i)
                    && (i > certain || leadsToLabel(i, learned))) {
                titles[i] = true;
            }
        }
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
                    || (mark.is(Kind.TEXT) && learned.contains(mark.block().style()))) {
                return false;
            }
        }
        return false;
    }

    /** Whether something that a post consists of follows before the next label or heading. */
    private boolean leadsToText(int i) {
        for (int next = i + 1; next < marks.size(); next++) {
            Mark mark = marks.get(next);
            if (mark.is(Kind.CITATION, Kind.IMPLICATIONS)) {
                return true;
            }
            if (mark.is(Kind.MONTH, Kind.BLURB)) {
                return false;
            }
            if (mark.is(Kind.TEXT)) {
                return mark.block().isProse() || (sameTitle(i, next) && leadsToText(next));
            }
        }
        return false;
    }

    private boolean sameTitle(int one, int other) {
        return Texts.key(marks.get(one).block().text())
                .equals(Texts.key(marks.get(other).block().text()));
    }

    /**
     * Titles that neither a citation nor their look betrays: right after a month heading, and between the implications
     * of one post and the text of the next, a short block before a long one.
     */
    private void byPosition() {
        boolean afterMonth = false;
        int textsAfterLabel = -1;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            if (titles[i] || mark.is(Kind.CITATION)) {
                afterMonth = false;
                textsAfterLabel = -1;
            } else if (mark.is(Kind.MONTH)) {
                afterMonth = true;
                textsAfterLabel = -1;
            } else if (mark.is(Kind.IMPLICATIONS)) {
                textsAfterLabel = 0;
            } else if (mark.is(Kind.TEXT)) {
                boolean place = afterMonth || textsAfterLabel > 0;
                if (place && isShortBeforeLong(i)) {
                    titles[i] = true;
                    textsAfterLabel = -1;
                } else if (textsAfterLabel >= 0) {
                    textsAfterLabel++;
                }
                afterMonth = false;
            }
        }
    }

    private boolean isShortBeforeLong(int i) {
        Block block = marks.get(i).block();
        int next = i + 1;
        while (next < marks.size() && marks.get(next).is(Kind.DATELINE, Kind.TOPICS, Kind.NOISE, Kind.BOILERPLATE)) {
            next++;
        }
        if (next == marks.size()
                || block.length() > LONGEST_PLAIN_TITLE
                || block.item()
                || (".;,:".indexOf(block.text().charAt(block.length() - 1)) >= 0 && !block.strong())) {
            return false;
        }
        Mark after = marks.get(next);
        return after.is(Kind.CITATION)
                || (after.is(Kind.TEXT)
                        && (after.block().length() >= LONG_TEXT
                                || (sameTitle(i, next) && next + 1 < marks.size() && isShortBeforeLong(next))));
    }
}
