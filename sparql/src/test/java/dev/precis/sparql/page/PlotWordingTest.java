package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.MadeUp;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlotWordingTest {
    private static final Statistic G =
            new Statistic("st:g", "Hedges' g", "g", "0", "", "", true, "estimate", Optional.empty());

    @Test
    void callsEachIntervalWhatItIs() {
        ForestPlot confidence = plot("", "");
        assertThat(PlotWording.heading(Phrases.ENGLISH, confidence)).isEqualTo("g [95% CI]");
        assertThat(PlotWording.legend(Phrases.ENGLISH, confidence))
                .contains("the line through it its 95% confidence interval.");

        ForestPlot credible = plot("credible", "credible");
        assertThat(PlotWording.heading(Phrases.ENGLISH, credible)).isEqualTo("g [95% CrI]");
        assertThat(PlotWording.legend(Phrases.ENGLISH, credible))
                .contains("the line through it its 95% credible interval.")
                .doesNotContain("confidence");
        assertThat(PlotWording.description(Phrases.ENGLISH, credible)).contains("0.4 [0.1, 0.7].");

        ForestPlot prediction = plot("prediction");
        assertThat(PlotWording.heading(Phrases.ENGLISH, prediction)).isEqualTo("g [95% PI]");
        assertThat(PlotWording.legend(Phrases.ENGLISH, prediction)).contains("its 95% prediction interval.");
    }

    @Test
    void tellsIntervalsOfSeveralKindsApart() {
        ForestPlot plot = plot("", "credible", "prediction");

        assertThat(PlotWording.heading(Phrases.ENGLISH, plot)).isEqualTo("g [95% interval]");
        assertThat(PlotWording.legend(Phrases.ENGLISH, plot))
                .contains("a credible interval (CrI) or a prediction interval (PI)");
        assertThat(plot.rows().stream()
                        .map(row -> PlotWording.numbers(
                                Phrases.ENGLISH, plot, row.figure().estimate())))
                .containsExactly("0.4 [0.1, 0.7]", "0.4 [0.1, 0.7] CrI", "0.4 [0.1, 0.7] PI");
    }

    private static ForestPlot plot(String... intervalTypes) {
        return ForestPlot.of(
                        Stream.of(intervalTypes).map(PlotWordingTest::figure).toList())
                .getFirst();
    }

    private static Figure figure(String intervalType) {
        Estimate estimate = MadeUp.estimate(
                "iri=summary/one#e",
                "statistic=Hedges' g",
                "symbol=g",
                "value=0.4",
                "relation==",
                "ciLower=0.1",
                "ciUpper=0.7",
                "ciLevel=0.95",
                "intervalType=" + intervalType);
        return new Figure(
                new Item("summary/one", "A Title", new PublicationDate("2021"), Named.NONE, ""),
                new Study("work", "Ash, 2021", "2021", ""),
                "summary/one#f",
                "A sentence.",
                "result",
                new Contrast("", "", Named.NONE, "", "", "", ""),
                List.of(),
                G,
                estimate,
                List.of());
    }
}
