package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.extract.block.Block;
import dev.precis.pipeline.extract.post.Mark.Kind;
import dev.precis.pipeline.extract.words.SectionWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could be a title on a page, going by look and length alone. */
final class TitleLook {
    static final int LONGEST = 260;
    private static final int LONGEST_PLAIN = 150;
    /** A paragraph before a citation is longer than a title that ends with a full stop usually is. */
    private static final int SHORT_PARAGRAPH = 100;

    private static final Pattern LONG_WORD = Pattern.compile("[\\p{L}\\p{M}'’]{4,}+");

    private final Set<String> bodyStyles = new HashSet<>();
    /** Whether running text is bold here: a tag that nobody closed, and nothing stands out by it. */
    private final boolean boldText;

    /** @param marks of the page, from which the looks of running text are learned */
    TitleLook(List<Mark> marks) {
        this.boldText = isMostlyBold(marks);
        // of what follows a label or a citation, and of whatever is too long for a title
        for (int i = 0; i < marks.size(); i++) {
            Block block = marks.get(i).block();
            boolean announced = i > 0
                    && (marks.get(i - 1).is(Kind.IMPLICATIONS)
                            || (marks.get(i - 1).is(Kind.CITATION) && block.isProse()));
            if (marks.get(i).is(Kind.TEXT) && (announced || block.length() > LONGEST)) {
                bodyStyles.add(block.style());
            }
        }
    }

    private static boolean isMostlyBold(List<Mark> marks) {
        List<Block> texts = marks.stream()
                .dropWhile(mark -> !mark.is(Kind.CITATION, Kind.IMPLICATIONS))
                .filter(mark -> mark.is(Kind.TEXT))
                .map(Mark::block)
                .filter(block -> block.level() == 0 && block.length() >= SHORT_PARAGRAPH && block.endsSentence())
                .toList();
        return 2 * texts.stream().filter(Block::strong).count() > texts.size();
    }

    /** Whether it is set in bold, and running text is not. */
    boolean isBold(Block block) {
        return block.strong() && (block.level() > 0 || !boldText);
    }

    boolean isRunningText(Block block) {
        return bodyStyles.contains(block.style());
    }

    boolean standsOut(Block block) {
        return block.level() > 0 || isBold(block) || !isRunningText(block);
    }

    boolean isPossible(Block block) {
        if (SectionWords.isName(block.text())
                || !block.meaning().tags().isEmpty()
                || block.length() > LONGEST
                || (block.item() && !block.strong() && block.level() == 0)
                || CitedWorks.isNote(block)) {
            return false;
        }
        return block.level() > 0
                || isBold(block)
                || !isRunningText(block)
                || block.length() <= LONGEST_PLAIN
                || isOneQuestion(block.text());
    }

    /** Whether it looks like running text only as much as a short line may that nothing marks. */
    boolean isPlainLine(Block block) {
        return block.length() <= LONGEST_PLAIN
                && (!block.item() || block.strong())
                && (".;,:".indexOf(block.text().charAt(block.length() - 1)) < 0 || isBold(block));
    }

    /** Whether it is a paragraph rather than a title; the shorter, the more it takes a heading above to tell. */
    boolean isParagraph(Block block, boolean underHeading) {
        return !standsOut(block)
                && block.text().endsWith(".")
                && (block.length() >= SHORT_PARAGRAPH || (underHeading && block.isProse()));
    }

    private static boolean isOneQuestion(String text) {
        return !text.endsWith(".") && !text.contains(". ");
    }

    /** Whether its long words begin with capitals, as they do in English titles and never in sentences. */
    static boolean isCapitalised(Block block) {
        int words = 0;
        int capitals = 0;
        Matcher word = LONG_WORD.matcher(block.text());
        while (word.find()) {
            words++;
            capitals += Character.isUpperCase(block.text().charAt(word.start())) ? 1 : 0;
        }
        return words >= 2 && capitals * 5 >= words * 4;
    }

    static boolean isSame(Block one, Block other) {
        return Math.max(one.length(), other.length()) <= LONGEST
                && Texts.key(one.text()).equals(Texts.key(other.text()))
                && (one.leadsTo().isEmpty()
                        || other.leadsTo().isEmpty()
                        || one.leadsTo().equals(other.leadsTo()));
    }
}
