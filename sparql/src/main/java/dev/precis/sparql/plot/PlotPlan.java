package dev.precis.sparql.plot;

import dev.precis.sparql.plot.Fit.Standing;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which plots of comparable numbers those of many summaries make, and which effects are in none: counted from the
 * little that is kept of all of them, so that only those numbers are read which are shown.
 */
public final class PlotPlan {
    /** So many plots have room on a page. */
    private static final int MOST = 20;
    /** So many rows make a plot at least: one has nothing to be compared with. */
    private static final int FEWEST = 2;
    /** So many effects that are in no plot have room on a page. */
    private static final int ROWS = 40;

    private final Map<Kind, Planned> kinds = new LinkedHashMap<>();
    private final List<Place> unfit = new ArrayList<>();
    private final Set<Statistic> statistics = new HashSet<>();
    private int added;
    private int unfitTotal;

    /** Where a number stands in the order in which they are shown. */
    private record Place(int order, String summary) {}

    /** How many numbers there are of a kind, and which summaries report the first of them. */
    private static final class Planned {
        private final Place first;
        private final Set<String> summaries = new LinkedHashSet<>();
        private int total;

        private Planned(Place first) {
            this.first = first;
        }

        private void add(String summary) {
            if (total < ForestPlot.MOST) {
                summaries.add(summary);
            }
            total++;
        }

        private boolean isPlot() {
            return total >= FEWEST;
        }
    }

    /** One more number; they come in the order in which they are shown. */
    public void add(Fit fit, String summary) {
        statistics.add(fit.statistic());
        Place place = new Place(added++, summary);
        if (fit.isComparable()) {
            kinds.computeIfAbsent(Kind.of(fit, summary), kind -> new Planned(place))
                    .add(summary);
        } else if (fit.statistic().isEffect()) {
            unfitTotal++;
            if (unfit.size() < ROWS) {
                unfit.add(place);
            }
        }
    }

    /** The summaries whose numbers are shown. */
    public Set<String> summaries() {
        Set<String> summaries = new LinkedHashSet<>();
        chosen().forEach(kind -> summaries.addAll(kind.getValue().summaries));
        Stream.concat(unfit.stream(), alone().map(planned -> planned.first))
                .sorted(Comparator.comparing(Place::order))
                .limit(ROWS)
                .forEach(place -> summaries.add(place.summary()));
        return summaries;
    }

    /**
     * The plots, those with the most first.
     *
     * @param figures of the summaries to be shown, in the order in which they are shown
     */
    public List<ForestPlot> draw(List<Figure> figures) {
        Map<String, List<Figure>> heterogeneity = Heterogeneity.of(figures);
        Map<Kind, List<Figure>> byKind = new HashMap<>();
        for (Figure figure : figures) {
            byKind.computeIfAbsent(kind(Fit.of(figure), figure), kind -> new ArrayList<>())
                    .add(figure);
        }
        List<ForestPlot> plots = new ArrayList<>();
        for (Map.Entry<Kind, Planned> kind : chosen()) {
            List<Figure> drawn = byKind.getOrDefault(kind.getKey(), List.of());
            if (!drawn.isEmpty()) {
                plots.add(ForestPlot.plot(kind.getKey(), drawn, kind.getValue().total, heterogeneity));
            }
        }
        return plots;
    }

    /**
     * The first effects that are in no plot, each with the reason.
     *
     * @param figures of the summaries to be shown, in the order in which they are shown
     */
    public List<Unplotted> unplotted(List<Figure> figures) {
        Map<String, List<Figure>> heterogeneity = Heterogeneity.of(figures);
        return figures.stream()
                .filter(figure -> statistics.contains(figure.statistic())
                        && figure.statistic().isEffect())
                .map(figure -> new Unplotted(
                        figure, heterogeneity.getOrDefault(figure.estimate().iri(), List.of()), standing(figure)))
                .filter(effect -> effect.why() != Standing.COMPARABLE)
                .limit(ROWS)
                .toList();
    }

    /** How many plots there is no room for. */
    public int more() {
        return (int) Math.max(0, kinds.values().stream().filter(Planned::isPlot).count() - MOST);
    }

    /** How many effects that are in no plot there is no room for. */
    public int moreUnplotted() {
        return (int) Math.max(0, unfitTotal + alone().count() - ROWS);
    }

    private Stream<Planned> alone() {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getKey().statistic().isEffect())
                .map(Map.Entry::getValue)
                .filter(planned -> !planned.isPlot());
    }

    private Standing standing(Figure figure) {
        Fit fit = Fit.of(figure);
        Planned planned = kinds.get(kind(fit, figure)); // none of what fits in no plot
        return planned != null && !planned.isPlot() ? Standing.ALONE : fit.standing();
    }

    private static Kind kind(Fit fit, Figure figure) {
        return Kind.of(fit, figure.item().iri());
    }

    private List<Map.Entry<Kind, Planned>> chosen() {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().isPlot())
                .sorted(Comparator.comparing((Map.Entry<Kind, Planned> kind) -> -kind.getValue().total)
                        .thenComparing(kind -> kind.getKey().statistic().label())
                        .thenComparing(kind -> kind.getKey().outcome()))
                .limit(MOST)
                .toList();
    }
}
