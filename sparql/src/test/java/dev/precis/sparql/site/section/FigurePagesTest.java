package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.CsvRowsTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Findings in their text, forest plots, statistics and the page of what to look at. */
class FigurePagesTest {
    private static final Site SITE = Studies.site(Studies.withFigures());
    private static final String DOORS = Studies.DOORS.substring(BASE.length());

    @Test
    void marksSentencesWithoutChangingTheText() {
        Document page = page(DOORS);

        assertThat(page.select(".body p").eachText())
                .containsExactly(
                        "Open doors kept more patients (OR = 1.90, 95% CI [1.10, 3.27])."
                                + " Scores fell by 4 points, 95% CI [1, 7].",
                        "Open doors kept more patients (OR = 1.90, 95% CI [1.10, 3.27])."
                                + " The alliance was stronger, g = 0.40, 95% CI [-0.10, 0.90].");
        assertThat(page.select(".body a.said").eachAttr("href"))
                .containsExactly(
                        "#numbers-of-finding-1",
                        "#numbers-of-finding-2",
                        "#numbers-of-finding-3",
                        "#numbers-of-finding-4");
    }

    @Test
    void saysWhatAnIntervalAndAFlagMean() {
        assertThat(page(DOORS).select("#estimate-1").text())
                .isEqualTo("odds ratio = 1.90, 95% CI 1.10 to 3.27 drop-out: open doors The 95% interval excludes no"
                        + " effect.");
        assertThat(page(DOORS).select("#estimate-3").text()).contains("the 95% interval includes no effect.");
        assertThat(page(Studies.WALKING.substring(BASE.length()))
                        .select("#flag-1")
                        .text())
                .contains("published here as -0.03 to 0.21")
                .contains("The bounds are put in order here.");
    }

    @Test
    void drawsOnePlotAStatisticWithTheSameNumbersInATable() {
        Document summary = page(DOORS);

        assertThat(summary.select(".forest h3").eachText())
                .containsExactly("Hedges' g", "Mean difference (points), Ash et al., 2021", "Odds ratio");
        assertThat(summary.select(".forest table").last().select("tbody tr").eachText())
                .containsExactly("Ash et al., 2021: drop-out open doors 1.90 [1.10, 3.27] over 400");
        assertThat(summary.select(".forest svg")).isNotEmpty().allSatisfy(svg -> {
            assertThat(svg.attr("role")).isEqualTo("img");
            assertThat(summary.getElementById(svg.attr("aria-labelledby")).text())
                    .startsWith("Forest plot: ");
            assertThat(summary.getElementById(svg.attr("aria-describedby")).text())
                    .contains("marks no effect");
        });
    }

    @Test
    void drawsWellFormedPicturesWithoutStyleOrScript() throws Exception {
        assertDrawn(page(DOORS));
    }

    /** That a page has pictures, and that they are XML of shapes and words alone. */
    static void assertDrawn(Document page) throws Exception {
        assertThat(page.select("svg")).isNotEmpty();
        for (Element svg : page.select("svg")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.outerHtml().getBytes(StandardCharsets.UTF_8)));
            assertThat(svg.getAllElements()).allSatisfy(element -> {
                assertThat(element.hasAttr("style")).isFalse();
                assertThat(element.normalName()).isNotIn("style", "script", "image", "use", "foreignobject");
            });
        }
    }

    @Test
    void everyIdIsThereOnce() {
        SITE.resources().forEach(iri -> {
            Response response = SITE.get(iri.substring(BASE.length()), "text/html");
            if (response.status() == 200) {
                List<String> ids = Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8))
                        .select("[id]")
                        .eachAttr("id");
                assertThat(ids).as(iri).doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void offersTheSameRowsAsCsv() {
        List<Map<String, String>> rows = csv("topic/alliance.csv");

        assertThat(rows).extracting(row -> row.get("symbol")).containsExactly("OR", "MD", "g", "g");
        assertThat(rows.getFirst())
                .containsEntry("study", "Ash et al., 2021")
                .containsEntry("doi", "10.5555/doors")
                .containsEntry("outcome", "drop-out")
                .containsEntry("value", "1.9")
                .containsEntry("ci_lower", "1.1")
                .containsEntry("n", "400")
                .containsEntry("n_relation", ">");
        assertThat(rows.get(1)).containsEntry("as_printed", "'=4 points");
        assertThat(SITE.get("topic/alliance", "text/csv").contentType()).isEqualTo("text/csv; charset=utf-8");
    }

    @Test
    void listsTheStatisticsOfABlogAndOnlyThose() {
        assertThat(page("statistics").select("tbody tr").eachText())
                .containsExactly("Hedges' g g 4 4 3", "Mean difference MD 1 1 1", "Odds ratio OR 1 1 1");
        assertThat(page("sleep-letter/statistics").select("tbody tr").eachText())
                .containsExactly("Hedges' g g 1 1 1");
        assertThat(csv("statistics.csv")).hasSize(6);
        assertThat(SITE.get("statistics/phi", "text/html").status()).isEqualTo(404);
    }

    @Test
    void showsAllNumbersOfAStatisticNewestFirst() {
        Document page = page("statistics/hedges-g");

        assertThat(page.select(".findings blockquote").eachText().getFirst()).startsWith("The alliance was stronger");
        assertThat(page.select("a[href=/statistic#hedges-g]")).hasSize(1);
        assertThat(page.select(".findings .flag").text()).contains("The bounds are put in order here.");
    }

    @Test
    void listsWhatToLookAtByKind() {
        Document page = page("review");

        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select(".overview li").eachText())
                .containsSubsequence(
                        "Confidence bounds printed in descending order 1",
                        "No DOI printed "
                                + page.select(".review li:contains(prints no DOI)")
                                        .size());
        assertThat(page.select(".review a").eachAttr("href")).contains("/summary/2021-03/walking-while-talking#flag-1");
        assertThat(csv("review.csv")).hasSameSizeAs(page.select(".review li"));
        assertThat(page(DOORS).select("meta[name=robots]")).isEmpty();
    }

    private static Document page(String path) {
        Response response = SITE.get(path, "text/html");
        assertThat(response.status()).as(path).isEqualTo(200);
        return Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> csv(String path) {
        List<List<String>> rows = CsvRowsTest.read(new String(SITE.get(path, "").body(), StandardCharsets.UTF_8));
        List<String> columns = rows.getFirst();
        return rows.stream()
                .skip(1)
                .map(row ->
                        IntStream.range(0, columns.size()).boxed().collect(Collectors.toMap(columns::get, row::get)))
                .toList();
    }
}
