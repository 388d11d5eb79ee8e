package dev.precis.sparql.site.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plots of comparable effects, and the others with the reason, on the page of a topic and that of a statistic. */
class EvidencePagesTest {
    private static final Site SITE = Studies.site(Studies.withEvidence());

    @ParameterizedTest
    @ValueSource(strings = {"topic/alliance", "statistics/hedges-g"})
    void drawsWhatCanBeCompared(String path) throws Exception {
        Document page = page(path);

        assertThat(page.select(".plots h3").eachText())
                .containsExactly("Hedges' g: low mood, compared with waitlist", "Effects in no plot");
        assertThat(page.select(".forest tbody tr").eachText())
                .containsExactlyInAnyOrder(
                        "Slow Walks: low mood walking, compared with a waiting list 0.5 [0.3, 0.7] 12 900 I² = 62%"
                                + " walking",
                        "Quick Walks: low mood walking, compared with a waiting list 0.2 [−0.1, 0.5] CrI 80 walking");
        FigurePagesTest.assertDrawn(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic/alliance", "statistics/hedges-g"})
    void namesColumnsAndSidesInThePicture(String path) {
        Document page = page(path);

        assertThat(page.select("svg.plot-wide text.head").eachText())
                .containsExactly(
                        "Study, outcome",
                        "g [95% interval]",
                        "k",
                        "n",
                        "Heterogeneity",
                        "← favours waitlist",
                        "favours what was studied →");
        assertThat(page.select("svg.plot-wide").text()).contains("Slow Walks low mood", "I² = 62%", "CrI");
        assertThat(page.select("svg.plot-narrow").text()).contains("k = 12, n = 900");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic/alliance", "statistics/hedges-g"})
    void tellsOfEveryOtherEffectWhyItIsInNoPlot(String path) {
        assertThat(page(path).select(".plots > .scroll tbody tr").eachText())
                .contains("No Walks: sleep g = 0.1 [−0.1, 0.3] not known what kind of comparator")
                .anyMatch(row -> row.endsWith("no outcome is named"))
                .allMatch(row -> !row.contains("Slow Walks") && !row.contains("I2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic/alliance", "statistics/hedges-g"})
    void standsAboveTheList(String path) {
        Document page = page(path);
        String html = page.html();

        assertThat(html.indexOf("class=\"plots\""))
                .isPositive()
                .isLessThan(html.indexOf(path.startsWith("topic") ? "Doors Left Open</a></h" : "id=\"numbers\""));
    }

    private static Document page(String path) {
        Response response = SITE.get(path, "text/html");
        assertThat(response.status()).as(path).isEqualTo(200);
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }
}
