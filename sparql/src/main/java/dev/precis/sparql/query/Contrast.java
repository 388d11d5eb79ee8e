package dev.precis.sparql.query;

/**
 * What a finding compares, in words of the summary; empty where it does not say.
 *
 * @param predictor the predictor or intervention
 * @param comparator what it is compared with
 * @param outcome what was measured
 */
public record Contrast(String predictor, String comparator, String outcome) {}
