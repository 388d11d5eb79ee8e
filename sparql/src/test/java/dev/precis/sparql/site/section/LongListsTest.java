package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of more works, summaries and people than a page should have. */
class LongListsTest {
    private static final int COPIES = 520;
    private static final Site SITE = Studies.site(copies());

    /** A summary and the study that it cites under many names, each with a second author of its own. */
    private static DatasetGraph copies() {
        DatasetGraph dataset = Studies.dataset();
        Node graph = NodeFactory.createURI(BASE + "summary/2021-03/walking-while-talking");
        List<Quad> quads = new ArrayList<>();
        Txn.executeRead(
                dataset, () -> dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add));
        Txn.executeWrite(dataset, () -> {
            for (int i = 1; i <= COPIES; i++) {
                for (Quad quad : quads) {
                    dataset.add(
                            copy(quad.getGraph(), i),
                            copy(quad.getSubject(), i),
                            quad.getPredicate(),
                            copy(quad.getObject(), i));
                }
            }
        });
        return dataset;
    }

    private static Node copy(Node node, int number) {
        if (node.isURI()) {
            return NodeFactory.createURI(node.getURI()
                    .replace("walking-while-talking", "walking-while-talking-" + number)
                    .replace("oberlin-t-a", "oberlin-t-a-" + number));
        }
        String text = node.getLiteralLexicalForm();
        return text.contains("Oberlin") && text.length() < 20
                ? NodeFactory.createLiteralString(text.replace("Oberlin", "Oberlin" + number))
                : node;
    }

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
