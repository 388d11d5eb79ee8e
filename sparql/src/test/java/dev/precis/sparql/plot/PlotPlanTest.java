package dev.precis.sparql.plot;

import static dev.precis.sparql.plot.Estimates.G;
import static dev.precis.sparql.plot.Estimates.I2;
import static dev.precis.sparql.plot.Estimates.MD;
import static dev.precis.sparql.plot.Estimates.OR;
import static dev.precis.sparql.plot.Estimates.R;
import static dev.precis.sparql.plot.Estimates.compared;
import static dev.precis.sparql.plot.Estimates.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.plot.Fit.Standing;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlotPlanTest {
    private static final String WAITLIST = "https://w3id.org/precis/comparator#waitlist";
    private static final String USUAL = "https://w3id.org/precis/comparator#usual-care";
    private static final String OTHER = "https://w3id.org/precis/comparator#other";

    @Test
    void drawsTogetherOnlyWhatIsOfOneStatisticComparatorAndOutcome() {
        List<Figure> all = List.of(
                compared(figure(G, "a"), WAITLIST, "depressive symptoms", ""),
                compared(figure(G, "b"), WAITLIST, "anxiety", ""),
                compared(figure(G, "c"), USUAL, "depressive symptoms", ""),
                compared(figure(OR, "d"), WAITLIST, "depressive symptoms", ""),
                compared(figure(G, "e"), WAITLIST, "the Depressive  symptoms", ""));
        PlotPlan plan = plan(all);

        List<ForestPlot> plots = plan.draw(all);
        assertThat(plots).hasSize(1);
        assertThat(plots.getFirst().rows())
                .extracting(row -> row.figure().item().iri())
                .containsExactly("a", "e");
        assertThat(plots.getFirst().rows())
                .extracting(ForestPlot.Row::label)
                .first()
                .isEqualTo("Ash, 2021: depressive symptoms");
        assertThat(plan.unplotted(all))
                .extracting(row -> row.figure().item().iri())
                .containsExactly("b", "c", "d");
        assertThat(plan.unplotted(all)).extracting(Unplotted::why).containsOnly(Standing.ALONE);
    }

    @Test
    void tellsOfEachOtherEffectWhyItIsInNoPlot() {
        List<Figure> all = List.of(
                compared(figure(G, "earlier", "background", "0.1", "0.3"), WAITLIST, "sleep", ""),
                compared(figure(G, "bare", "result", "", ""), WAITLIST, "sleep", ""),
                compared(figure(OR, "odd", "result", "none", "0.3"), WAITLIST, "sleep", ""),
                compared(figure(G, "of what"), WAITLIST, "", ""),
                compared(figure(G, "against what"), "", "sleep", ""),
                compared(figure(G, "against something"), OTHER, "sleep", ""),
                compared(figure(G, "against something too"), OTHER, "sleep", ""),
                with(figure(R, "with what"), new Contrast("", "", Named.NONE, "sleep", "", "", "")),
                compared(figure(G, "alone"), WAITLIST, "sleep", ""),
                compared(figure(I2, "no effect"), WAITLIST, "sleep", ""));
        PlotPlan plan = plan(all);

        assertThat(plan.draw(all)).isEmpty();
        assertThat(plan.unplotted(all))
                .extracting(Unplotted::why)
                .containsExactly(
                        Standing.NO_RESULT,
                        Standing.NO_INTERVAL,
                        Standing.NO_PLACE,
                        Standing.NO_OUTCOME,
                        Standing.NO_COMPARATOR,
                        Standing.NO_COMPARATOR,
                        Standing.NO_COMPARATOR,
                        Standing.NO_PREDICTOR,
                        Standing.ALONE);
    }

    @Test
    void comparesAssociationsOfTheSameTwoThings() {
        List<Figure> all = List.of(
                with(figure(R, "a"), related("the alliance", "outcome")),
                with(figure(R, "b"), related("empathy", "outcome")),
                with(figure(R, "c"), related("Alliance", "outcome")));

        assertThat(plan(all).draw(all))
                .singleElement()
                .satisfies(plot -> assertThat(plot.rows())
                        .extracting(row -> row.figure().item().iri())
                        .containsExactly("a", "c"));
    }

    @Test
    void neverPutsNumbersThatDependOnAUnitBesideThoseOfAnotherSummary() {
        List<Figure> all = List.of(
                compared(figure(MD, "a"), WAITLIST, "sleep", ""),
                compared(figure(MD, "b"), WAITLIST, "sleep", ""),
                compared(figure(MD, "b"), WAITLIST, "sleep", ""));

        assertThat(plan(all).draw(all))
                .singleElement()
                .satisfies(plot -> assertThat(plot.rows())
                        .extracting(row -> row.figure().item().iri())
                        .containsOnly("b"));
    }

    @Test
    void saysWhatASideFavoursOnlyWhereWordsSayItOfEveryRow() {
        Figure told = compared(figure(G, "a"), WAITLIST, "sleep", "predictor");
        Figure contrary = compared(figure(G, "b"), WAITLIST, "sleep", "comparator");
        Figure untold = compared(figure(G, "c"), WAITLIST, "sleep", "");

        assertThat(sides(told, told)).contains("predictor");
        assertThat(sides(contrary, contrary)).contains("comparator");
        assertThat(sides(told, contrary)).isEmpty();
        assertThat(sides(told, untold)).isEmpty();
    }

    @Test
    void readsOnlyTheSummariesThatAreShown() {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(compared(figure(G, "summary/" + i), WAITLIST, "sleep", ""));
            all.add(compared(figure(G, "summary/" + i, "background", "0.1", "0.3"), WAITLIST, "sleep", ""));
        }
        PlotPlan plan = plan(all);
        Set<String> summaries = plan.summaries();
        List<Figure> few = all.stream()
                .filter(figure -> summaries.contains(figure.item().iri()))
                .toList();

        assertThat(summaries).hasSize(40).contains("summary/39").doesNotContain("summary/41");
        assertThat(plan.draw(few)).isEqualTo(plan.draw(all));
        assertThat(plan.draw(few).getFirst().more()).isEqualTo(60);
        assertThat(plan.unplotted(few)).isEqualTo(plan.unplotted(all)).hasSize(40);
        assertThat(plan.moreUnplotted()).isEqualTo(60);
        assertThat(plan.more()).isZero();
    }

    @Test
    void hasRoomForSomePlotsAndCountsTheOthers() {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(compared(figure(MD, "summary/" + i), WAITLIST, "sleep", ""));
            all.add(compared(figure(MD, "summary/" + i), WAITLIST, "sleep", ""));
        }
        all.add(compared(figure(MD, "summary/700"), WAITLIST, "sleep", ""));
        PlotPlan plan = plan(all);

        assertThat(plan.draw(all)).hasSize(20);
        assertThat(plan.more()).isEqualTo(980);
        assertThat(plan.summaries()).hasSize(20).contains("summary/700", "summary/0");
    }

    private static Optional<String> sides(Figure... figures) {
        List<Figure> all = List.of(figures);
        return plan(all).draw(all).getFirst().rightFavours();
    }

    private static Contrast related(String predictor, String outcome) {
        return new Contrast(predictor, "", Named.NONE, outcome, "", "", "");
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
                    figure.estimate().ciUpper(),
                    figure.contrast().predictor(),
                    figure.contrast().comparatorType().iri(),
                    figure.contrast().outcome());
            plan.add(Fit.of(number, figure.statistic()), figure.item().iri());
        }
        return plan;
    }

    private static Figure figure(Statistic statistic, String summary) {
        return figure(statistic, summary, "result", "0.1", "0.3");
    }

    private static Figure figure(Statistic statistic, String summary, String role, String lower, String upper) {
        return Estimates.figure(statistic, summary, "", role, "", "0.2", lower, upper);
    }
}
