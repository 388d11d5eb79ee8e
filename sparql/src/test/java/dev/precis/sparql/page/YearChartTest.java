package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YearChartTest {
    @Test
    void showsYearsWithoutAnyFromTheFirstOfTheBlogToItsNewest() {
        YearChart chart =
                YearChart.of(cards("2018-01", "2019-05", "2022-12"), cards("2019-05", "2019-06"), "y"::concat);

        assertThat(chart.years())
                .containsExactly(
                        new Count("", "2018", 0),
                        new Count("y2019", "2019", 2),
                        new Count("", "2020", 0),
                        new Count("", "2021", 0),
                        new Count("", "2022", 0));
        assertThat(chart.text()).isEqualTo("2018: 0, 2019: 2, 2020: 0, 2021: 0, 2022: 0.");
        assertThat(chart.isWorthDrawing()).isTrue();
    }

    @Test
    void drawsBarsThatStandOnTheFloorAndFillTheHeight() {
        YearChart chart = YearChart.of(cards("2020-01", "2021-01"), cards("2020-01", "2021-01", "2021-02"), year -> "");

        assertThat(chart.bars())
                .containsExactly(
                        new YearChart.Bar("2020", 1, "24.0", "55.0", "112.0", "37.0", "80.0"),
                        new YearChart.Bar("2021", 2, "184.0", "18.0", "112.0", "74.0", "240.0"));
    }

    @Test
    void namesOnlyAsManyYearsAsThereIsRoomForAndTheNewestAlways() {
        YearChart chart = YearChart.of(cards("2000-01", "2020-01"), cards("2000-01"), year -> "");

        assertThat(chart.bars()).hasSize(21);
        assertThat(chart.bars().getLast().year()).isEqualTo("2020");
        assertThat(chart.bars().stream().filter(bar -> !bar.year().isEmpty())).hasSize(11);
    }

    @Test
    void isNotFilledWithCenturiesByOneMistakenDate() {
        assertThat(YearChart.of(cards("0020-01", "2020-01", "undated"), cards("2020-01"), year -> "")
                        .years())
                .extracting(Count::label)
                .containsExactly("0020", "2020");
        assertThat(YearChart.of(List.of(), List.of(), year -> "").isWorthDrawing())
                .isFalse();
    }

    private static List<Card> cards(String... months) {
        return Stream.of(months)
                .map(month -> new Card(
                        new Item("s", "t", new PublicationDate(month), new Named("issue/" + month, month), ""),
                        List.of(),
                        List.of(),
                        List.of(),
                        ""))
                .toList();
    }
}
