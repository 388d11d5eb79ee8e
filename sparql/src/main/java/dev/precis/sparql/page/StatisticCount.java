package dev.precis.sparql.page;

import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;

/**
 * How often a type of statistic occurs.
 *
 * @param page what is published of it
 * @param intervals how many of the results can be plotted
 */
public record StatisticCount(Named page, Statistic statistic, int estimates, int results, int intervals) {}
