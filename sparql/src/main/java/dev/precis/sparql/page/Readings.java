package dev.precis.sparql.page;

import dev.precis.sparql.query.Figure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the intervals of some estimates say, by the names of the estimates. */
public record Readings(Map<String, String> sentences) {
    public Readings {
        sentences = Map.copyOf(sentences);
    }

    static Readings of(List<Figure> figures) {
        Map<String, String> sentences = new HashMap<>();
        figures.forEach(figure ->
                sentences.put(figure.estimate().iri(), PlotWording.reading(figure.statistic(), figure.estimate())));
        return new Readings(sentences);
    }

    /** Empty if there is nothing to say. */
    public String of(String estimate) {
        return sentences.getOrDefault(estimate, "");
    }
}
