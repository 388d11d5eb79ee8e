package dev.precis.sparql.plot;

import dev.precis.sparql.plot.ForestPlot.Kind;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which plots the numbers of many summaries make: counted from the little that is kept of all of them, so that only
 * those numbers are read which are drawn.
 */
public final class PlotPlan {
    /** So many plots have room on a page. */
    private static final int MOST = 20;

    private final Map<Kind, Planned> kinds = new LinkedHashMap<>();

    /** How many numbers there are of a kind, and which summaries report the first of them. */
    private static final class Planned {
        private final Set<String> summaries = new LinkedHashSet<>();
        private int total;

        void add(String summary) {
            if (total < ForestPlot.MOST) {
                summaries.add(summary);
            }
            total++;
        }
    }

    /** Whether a number can be drawn. */
    public static boolean isDrawn(Number number, Statistic statistic) {
        return number.isResult()
                && Interval.of(number.value(), number.ciLower(), number.ciUpper(), statistic.isLogarithmic())
                        .isPresent();
    }

    /** One more number that can be drawn; they come in the order in which they are shown. */
    public void add(Statistic statistic, String unit, String summary) {
        kinds.computeIfAbsent(Kind.of(statistic, unit, summary), kind -> new Planned())
                .add(summary);
    }

    /** The summaries whose numbers are drawn. */
    public Set<String> summaries() {
        Set<String> summaries = new LinkedHashSet<>();
        chosen().forEach(kind -> summaries.addAll(kind.getValue().summaries));
        return summaries;
    }

    /**
     * The plots, those with the most first.
     *
     * @param figures of the summaries to be drawn, in the order in which they are shown
     */
    public List<ForestPlot> draw(List<Figure> figures) {
        Map<Kind, List<Figure>> byKind = ForestPlot.kinds(figures);
        List<ForestPlot> plots = new ArrayList<>();
        for (Map.Entry<Kind, Planned> kind : chosen()) {
            List<Figure> drawn = byKind.getOrDefault(kind.getKey(), List.of());
            if (!drawn.isEmpty()) {
                plots.add(ForestPlot.plot(kind.getKey(), drawn, kind.getValue().total));
            }
        }
        return plots;
    }

    /** How many plots there is no room for. */
    public int more() {
        return Math.max(0, kinds.size() - MOST);
    }

    private List<Map.Entry<Kind, Planned>> chosen() {
        return kinds.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Kind, Planned> kind) -> -kind.getValue().total)
                        .thenComparing(kind -> kind.getKey().statistic().label()))
                .limit(MOST)
                .toList();
    }
}
