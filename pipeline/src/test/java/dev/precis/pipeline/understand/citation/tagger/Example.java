package dev.precis.pipeline.understand.citation.tagger;

import java.util.SplittableRandom;

/**
 * A generated citation.
 *
 * @param text with the labels of its words
 * @param whole whether nothing was cut off
 */
public record Example(LabelledText text, boolean whole) {
    private static final int SPOILT_PERCENT = 22;
    private static final int CUT_PERCENT = 8;

    /** Print is better than what teaches most: few lines that are printed have a slip, fewer lost their end. */
    private static final int SPOILT_IN_PRINT_PERCENT = 9;

    private static final int CUT_IN_PRINT_PERCENT = 4;

    /** Example number {@code index} of endlessly many: the same each time. */
    static Example forTraining(int index) {
        return make(new SplittableRandom(0x5EED_0001L + 7919L * index), false);
    }

    /** The same of styles and names that training did not see. */
    public static Example forCalibration(int index) {
        return make(new SplittableRandom(0x5EED_0002L + 104_729L * index), true);
    }

    private static Example make(SplittableRandom random, boolean keptBack) {
        Work work = WorkMaker.make(random, new WordLists(random, keptBack));
        LabelledText text = Style.any(work.kind(), random, keptBack).print(work, random);
        Typing.spoil(text, random, keptBack ? SPOILT_IN_PRINT_PERCENT : SPOILT_PERCENT);
        int cutPercent = keptBack ? CUT_IN_PRINT_PERCENT : CUT_PERCENT;
        boolean cut = random.nextInt(100) < cutPercent && Typing.cut(text, random);
        return new Example(text, !cut);
    }

    /** The printed line. */
    public String line() {
        return text.toString();
    }

    /** What each of its words is part of. */
    public Tagging truth() {
        return text.tagging();
    }
}
