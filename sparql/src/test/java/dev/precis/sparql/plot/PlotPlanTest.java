package dev.precis.sparql.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlotPlanTest {
    private static final Statistic G = new Statistic("st:g", "Hedges' g", "g", "0", "", "", true);
    private static final Statistic MEAN = new Statistic("st:mean", "mean difference", "MD", "0", "", "", false);

    @Test
    void drawsWhatAllNumbersWouldMakeFromThoseOfFewSummaries() {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(figure(G, "summary/" + i, "result", "0.1", "0.3"));
            all.add(figure(G, "summary/" + i, "background", "0.1", "0.3"));
            if (i % 10 == 0) {
                all.add(figure(MEAN, "summary/" + i, "result", "0.1", "0.3"));
                all.add(figure(MEAN, "summary/" + i, "result", "", "0.3"));
            }
        }
        PlotPlan plan = plan(all);
        Set<String> summaries = plan.summaries();
        List<Figure> few = all.stream()
                .filter(figure -> summaries.contains(figure.item().iri()))
                .toList();

        assertThat(summaries).hasSize(46).contains("summary/39", "summary/90").doesNotContain("summary/41");
        assertThat(plan.draw(few)).isEqualTo(ForestPlot.of(all));
        assertThat(plan.draw(few).getFirst().more()).isEqualTo(60);
        assertThat(plan.more()).isZero();
    }

    @Test
    void hasRoomForSomePlotsAndCountsTheOthers() {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(figure(MEAN, "summary/" + i, "result", "0.1", "0.3"));
        }
        all.add(figure(MEAN, "summary/700", "result", "0.2", "0.4"));
        PlotPlan plan = plan(all);

        assertThat(plan.draw(all)).hasSize(20);
        assertThat(plan.more()).isEqualTo(980);
        assertThat(plan.summaries()).hasSize(20).contains("summary/700", "summary/0");
    }

    private static PlotPlan plan(List<Figure> figures) {
        PlotPlan plan = new PlotPlan();
        for (Figure figure : figures) {
            Number number = new Number(
                    figure.statistic().iri(),
                    figure.estimate().unit(),
                    figure.role(),
                    figure.estimate().value(),
                    figure.estimate().ciLower(),
                    figure.estimate().ciUpper());
            if (PlotPlan.isDrawn(number, figure.statistic())) {
                plan.add(
                        figure.statistic(),
                        figure.estimate().unit(),
                        figure.item().iri());
            }
        }
        return plan;
    }

    private static Figure figure(Statistic statistic, String summary, String role, String lower, String upper) {
        return Estimates.figure(statistic, summary, "", role, "", "0.2", lower, upper);
    }
}
