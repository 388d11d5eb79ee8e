package dev.precis.sparql.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.plot.ForestPlot.Row;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the numbers are, what is drawn has a place. */
class ForestPlotPropertyTest {
    @Provide
    Arbitrary<List<Figure>> figures() {
        return Combinators.combine(
                        Arbitraries.of(Estimates.G, Estimates.D, Estimates.OR, Estimates.MD),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("", "points", "minutes"),
                        numbers(),
                        numbers(),
                        numbers(),
                        numbers())
                .as((statistic, summary, unit, size, value, lower, upper) ->
                        Estimates.figure(statistic, summary, unit, "result", size, value, lower, upper))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-3, 3).ofScale(3).map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.bigDecimals().ofScale(9).map(Object::toString),
                Arbitraries.of(
                        "",
                        "0",
                        "-0",
                        "1",
                        "NaN",
                        "INF",
                        "-INF",
                        "Infinity",
                        "1e999",
                        "-1e999999",
                        "1e-999",
                        "0x10",
                        "about 3",
                        "1000000000000000000000000000000"));
    }

    @Property(tries = 500)
    void everythingIsOnThePlot(@ForAll("figures") List<Figure> figures) {
        for (ForestPlot plot : ForestPlot.of(figures)) {
            for (Row row : plot.rows()) {
                assertThat(List.of(row.from(), row.at(), row.to()))
                        .allSatisfy(place -> assertThat(place).isFinite().isBetween(0.0, 1.0));
                assertThat(row.from()).isLessThanOrEqualTo(row.to());
                assertThat(row.weight()).isFinite().isLessThanOrEqualTo(1);
                for (Drawing drawing : Drawing.values()) {
                    assertThat(List.of(drawing.x(row.at()), drawing.squareX(row), drawing.squareY(row, 0)))
                            .allMatch(text -> text.matches("-?[0-9]+\\.[0-9]"));
                }
            }
            assertThat(plot.noEffect().orElse(0)).isFinite().isBetween(0.0, 1.0);
            assertThat(plot.axis().ticks()).hasSizeLessThan(12).allSatisfy(tick -> {
                assertThat(tick.place()).isFinite().isBetween(0.0, 1.0);
                assertThat(tick.label()).matches("\u2212?[0-9]+(\\.[0-9]+)?");
            });
        }
    }

    @Property(tries = 300)
    void nothingIsMixed(@ForAll("figures") List<Figure> figures) {
        for (ForestPlot plot : ForestPlot.of(figures)) {
            Set<Statistic> statistics =
                    plot.rows().stream().map(row -> row.figure().statistic()).collect(Collectors.toSet());
            assertThat(statistics).containsExactly(plot.statistic());
            assertThat(plot.rows())
                    .extracting(row -> row.figure().estimate().unit())
                    .containsOnly(plot.unit());
            if (!plot.statistic().dimensionless()) {
                assertThat(plot.rows().stream()
                                .map(row -> row.figure().item().iri())
                                .distinct())
                        .hasSize(1);
            }
        }
    }
}
