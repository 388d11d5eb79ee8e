package dev.precis.sparql.page;

import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.plot.PlotPlan;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.List;
import java.util.Set;

/**
 * The plots on a page.
 *
 * @param more how many there is no room for
 */
public record Plots(List<ForestPlot> shown, int more) {
    /** A page without any. */
    public static final Plots NONE = new Plots(List.of(), 0);

    public Plots {
        shown = List.copyOf(shown);
    }

    /** Whether a number can be drawn. */
    public static boolean isDrawn(Number number, Statistic statistic) {
        return PlotPlan.isDrawn(number, statistic);
    }

    /** What the plots are to be, before any number is read. */
    public static final class Plan {
        private final PlotPlan plan = new PlotPlan();

        /** One more number that can be drawn; they come in the order in which they are shown. */
        public void add(Statistic statistic, String unit, String summary) {
            plan.add(statistic, unit, summary);
        }

        /** The summaries whose numbers are drawn. */
        public Set<String> summaries() {
            return plan.summaries();
        }

        /** @param figures of these summaries, in the order in which they are shown */
        public Plots draw(List<Figure> figures) {
            return new Plots(plan.draw(figures), plan.more());
        }
    }
}
