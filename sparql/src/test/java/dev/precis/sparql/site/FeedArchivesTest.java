package dev.precis.sparql.site;

import static dev.precis.sparql.archive.Graphs.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.MemoryFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Who follows the links of RFC 5005 from the feed of a blog collects all that there is. */
class FeedArchivesTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final int MONTHS = 20;

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private ServedArchive archive;

    @BeforeEach
    void open() {
        archive = new ServedArchive(folder);
        // three a month
        archive.keep(IntStream.range(0, 3 * MONTHS)
                .mapToObj(i -> summary(i, "Summary " + i))
                .toList());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void allEntriesAreInTheFeedAndItsArchives() throws Exception {
        List<Document> parts = parts();

        assertThat(parts).hasSize(MONTHS);
        assertThat(parts.stream().flatMap(part -> ids(part).stream()).distinct())
                .hasSize(3 * MONTHS);
        Document subscription = parts.getFirst();
        assertThat(subscription.getElementsByTagNameNS(HISTORY, "archive").getLength())
                .isZero();
        assertThat(parts.subList(1, parts.size())).allSatisfy(part -> {
            assertThat(part.getElementsByTagNameNS(HISTORY, "archive").getLength())
                    .isOne();
            assertThat(link(part, "current")).contains(BASE + "feed.atom");
            assertThat(ids(part)).hasSize(3);
        });
        assertThat(link(parts.get(1), "next-archive")).isEmpty();
        assertThat(link(parts.get(3), "next-archive"))
                .contains(link(parts.get(2), "self").orElseThrow());
        assertThat(link(parts.getLast(), "prev-archive")).isEmpty();
    }

    @Test
    void aCorrectionOfAnOldOneComesAnew() throws Exception {
        String corrected = summary(0, "").name();
        assertThat(ids(atom("feed.atom"))).doesNotContain(corrected);
        Thread.sleep(Duration.ofMillis(1_100)); // instants have whole seconds
        archive.keep(List.of(summary(0, "A better title")));

        Document feed = atom("feed.atom");
        assertThat(ids(feed)).contains(corrected).hasSizeBetween(21, 22);
        assertThat(archive.site().get("feed.rss", "").body()).asString().contains("A better title");
    }

    @Test
    void theNewestMonthIsNoArchiveAndWhatIsNoMonthHasNoParts() throws Exception {
        Document newest = atom("issue/" + month(3 * MONTHS - 1) + "/feed.atom");

        assertThat(newest.getElementsByTagNameNS(HISTORY, "archive").getLength())
                .isZero();
        assertThat(link(newest, "prev-archive")).isEmpty();
        assertThat(link(atom("search/feed.atom?month=" + month(0)), "current")).isEmpty();
        assertThat(archive.site().get("issue/1999-01/feed.atom", "").status()).isEqualTo(404);
    }

    private List<Document> parts() throws Exception {
        List<Document> parts = new ArrayList<>(List.of(atom("feed.atom")));
        for (Optional<String> next = link(parts.getLast(), "prev-archive");
                next.isPresent();
                next = link(parts.getLast(), "prev-archive")) {
            parts.add(atom(next.get().substring(BASE.length())));
        }
        return parts;
    }

    private Document atom(String path) throws Exception {
        Response answer = archive.site().get(path, "");
        assertThat(answer.status()).as(path).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> ids(Document feed) {
        return elements(feed, "entry").stream()
                .map(entry -> entry.getElementsByTagNameNS(ATOM, "id").item(0).getTextContent())
                .toList();
    }

    private static Optional<String> link(Document feed, String relation) {
        return elements(feed, "link").stream()
                .filter(link -> link.getParentNode().equals(feed.getDocumentElement())
                        && link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .findFirst();
    }

    private static List<Element> elements(Document feed, String name) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String month(int number) {
        return "%d-%02d".formatted(2020 + number / 36, 1 + number / 3 % 12);
    }

    private static NamedGraph summary(int number, String title) {
        String month = month(number);
        String path = "summary/" + month + "/s" + number;
        return Graphs.graph(BASE + path, BASE, """
            @base <%s> .
            @prefix schema: <http://schema.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <%s> a schema:BlogPosting ; schema:headline "%s"@en ; schema:articleBody "First."@en ;
              schema:datePublished "%s"^^xsd:gYearMonth ; schema:isPartOf <issue/%s> .
            <issue/%s> a schema:PublicationIssue ; schema:name "The month %s"@en .
            """.formatted(BASE, path, title, month, month, month, month));
    }
}
