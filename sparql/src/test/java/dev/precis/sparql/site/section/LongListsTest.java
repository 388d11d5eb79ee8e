package dev.precis.sparql.site.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of more works, summaries and people than a page should have. */
class LongListsTest {
    private static final int COPIES = 520;
    private static final Site SITE = Studies.site(Studies.withCopies(COPIES));

    @ParameterizedTest
    @CsvSource({
        "year/2021, works/wren-2021-walking-while-talking, 521",
        "venue/journal-of-invented-results.html, works/wren-2021-walking-while-talking, 521",
        "person/wren-q.html, works/wren-2021-walking-while-talking, 521",
        "person/mara-e-quill.html, summary/2021-03/walking-while-talking, 521",
        "person, person/oberlin-t-a, 521",
    })
    void isShownInPagesThatLeadToOneAnother(String path, String begins, int all) {
        Set<String> seen = new HashSet<>();
        int pages = 0;
        for (String next = path; !next.isEmpty(); pages++) {
            Document page = page(next);
            List<String> links = page.select("main a").stream()
                    .map(link -> link.attr("href").substring(1))
                    .filter(link -> link.startsWith(begins))
                    .distinct()
                    .toList();
            assertThat(links).as(next).hasSizeBetween(1, 500).noneMatch(seen::contains);
            assertThat(page.outerHtml().length()).as(next).isLessThan(400_000);
            seen.addAll(links);
            Element rel = page.selectFirst("nav.pager a[rel=next]");
            next = rel == null ? "" : rel.attr("href").substring(1);
        }
        assertThat(seen).hasSize(all);
        assertThat(pages).isGreaterThan(1);
    }

    @Test
    void homeShowsSomeOfALongMonthWholeAndListsTheRest() {
        Document home = Jsoup.parse(new String(SITE.get("", "text/html").body(), StandardCharsets.UTF_8));

        assertThat(home.select(".whole")).hasSize(10);
        assertThat(home.select(".items > li")).hasSize(COPIES + 2 - 10);
    }

    @Test
    void anIndexLeadsToThePageOfEachLetter() {
        Document first = page("person");
        Element last = first.select("nav[aria-label=Letters] a").last();

        assertThat(first.select("nav[aria-label=Letters] a").eachText()).contains("O", "W");
        assertThat(last.attr("href")).isEqualTo("/person?page=2");
        assertThat(page(last.attr("href").substring(1)).select("h2").eachText()).contains(last.text());
    }

    @Test
    void theBibliographyOfAListHasAllOfIt() {
        assertThat(text(SITE.get("venue/journal-of-invented-results.bib", ""))
                        .split("@article\\{wren-2021-walking-while-talking", -1))
                .hasSize(1 + COPIES + 1);
    }

    private static Document page(String path) {
        Response response = SITE.get(path, "text/html");
        assertThat(response.status()).as(path).isEqualTo(200);
        return Jsoup.parse(text(response));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
