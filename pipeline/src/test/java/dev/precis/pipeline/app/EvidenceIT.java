package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the sample archive shows beside each other: effects of its invented studies, and none of the real ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceIT {
    @TempDir
    private static Path folder;

    private SampleSite site;

    @BeforeAll
    void serveTheSampleArchive() {
        site = new SampleSite(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void plotsOnlyWhatCanBeCompared() throws IOException {
        Document insomnia = page("sleep-letter/topic/insomnia");

        assertThat(insomnia.select(".forest h3").eachText())
                .containsExactly(
                        "Hedges' g: insomnia severity, compared with waitlist",
                        "Hedges' g: daytime fatigue, compared with usual care",
                        "Hedges' g: daytime fatigue, compared with waitlist",
                        "Hedges' g: insomnia severity, compared with usual care",
                        "Odds ratio: remission, compared with placebo");
        assertThat(rows(insomnia.select(".forest").get(3)))
                .containsExactly(
                        "Quist & Mbeki-Roth, 2023: insomnia severity The courses, compared with usual care"
                                + " 0.37 [0.19, 0.55] 7 I² = 61%, Q = 15.40 The courses",
                        "Ferrante & Solberg, 2023: insomnia severity The hours with the nurse, compared with usual care"
                                + " 0.29 [0.05, 0.53] CrI 274 The hours with the nurse");
        assertThat(rows(insomnia.selectFirst(".plots > .scroll")))
                .anyMatch(row -> row.startsWith("Ferrante & Oduya, 2022 OR = 2.10 [1.35, 3.27]")
                        && row.endsWith("no outcome is named"))
                .anyMatch(row -> row.endsWith("g = 0.02 no interval is told"));
    }

    @Test
    void comparesCorrelationsOfTheSameTwoThings() throws IOException {
        Document children = page("sleep-letter/topic/children");

        assertThat(children.select(".forest h3").eachText())
                .containsExactly("Correlation coefficient: Screen time and sleep duration");
        assertThat(rows(children.selectFirst(".forest"))).hasSize(2);
        assertThat(rows(children.selectFirst(".plots > .scroll")))
                .anyMatch(row -> row.startsWith("Okoro et al., 2024") && row.endsWith("no interval is told"));
    }

    @Test
    void leavesEffectsOnDifferentOutcomesApart() throws IOException {
        Document g = page("statistics/hedges-g");

        assertThat(g.select(".forest")).isEmpty();
        assertThat(rows(g.selectFirst(".plots > .scroll")))
                .hasSize(3)
                .allMatch(row -> row.startsWith("Keefe et al., 2019: ")
                        && row.endsWith("the only one of this outcome and comparator"));
    }

    private static List<String> rows(Element table) {
        return table.select("tbody tr").eachText();
    }

    private Document page(String path) throws IOException {
        return Jsoup.parse(URI.create(site.address(path)).toURL().openStream(), "UTF-8", site.address(path));
    }
}
