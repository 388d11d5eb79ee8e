package dev.precis.sparql.query;

/**
 * A type of statistic, as the vocabulary describes it. Whatever it does not say is empty.
 *
 * @param label such as {@code Hedges' g}
 * @param symbol such as {@code g}
 * @param nullValue the value that means no effect
 * @param scale such as {@code logarithmic}
 * @param dimensionless whether values of different studies may stand on one axis
 */
public record Statistic(
        String iri, String label, String symbol, String nullValue, String scale, boolean dimensionless) {
    /** The last part of its name, such as {@code hedges-g}. */
    public String key() {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    public boolean isLogarithmic() {
        return scale.equals("logarithmic");
    }
}
