package dev.precis.sparql.page;

import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.plot.PlotPlan;
import dev.precis.sparql.plot.Unplotted;
import dev.precis.sparql.query.Figure;
import java.util.List;

/**
 * The evidence on a page: plots of comparable estimates, and the effects that are in none.
 *
 * @param more how many plots there is no room for
 * @param moreOthers how many of the other effects there is no room for
 */
public record Plots(List<ForestPlot> shown, int more, List<Unplotted> others, int moreOthers) {
    /** A page without any. */
    public static final Plots NONE = new Plots(List.of(), 0, List.of(), 0);

    public Plots {
        shown = List.copyOf(shown);
        others = List.copyOf(others);
    }

    public boolean isEmpty() {
        return shown.isEmpty() && others.isEmpty();
    }

    /**
     * The plots of a plan.
     *
     * @param figures of the summaries that it wants, in the order in which they are shown
     */
    public static Plots of(PlotPlan plan, List<Figure> figures) {
        return new Plots(plan.draw(figures), plan.more(), plan.unplotted(figures), plan.moreUnplotted());
    }
}
