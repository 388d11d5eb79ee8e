package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Words;
import java.util.Locale;

/**
 * The methods that a sentence names by which a p is not that of the numbers beside it.
 *
 * @param sphericity whether the degrees of freedom that the p is of may be fewer than the printed ones
 */
record Methods(boolean corrected, boolean other, boolean sphericity) {
    private static final String[] CORRECTIONS = {
        "bonferroni",
        "holm",
        "corrected",
        "correction",
        "tukey",
        "scheff",
        "idak",
        "fdr",
        "hochberg",
        "adjusted p",
        "adjustment for multiple",
        "familywise",
        "multiplicity"
    };

    /** Tests of another kind than that of the interval, and of another hypothesis than no effect. */
    private static final String[] OTHERS = {
        "fisher", "exact", "likelihood-ratio", "likelihood ratio", "lr test", "lrt", "log-rank", "logrank",
        "permutation", "bootstrap", "for trend", "tost", "equivalence", "equivalent", "non-inferior", "noninferior",
        "margin", "mantel", "score test", "mcnemar", "interaction", "difference between", "robust", "\u03C72",
        "\u03C7\u00B2", "chi-square"
    };

    static Methods of(String sentence) {
        String small = sentence.toLowerCase(Locale.ROOT);
        return new Methods(
                Words.holdOneOf(small, CORRECTIONS),
                Words.holdOneOf(small, OTHERS),
                Words.holdOneOf(small, "greenhouse", "geisser", "huynh", "feldt", "sphericity"));
    }
}
