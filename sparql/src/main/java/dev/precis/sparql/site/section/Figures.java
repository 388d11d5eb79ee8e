package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Plots;
import dev.precis.sparql.plot.Fit;
import dev.precis.sparql.plot.PlotPlan;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Edition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What lists count and choose by of the published numbers of all summaries, kept from version to version; the numbers
 * themselves are read where they are shown.
 */
final class Figures {
    private static final Map<String, Function<Figure, String>> COLUMNS = columns();

    private final Map<String, Statistic> statistics;
    private final Map<String, List<Mark>> bySummary;
    // what many numbers have alike is kept once
    private final Map<Mark, Mark> marks = new HashMap<>();

    private Figures(Catalogue catalogue, Map<String, List<Mark>> kept) {
        this.statistics = catalogue.statistics();
        this.bySummary = new HashMap<>(kept);
    }

    /**
     * A number as it is kept.
     *
     * @param bounded whether an interval is told
     */
    record Mark(Fit fit, boolean result, boolean bounded) {
        Statistic statistic() {
            return fit.statistic();
        }
    }

    /** Found once, then only of summaries that changed. */
    static Figures of(Edition edition, Catalogue catalogue) {
        return edition.once(
                Figures.class,
                () -> new Figures(catalogue, Map.of()).read(catalogue.reporting(), catalogue),
                (before, changed) -> new Figures(catalogue, before.bySummary).read(changed, catalogue));
    }

    private Figures read(Set<String> summaries, Catalogue catalogue) {
        for (String summary : summaries) {
            List<Mark> found = catalogue.numbers(summary).stream()
                    .map(number -> mark(number, catalogue))
                    .toList();
            if (found.isEmpty()) {
                bySummary.remove(summary);
            } else {
                bySummary.put(summary, found);
            }
        }
        return this;
    }

    private Mark mark(Number number, Catalogue catalogue) {
        Statistic statistic = Optional.ofNullable(statistics.get(number.statistic()))
                .orElseGet(() -> catalogue.statistic(number.statistic()));
        Mark mark = new Mark(
                Fit.of(number, statistic), number.isResult(), !number.ciLower().isEmpty());
        return marks.computeIfAbsent(mark, one -> one);
    }

    /** What is kept of the numbers of a summary, as printed. */
    List<Mark> of(Card card) {
        return bySummary.getOrDefault(card.item().iri(), List.of());
    }

    /** Those of the summaries that have a number of that kind, in their order. */
    List<Card> having(List<Card> cards, Predicate<Mark> wanted) {
        return cards.stream().filter(card -> of(card).stream().anyMatch(wanted)).toList();
    }

    /**
     * The plots of the numbers of these summaries that are of the wanted statistics, and the effects that are in none,
     * of what is read of the few that are shown.
     */
    Plots plots(List<Card> cards, Predicate<Statistic> wanted, Catalogue catalogue) {
        PlotPlan plan = new PlotPlan();
        for (Card card : cards) {
            for (Mark mark : of(card)) {
                if (wanted.test(mark.statistic())) {
                    plan.add(mark.fit(), card.item().iri());
                }
            }
        }
        Set<String> shown = plan.summaries();
        List<Item> items = cards.stream()
                .map(Card::item)
                .filter(item -> shown.contains(item.iri()))
                .toList();
        return Plots.of(plan, catalogue.figures(items));
    }

    /** The numbers of these summaries as a table, each with all that is known of it. */
    static Content.Rows rows(List<Item> items, Catalogue catalogue) {
        return new Content.Rows(
                List.copyOf(COLUMNS.keySet()),
                row -> catalogue.eachFigure(items, figure -> row.accept(cells(figure))),
                items.size());
    }

    /** The same of a few that are chosen. */
    static Content.Rows rows(Supplier<List<Figure>> few) {
        return new Content.Rows(
                List.copyOf(COLUMNS.keySet()), row -> few.get().forEach(figure -> row.accept(cells(figure))), 1);
    }

    private static List<String> cells(Figure figure) {
        return COLUMNS.values().stream().map(column -> column.apply(figure)).toList();
    }

    private static Map<String, Function<Figure, String>> columns() {
        Map<String, Function<Figure, String>> columns = new LinkedHashMap<>();
        columns.put("summary", figure -> figure.item().iri());
        columns.put("title", figure -> figure.item().title());
        columns.put("date", figure -> figure.item().date().text());
        columns.put("study", figure -> figure.study().name());
        columns.put("work", figure -> figure.study().iri());
        columns.put("doi", figure -> figure.study().doi());
        columns.put("finding", Figure::finding);
        columns.put("sentence", Figure::text);
        columns.put("role", Figure::role);
        columns.put("predictor", figure -> figure.contrast().predictor());
        columns.put("comparator", figure -> figure.contrast().comparator());
        columns.put("outcome", figure -> figure.contrast().outcome());
        columns.put("timepoint", figure -> figure.contrast().timepoint());
        columns.put("subgroup", figure -> figure.contrast().subgroup());
        columns.put("statistic", figure -> figure.statistic().iri());
        columns.put("statistic_label", figure -> figure.statistic().label());
        columns.put("symbol", figure -> figure.statistic().symbol());
        put(columns, "estimate", Estimate::iri);
        put(columns, "relation", Estimate::relation);
        put(columns, "value", Estimate::value);
        put(columns, "upper_value", Estimate::upperValue);
        put(columns, "unit", Estimate::unit);
        put(columns, "ci_level", Estimate::ciLevel);
        put(columns, "ci_lower", Estimate::ciLower);
        put(columns, "ci_upper", Estimate::ciUpper);
        put(columns, "standard_error", Estimate::standardError);
        put(columns, "standard_deviation", Estimate::standardDeviation);
        put(columns, "df", Estimate::df);
        put(columns, "df2", Estimate::df2);
        put(columns, "p_relation", Estimate::pRelation);
        put(columns, "p_value", Estimate::pValue);
        putSample(columns, "n_relation", Sample::relation);
        putSample(columns, "n", Sample::size);
        putSample(columns, "studies", Sample::studies);
        columns.put("no_effect", figure -> figure.statistic().nullValue());
        put(columns, "as_printed", Estimate::asPrinted);
        columns.put("flags", figure -> figure.flags().stream().map(Flag::label).collect(Collectors.joining("; ")));
        return columns;
    }

    private static void put(
            Map<String, Function<Figure, String>> columns, String name, Function<Estimate, String> value) {
        columns.put(name, figure -> value.apply(figure.estimate()));
    }

    private static void putSample(
            Map<String, Function<Figure, String>> columns, String name, Function<Sample, String> value) {
        columns.put(name, figure -> value.apply(figure.sample()));
    }
}
