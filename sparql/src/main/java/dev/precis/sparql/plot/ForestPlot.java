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
import java.util.stream.Stream;

/**
 * Estimates of one kind with their intervals, below each other on one axis (Lewis and Clarke, BMJ 2001;322:1479).
 *
 * @param statistic that all of them are of
 * @param unit that all are in; empty where none is said
 * @param study the only one that they may be from; empty where any study's may stand beside each other
 * @param comparable whether all have one outcome and one kind of comparator
 * @param more how many older ones there is no room for
 */
public record ForestPlot(
        Statistic statistic, String unit, String study, boolean comparable, List<Row> rows, int more, Axis axis) {
    /** So many estimates have room in one plot. */
    static final int MOST = 40;

    public ForestPlot {
        rows = List.copyOf(rows);
    }

    /**
     * One estimate; places are those on the axis.
     *
     * @param name the study, and a count where another row would look the same
     * @param detail the outcome, when and in whom it was measured; empty if nothing is said
     * @param heterogeneity what is told of the studies behind it
     * @param from where its interval begins
     * @param to where its interval ends
     * @param opensLeft whether the interval begins left of the axis
     * @param opensRight whether the interval ends right of the axis
     * @param onAxis whether the estimate itself is on the axis
     * @param weight from 0 to 1 by the size of the sample; less than 0 if that is not known
     */
    public record Row(
            String name,
            String detail,
            Figure figure,
            List<Figure> heterogeneity,
            double from,
            double at,
            double to,
            boolean opensLeft,
            boolean opensRight,
            boolean onAxis,
            double weight) {
        public Row {
            heterogeneity = List.copyOf(heterogeneity);
        }

        /** Study and outcome, unlike those of any other row of the plot. */
        public String label() {
            return ForestPlot.label(name, detail);
        }

        public boolean isWeighted() {
            return weight >= 0;
        }
    }

    /**
     * The plots of all results of one summary that have an interval, those with the most first; an estimate is in one
     * of them, whatever its outcome.
     */
    public static List<ForestPlot> of(List<Figure> figures) {
        Map<String, List<Figure>> heterogeneity = Heterogeneity.of(figures);
        Map<Kind, List<Figure>> kinds = figures.stream()
                .filter(Figure::isResult)
                .filter(figure -> interval(figure).isPresent())
                .collect(Collectors.groupingBy(Kind::ofAxis, LinkedHashMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind ->
                        plot(kind.getKey(), kind.getValue(), kind.getValue().size(), heterogeneity))
                .sorted(Comparator.comparing((ForestPlot plot) -> -plot.rows().size() - plot.more())
                        .thenComparing(plot -> plot.statistic().label()))
                .toList();
    }

    private static Optional<Interval> interval(Figure figure) {
        return Interval.of(figure.estimate(), figure.statistic().isLogarithmic());
    }

    /**
     * A plot of a kind.
     *
     * @param all of that kind, or at least as many as there is room for
     * @param total how many there are
     * @param heterogeneity by the name of the estimate that it is of
     */
    static ForestPlot plot(Kind kind, List<Figure> all, int total, Map<String, List<Figure>> heterogeneity) {
        List<Figure> figures = all.subList(0, Math.min(MOST, all.size()));
        List<Interval> intervals =
                figures.stream().flatMap(figure -> interval(figure).stream()).toList();
        Statistic statistic = kind.statistic();
        Axis axis = Axis.of(intervals, noEffect(statistic), statistic.isLogarithmic());
        double largest = figures.stream().mapToDouble(ForestPlot::size).max().orElse(0);
        List<String> names = names(figures);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Interval interval = intervals.get(i);
            double size = size(figures.get(i));
            rows.add(new Row(
                    names.get(i),
                    detail(figures.get(i)),
                    figures.get(i),
                    heterogeneity.getOrDefault(figures.get(i).estimate().iri(), List.of()),
                    axis.place(interval.lower()),
                    axis.place(interval.value()),
                    axis.place(interval.upper()),
                    axis.isBefore(interval.lower()),
                    axis.isBehind(interval.upper()),
                    !axis.isBefore(interval.value()) && !axis.isBehind(interval.value()),
                    size > 0 ? Math.sqrt(size / largest) : -1));
        }
        String study = kind.summary().isEmpty() ? "" : figures.getFirst().name();
        boolean comparable = !kind.outcome().isEmpty();
        return new ForestPlot(statistic, kind.unit(), study, comparable, rows, total - figures.size(), axis);
    }

    /** The value that means no effect, if it can be drawn. */
    private static OptionalDouble noEffect(Statistic statistic) {
        OptionalDouble none = Interval.number(statistic.nullValue());
        return statistic.isLogarithmic() && none.orElse(1) <= 0 ? OptionalDouble.empty() : none;
    }

    private static double size(Figure figure) {
        return Interval.number(figure.sample().size()).orElse(0);
    }

    /** The studies; those of rows that would look the same are counted. */
    private static List<String> names(List<Figure> figures) {
        List<String> labels = figures.stream()
                .map(figure -> label(figure.name(), detail(figure)))
                .toList();
        Map<String, Long> times =
                labels.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Integer> counted = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            String name = figures.get(i).name();
            names.add(
                    times.getOrDefault(label, 0L) == 1
                            ? name
                            : name + " (" + counted.merge(label, 1, Integer::sum) + ")");
        }
        return names;
    }

    static String label(String name, String detail) {
        return detail.isEmpty() ? name : name + ": " + detail;
    }

    /** The outcome, when and in whom it was measured. */
    static String detail(Figure figure) {
        return Stream.of(
                        figure.contrast().outcome(),
                        figure.contrast().timepoint(),
                        figure.contrast().subgroup())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The place of no effect, if the statistic has such a value. */
    public OptionalDouble noEffect() {
        OptionalDouble none = noEffect(statistic);
        return none.isEmpty() ? none : OptionalDouble.of(axis.place(none.getAsDouble()));
    }

    /**
     * Which of the two the right side of no effect favours, {@code predictor} or {@code comparator}: if words say so of
     * every row, and never otherwise. No sign alone tells what is good.
     */
    public Optional<String> rightFavours() {
        if (!comparable || noEffect().isEmpty()) {
            return Optional.empty();
        }
        double none = noEffect().getAsDouble();
        Set<String> said = rows.stream().map(row -> rightFavours(row, none)).collect(Collectors.toSet());
        return said.size() == 1 ? said.stream().filter(side -> !side.isEmpty()).findFirst() : Optional.empty();
    }

    private static String rightFavours(Row row, double none) {
        String favoured = row.figure().contrast().favours();
        if (favoured.isEmpty() || !row.onAxis() || row.at() == none) {
            return "";
        }
        return (row.at() > none) == favoured.equals("predictor") ? "predictor" : "comparator";
    }

    /** Whether of some row is told how many studies are behind it. */
    public boolean hasStudies() {
        return rows.stream().anyMatch(row -> !row.figure().sample().studies().isEmpty());
    }

    /** Whether of some row is told how much the studies behind it differ. */
    public boolean hasHeterogeneity() {
        return rows.stream().anyMatch(row -> !row.heterogeneity().isEmpty());
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
