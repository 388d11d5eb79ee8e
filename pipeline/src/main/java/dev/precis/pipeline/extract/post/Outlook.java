package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.block.Frame;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
import dev.precis.pipeline.extract.words.SectionWords.Section;
import java.util.List;
import java.util.Optional;

/** What a line announces by its words and by what comes below it: a heading alone does not tell. */
record Outlook(List<Mark> marks, Frame whole, SectionWords words) {
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_HEADING = 150;
    /** How many lines may stand between the label of a citation and the citation. */
    private static final int NEAR = 3;

    /** Whether a line is set or worded as a heading. */
    boolean isHeading(Block block, int i) {
        if (block.level() > 0
                || (block.strong()
                        && !block.linked()
                        && !block.isCell()
                        && block.length() <= LONGEST_HEADING
                        && !block.text().endsWith("."))) {
            return true;
        }
        Optional<Section> section = words.of(block.text());
        return !block.item()
                && section.isPresent()
                && (section.get().mayHaveStudy()
                        ? leadsToWork(i)
                        : !block.isCell() && block.text().endsWith(":"));
    }

    /** "Related reading: ...", "Funding: ...": a line of what is no part of the text. */
    boolean isAsideLine(Block block) {
        int colon = block.text().indexOf(':');
        return colon > 0
                && colon <= LONGEST_LABEL
                && !block.item()
                && words.of(block.text().substring(0, colon))
                        .filter(section -> section == Section.BACKGROUND || (section.endsText() && !block.isProse()))
                        .isPresent()
                && colon + 1 < block.length();
    }

    /** "Primary paper: Roe, J. (2020) ...": the line without its label. */
    Optional<Block> labelled(Block block) {
        int colon = block.text().indexOf(':');
        if (colon < 0 || colon > LONGEST_LABEL) {
            return Optional.empty();
        }
        Optional<Section> section = words.of(block.text().substring(0, colon));
        if (section.filter(Section::mayHaveStudy).isEmpty() || colon + 2 >= block.length()) {
            return Optional.empty();
        }
        Block rest = block.from(colon + 1);
        return Optional.of(rest).filter(work -> CitedWorks.looksLikeOne(work.text()) || CitedWorks.isWork(work.text()));
    }

    /** Whether a citation comes right below. */
    boolean leadsToWork(int i) {
        for (int next = i + 1; next < Math.min(marks.size(), i + 1 + NEAR); next++) {
            Mark mark = marks.get(next);
            if (mark.is(Kind.CITATION)
                    || (mark.is(Kind.TEXT)
                            && mark.block().level() == 0
                            && CitedWorks.isWork(mark.block().text())
                            && CitedWorks.looksLikeOne(mark.block().text()))) {
                return true;
            }
            if (mark.is(Kind.TEXT) && mark.block().level() == 0) {
                return !mark.block().isProse() && CitedWorks.isWork(mark.block().text());
            }
        }
        return false;
    }

    /** Whether a list of links comes right below. */
    boolean headsLinks(int i) {
        int next = i + 1;
        while (next < marks.size() && marks.get(next).is(Kind.NOISE)) {
            next++;
        }
        return next < marks.size()
                && marks.get(next).is(Kind.TEXT)
                && marks.get(next).block().linked();
    }

    /** Whether a label of implications comes further below. */
    boolean leadsToAdvice(int i) {
        for (int next = i + 1; next < marks.size(); next++) {
            if (marks.get(next).is(Kind.IMPLICATIONS)
                    && whole.contains(marks.get(next).block().frame())) {
                return true;
            }
        }
        return false;
    }
}
