package dev.precis.sparql.plot;

import static dev.precis.sparql.plot.Estimates.D;
import static dev.precis.sparql.plot.Estimates.G;
import static dev.precis.sparql.plot.Estimates.MD;
import static dev.precis.sparql.plot.Estimates.OR;
import static dev.precis.sparql.plot.Estimates.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.precis.sparql.plot.ForestPlot.Row;
import dev.precis.sparql.query.Figure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestPlotTest {
    @Test
    void drawsEachStatisticByItself() {
        List<ForestPlot> plots = ForestPlot.of(List.of(
                figure(G, "0.3", "0.1", "0.5"), figure(D, "0.3", "0.1", "0.5"), figure(G, "0.4", "0.2", "0.6")));

        assertThat(plots).extracting(ForestPlot::statistic).containsExactly(G, D);
        assertThat(plots).extracting(plot -> plot.rows().size()).containsExactly(2, 1);
    }

    @Test
    void neverPutsNumbersThatDependOnAUnitBesideThoseOfAnotherStudyOrUnit() {
        List<ForestPlot> plots = ForestPlot.of(List.of(
                figure(MD, "a", "points", "result", "", "3", "1", "5"),
                figure(MD, "b", "points", "result", "", "3", "1", "5"),
                figure(MD, "b", "minutes", "result", "", "30", "10", "50"),
                figure(MD, "b", "points", "result", "", "4", "1", "7")));

        assertThat(plots).extracting(plot -> plot.rows().size()).containsExactly(2, 1, 1);
        assertThat(plots).allSatisfy(plot -> assertThat(plot.study()).isEqualTo("Ash, 2021"));
    }

    @Test
    void drawsNothingButResultsWithAnInterval() {
        assertThat(ForestPlot.of(List.of(
                        figure(G, "0.3", "", ""),
                        figure(G, "", "0.1", "0.5"),
                        figure(G, "0.3", "not a number", "0.5"),
                        figure(OR, "-2", "1", "3"),
                        figure(G, "a", "", "background", "", "0.3", "0.1", "0.5"))))
                .isEmpty();
    }

    @Test
    void placesEstimatesInProportion() {
        ForestPlot plot = ForestPlot.of(List.of(figure(G, "0.5", "0", "1"))).getFirst();
        Row row = plot.rows().getFirst();

        assertThat(row.at()).isCloseTo((row.from() + row.to()) / 2, within(1e-9));
        assertThat(plot.noEffect().orElseThrow()).isCloseTo(row.from(), within(1e-9));
        assertThat(row.opensLeft() || row.opensRight()).isFalse();
    }

    @Test
    void placesRatiosByTheirLogarithms() {
        ForestPlot plot = ForestPlot.of(List.of(figure(OR, "2", "0.5", "8"))).getFirst();
        Row row = plot.rows().getFirst();

        assertThat(row.at()).isCloseTo((row.from() + row.to()) / 2, within(1e-9));
        assertThat(plot.noEffect().orElseThrow()).isCloseTo((row.from() + row.at()) / 2, within(1e-9));
        assertThat(plot.axis().ticks()).extracting(Axis.Tick::label).contains("1", "2", "5");
    }

    @Test
    void pointsAtBoundsThatAreOffTheAxis() {
        List<Row> rows = ForestPlot.of(List.of(
                        figure(G, "0.3", "0.1", "0.5"), figure(G, "0.2", "0", "0.4"), figure(G, "0.4", "-90", "90")))
                .getFirst()
                .rows();

        assertThat(rows).extracting(Row::opensLeft).containsExactly(false, false, true);
        assertThat(rows).extracting(Row::opensRight).containsExactly(false, false, true);
        assertThat(rows.getLast().from()).isZero();
        assertThat(rows.getLast().to()).isEqualTo(1);
        assertThat(rows.getFirst().to() - rows.getFirst().from()).isGreaterThan(0.1);
    }

    @Test
    void leavesRoomForTheOthersWhereOneIsFarOut() {
        List<Row> rows = ForestPlot.of(List.of(
                        figure(G, "0.3", "0.1", "0.5"), figure(G, "0.2", "0", "0.4"), figure(G, "63", "41", "87")))
                .getFirst()
                .rows();

        assertThat(rows).extracting(Row::onAxis).containsExactly(true, true, false);
        assertThat(rows.getLast().opensRight()).isTrue();
    }

    @Test
    void drawsARatioWhoseBoundIsNothing() {
        Row row = ForestPlot.of(List.of(figure(OR, "2", "0", "8")))
                .getFirst()
                .rows()
                .getFirst();

        assertThat(row.opensLeft()).isTrue();
        assertThat(row.from()).isZero();
    }

    @Test
    void putsReversedBoundsInOrder() {
        Row row = ForestPlot.of(List.of(figure(G, "0.3", "0.5", "0.1")))
                .getFirst()
                .rows()
                .getFirst();

        assertThat(row.from()).isLessThan(row.at()).isLessThan(row.to());
    }

    @Test
    void weighsByTheRootOfTheSample() {
        List<Row> rows = ForestPlot.of(List.of(
                        figure(G, "a", "", "result", "100", "0.3", "0.1", "0.5"),
                        figure(G, "b", "", "result", "400", "0.3", "0.1", "0.5"),
                        figure(G, "c", "", "result", "", "0.3", "0.1", "0.5")))
                .getFirst()
                .rows();

        assertThat(rows).extracting(Row::weight).containsExactly(0.5, 1.0, -1.0);
    }

    @Test
    void givesEveryRowALabelOfItsOwn() {
        assertThat(ForestPlot.of(List.of(figure(G, "0.3", "0.1", "0.5"), figure(G, "0.2", "0.1", "0.5")))
                        .getFirst()
                        .rows())
                .extracting(Row::label)
                .containsExactly("Ash, 2021 (1)", "Ash, 2021 (2)");
    }

    @Test
    void countsWhatThereIsNoRoomFor() {
        List<Figure> many = Collections.nCopies(100, figure(G, "0.3", "0.1", "0.5"));
        ForestPlot plot = ForestPlot.of(many).getFirst();

        assertThat(plot.rows().size() + plot.more()).isEqualTo(100);
        assertThat(plot.more()).isPositive();
    }

    @Test
    void wordsAboutASideStandOnThatSideOfNoEffect() {
        ForestPlot plot = ForestPlot.of(List.of(figure(G, "0.3", "0.1", "0.5"))).getFirst();
        double none = Double.parseDouble(Drawing.WIDE.x(plot.noEffect().orElseThrow()));

        assertThat(none).isLessThan((Drawing.WIDE.left() + Drawing.WIDE.right()) / 2.0);
        assertThat(Double.parseDouble(Drawing.WIDE.aside(plot, -6))).isEqualTo(none - 6);
        assertThat(Double.parseDouble(Drawing.WIDE.aside(plot, 6))).isEqualTo(none + 6);
    }

    @Test
    void shortensALabelButNotItsCount() {
        assertThat(Drawing.WIDE.fit("A".repeat(40) + " (12)")).hasSize(34).endsWith("A… (12)");
        assertThat(Drawing.WIDE.fit("Short (1)")).isEqualTo("Short (1)");
    }
}
