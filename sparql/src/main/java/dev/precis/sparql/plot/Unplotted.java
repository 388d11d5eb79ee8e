package dev.precis.sparql.plot;

import dev.precis.sparql.query.Figure;
import java.util.List;

/**
 * An effect that is in no plot.
 *
 * @param heterogeneity what is told of the studies behind it
 * @param why it is not
 */
public record Unplotted(Figure figure, List<Figure> heterogeneity, Fit.Standing why) {
    public Unplotted {
        heterogeneity = List.copyOf(heterogeneity);
    }

    /** Study and outcome. */
    public String label() {
        return ForestPlot.label(figure.name(), ForestPlot.detail(figure));
    }
}
