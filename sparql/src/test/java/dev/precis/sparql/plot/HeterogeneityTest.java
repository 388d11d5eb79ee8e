package dev.precis.sparql.plot;

import static dev.precis.sparql.plot.Estimates.G;
import static dev.precis.sparql.plot.Estimates.I2;
import static dev.precis.sparql.plot.Estimates.Q;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeterogeneityTest {
    private int printed;

    @Test
    void isOfTheOnlyEffectOfItsSentence() {
        Figure before = number(Q, "Q(7) = 0.2");
        Figure effect = number(G, "g = 0.2");
        Figure behind = number(I2, "I2 = 0.2");

        assertThat(Heterogeneity.of(List.of(before, effect, behind)))
                .isEqualTo(Map.of(effect.estimate().iri(), List.of(before, behind)));
    }

    @Test
    void isOfTheEffectBeforeItWhereEachHasItsOwn() {
        Figure one = number(G, "g = 0.2");
        Figure ofOne = number(I2, "I2 = 0.2");
        Figure other = number(G, "g = 0.2");
        Figure ofOther = number(I2, "I2 = 0.2");

        assertThat(Heterogeneity.of(List.of(one, ofOne, other, ofOther)))
                .isEqualTo(Map.of(
                        one.estimate().iri(), List.of(ofOne), other.estimate().iri(), List.of(ofOther)));
    }

    @Test
    void isOfNoneWhereNobodyCanTell() {
        assertThat(Heterogeneity.of(List.of(number(G, "g = 0.2"), number(G, "g = 0.2"), number(I2, "I2 = 0.2"))))
                .isEmpty();
        assertThat(Heterogeneity.of(List.of(number(I2, "I2 = 0.2"), number(G, "g = 0.2"), number(G, "g = 0.2"))))
                .isEmpty();
    }

    @Test
    void isNoTestOfAModerator() {
        assertThat(Heterogeneity.of(List.of(number(G, "g = 0.2"), number(Q, "Qb = 0.2")))
                        .values())
                .containsOnly(List.of());
    }

    private Figure number(Statistic statistic, String asPrinted) {
        Figure figure = Estimates.figure(statistic, "0.2", "0.1", "0.3");
        Estimate said = figure.estimate();
        Estimate estimate = new Estimate(
                "summary/one#estimate-" + ++printed,
                said.statistic(),
                said.symbol(),
                said.value(),
                said.upperValue(),
                said.relation(),
                said.unit(),
                said.ciLower(),
                said.ciUpper(),
                said.ciLevel(),
                said.intervalType(),
                said.standardError(),
                said.standardDeviation(),
                said.df(),
                said.df2(),
                said.pValue(),
                said.pRelation(),
                said.size(),
                said.studies(),
                asPrinted);
        return new Figure(
                figure.item(),
                figure.study(),
                figure.finding(),
                figure.text(),
                figure.role(),
                figure.contrast(),
                figure.samples(),
                statistic,
                estimate,
                figure.flags());
    }
}
