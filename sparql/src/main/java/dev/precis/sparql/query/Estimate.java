package dev.precis.sparql.query;

/**
 * A number as published, with what belongs to it. Whatever is not known is empty.
 *
 * @param statistic its type in words, such as {@code Hedges' g}
 * @param symbol the type's symbol, such as {@code g}
 */
public record Estimate(
        String iri,
        String statistic,
        String symbol,
        String value,
        String upperValue,
        String relation,
        String unit,
        String ciLower,
        String ciUpper,
        String ciLevel,
        String standardError,
        String standardDeviation,
        String df,
        String df2,
        String pValue,
        String pRelation,
        String size,
        String studies,
        String asPrinted,
        String confidence) {}
