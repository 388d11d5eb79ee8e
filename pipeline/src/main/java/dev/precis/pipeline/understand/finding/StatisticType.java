package dev.precis.pipeline.understand.finding;

import java.net.URI;
import java.util.Set;

/**
 * A concept of {@code statistics.ttl} as the grammar needs it.
 *
 * @param isReliability whether it says how well a scale or raters agree: of no treatment and no outcome
 */
record StatisticType(URI iri, String notation, String form, boolean isReliability) {
    private static final Set<String> SPREAD = Set.of("mean", "median");

    boolean is(String wanted) {
        return notation.equals(wanted);
    }

    /** An effect, a test statistic, a coefficient: what an interval and a p can belong to. */
    boolean isInferential() {
        return (form.equals("estimate") || form.equals("test")) && !isCentre() && !is("cost");
    }

    boolean isTest() {
        return form.equals("test");
    }

    /** A mean or median: names itself by a word and has a unit. */
    boolean isCentre() {
        return SPREAD.contains(notation);
    }

    boolean isSize() {
        return is("n") || is("k");
    }
}
