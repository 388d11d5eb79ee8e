package dev.precis.sparql.page;

import dev.precis.sparql.plot.ForestPlot;
import java.util.List;

/**
 * The plots on a page.
 *
 * @param more how many there is no room for
 */
public record Plots(List<ForestPlot> shown, int more) {
    public Plots {
        shown = List.copyOf(shown);
    }
}
