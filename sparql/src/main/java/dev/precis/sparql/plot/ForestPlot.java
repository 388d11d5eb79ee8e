package dev.precis.sparql.plot;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Estimates of one kind with their intervals, below each other on one axis (Lewis and Clarke, BMJ 2001;322:1479).
 *
 * @param statistic that all of them are of
 * @param unit that all are in; empty where none is said
 * @param study the only one that they may be from; empty where any study's may stand beside each other
 * @param more how many older ones there is no room for
 */
public record ForestPlot(Statistic statistic, String unit, String study, List<Row> rows, int more, Axis axis) {
    /** So many estimates have room in one plot. */
    static final int MOST = 40;

    public ForestPlot {
        rows = List.copyOf(rows);
    }

    /**
     * One estimate; places are those on the axis.
     *
     * @param label what to call it, unlike any other of the plot
     * @param from where its interval begins
     * @param to where its interval ends
     * @param opensLeft whether the interval begins left of the axis
     * @param opensRight whether the interval ends right of the axis
     * @param onAxis whether the estimate itself is on the axis
     * @param weight from 0 to 1 by the size of the sample; less than 0 if that is not known
     */
    public record Row(
            String label,
            Figure figure,
            double from,
            double at,
            double to,
            boolean opensLeft,
            boolean opensRight,
            boolean onAxis,
            double weight) {
        public boolean isWeighted() {
            return weight >= 0;
        }
    }

    /**
     * What may stand on one axis: one statistic in one unit; of one study only, if its values mean nothing outside it.
     */
    record Kind(Statistic statistic, String unit, String summary) {
        static Kind of(Statistic statistic, String unit, String summary) {
            return new Kind(statistic, unit, statistic.dimensionless() ? "" : summary);
        }

        private static Kind of(Figure figure) {
            return of(
                    figure.statistic(), figure.estimate().unit(), figure.item().iri());
        }
    }

    /** The plots of all results that have an interval, those with the most first; an estimate is in one of them. */
    public static List<ForestPlot> of(List<Figure> figures) {
        return kinds(figures).entrySet().stream()
                .map(kind ->
                        plot(kind.getKey(), kind.getValue(), kind.getValue().size()))
                .sorted(Comparator.comparing((ForestPlot plot) -> -plot.rows().size() - plot.more())
                        .thenComparing(plot -> plot.statistic().label()))
                .toList();
    }

    /** All results that have an interval, by what may stand on one axis. */
    static Map<Kind, List<Figure>> kinds(List<Figure> figures) {
        return figures.stream()
                .filter(Figure::isResult)
                .filter(figure -> interval(figure).isPresent())
                .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
    }

    private static Optional<Interval> interval(Figure figure) {
        return Interval.of(figure.estimate(), figure.statistic().isLogarithmic());
    }

    /**
     * A plot of a kind.
     *
     * @param all of that kind, or at least as many as there is room for
     * @param total how many there are
     */
    static ForestPlot plot(Kind kind, List<Figure> all, int total) {
        List<Figure> figures = all.subList(0, Math.min(MOST, all.size()));
        List<Interval> intervals =
                figures.stream().flatMap(figure -> interval(figure).stream()).toList();
        Statistic statistic = kind.statistic();
        Axis axis = Axis.of(intervals, noEffect(statistic), statistic.isLogarithmic());
        double largest = figures.stream().mapToDouble(ForestPlot::size).max().orElse(0);
        List<String> labels = labels(figures);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Interval interval = intervals.get(i);
            double size = size(figures.get(i));
            rows.add(new Row(
                    labels.get(i),
                    figures.get(i),
                    axis.place(interval.lower()),
                    axis.place(interval.value()),
                    axis.place(interval.upper()),
                    axis.isBefore(interval.lower()),
                    axis.isBehind(interval.upper()),
                    !axis.isBefore(interval.value()) && !axis.isBehind(interval.value()),
                    size > 0 ? Math.sqrt(size / largest) : -1));
        }
        String study = kind.summary().isEmpty() ? "" : figures.getFirst().name();
        return new ForestPlot(statistic, kind.unit(), study, rows, total - figures.size(), axis);
    }

    /** The value that means no effect, if it can be drawn. */
    private static OptionalDouble noEffect(Statistic statistic) {
        OptionalDouble none = Interval.number(statistic.nullValue());
        return statistic.isLogarithmic() && none.orElse(1) <= 0 ? OptionalDouble.empty() : none;
    }

    private static double size(Figure figure) {
        return Interval.number(figure.sample().size()).orElse(0);
    }

    /** Study and outcome; what would still look the same is counted. */
    private static List<String> labels(List<Figure> figures) {
        List<String> names = figures.stream().map(ForestPlot::label).toList();
        Map<String, Long> times =
                names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Integer> counted = new HashMap<>();
        return names.stream()
                .map(name -> times.getOrDefault(name, 0L) == 1
                        ? name
                        : name + " (" + counted.merge(name, 1, Integer::sum) + ")")
                .toList();
    }

    private static String label(Figure figure) {
        String outcome = figure.contrast().outcome();
        return outcome.isEmpty() ? figure.name() : figure.name() + ": " + outcome;
    }

    /** The place of no effect, if the statistic has such a value. */
    public OptionalDouble noEffect() {
        OptionalDouble none = noEffect(statistic);
        return none.isEmpty() ? none : OptionalDouble.of(axis.place(none.getAsDouble()));
    }

    /** Whether the squares tell the sizes of samples. */
    public boolean isWeighted() {
        return rows.stream().anyMatch(Row::isWeighted);
    }

    /** The kinds of the intervals, as {@link Estimate#intervalType()} tells them. */
    public Set<String> intervalTypes() {
        return rows.stream()
                .map(row -> row.figure().estimate().intervalType())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The level of all intervals, such as {@code 0.95}; empty if they differ or do not say. */
    public String level() {
        List<String> levels = rows.stream()
                .map(row -> row.figure().estimate().ciLevel())
                .distinct()
                .toList();
        return levels.size() == 1 ? levels.getFirst() : "";
    }
}
