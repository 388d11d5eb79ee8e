package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.write.feed.FeedFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever subscribes to the address of a page gets its feed, with what feed readers really send. */
class FeedDiscoveryTest {
    private static final String EMPTY = "topic/nobody-wrote-about-it";
    private static final Site SITE = Studies.site(withAnEmptyTopic());
    /** Of FreshRSS, among others. */
    private static final String SIMPLE_PIE = "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9,"
            + " application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1,"
            + " application/unknown;q=0.1, */*;q=0.1";
    /** Of the library for Python. */
    private static final String FEEDPARSER = "application/atom+xml,application/rdf+xml,application/rss+xml,"
            + "application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1";
    /** It reads the page and looks for feeds in its head. */
    private static final String MINIFLUX = "application/xml, application/atom+xml, application/rss+xml,"
            + " application/rdf+xml, application/feed+json, text/html, */*;q=0.9";

    private static final Pattern HEAD_LINK =
            Pattern.compile("<link rel=\"([^\"]*)\" href=\"([^\"]*)\"(?: type=\"([^\"]*)\")?");

    private static DatasetGraph withAnEmptyTopic() {
        DatasetGraph dataset = Studies.withFigures();
        Txn.executeWrite(dataset, () -> {
            var scheme = NodeFactory.createURI(BASE + "topic");
            var topic = NodeFactory.createURI(BASE + EMPTY);
            dataset.add(scheme, topic, RDF.type.asNode(), SKOS.Concept.asNode());
            dataset.add(scheme, topic, SKOS.inScheme.asNode(), scheme);
            dataset.add(scheme, topic, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("Nobody wrote", "en"));
        });
        return dataset;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sleep-letter/",
                "topic/alliance",
                "type/meta-analysis",
                "topic/alliance?page=1",
                "search?topic=alliance",
                EMPTY
            })
    void aPageWithAFeedGivesItToFeedReaders(String path) {
        for (String accept : List.of(SIMPLE_PIE, FEEDPARSER)) {
            Response feed = SITE.get(path, accept);

            assertThat(feed.status()).isEqualTo(200);
            assertThat(feed.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
            assertThat(feed.header("Vary")).contains("Accept");
            String own = feed.header("Content-Location").orElseThrow();
            assertThat(own).contains("/feed.rss");
            Response direct = SITE.get(own.substring(BASE.length()), "");
            assertThat(direct.etag()).isEqualTo(feed.etag());
            assertThat(direct.header("Vary")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM", "JSON_FEED"})
    void givesTheOneTypeOfFeedThatIsAccepted(FeedFormat format) {
        Response feed = SITE.get("topic/alliance", format.mediaType());

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.contentType()).startsWith(format.mediaType());
        assertThat(feed.body())
                .isEqualTo(SITE.get("topic/alliance/" + format.file(), "").body());
        assertThat(SITE.get("blog", format.mediaType()).header("Location")).contains(BASE + format.file());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                MINIFLUX + " | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "application/rss+xml, text/html | text/html",
                "application/rss+xml, text/html;q=0.9 | application/rss+xml",
                "'' | text/html",
                "*/* | text/html",
                "application/* | application/ld+json",
                "text/html;q=0, */* | text/turtle",
                "text/turtle, application/rdf+xml;q=0.9, */*;q=0.1 | text/turtle",
                "application/rdf+xml | application/rdf+xml",
                "application/rdf+xml, application/rss+xml;q=0.5 | application/rdf+xml",
                "application/ld+json, */*;q=0.1 | application/ld+json",
                // what programs are set to that ask for data, or that are old
                "application/json | application/ld+json",
                "application/json, text/plain, */* | application/ld+json",
                "application/json, application/ld+json;q=0 | text/plain",
                "text/plain | application/n-triples",
                "application/xhtml+xml | text/html",
            })
    void elseEverybodyGetsWhatTheyLikeBest(String accept, String type) {
        assertThat(SITE.get("topic/alliance", accept).contentType()).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource({
        "works/wren-2020-still-open, text/x-bibtex, .bib",
        "works/wren-2020-still-open, application/citeproc+json, .csl.json",
        "works/wren-2020-still-open, application/json, .jsonld",
    })
    void otherNamesOfATypeAreUnderstood(String path, String accept, String suffix) {
        assertThat(SITE.get(path, accept).header("Location")).contains(BASE + path + suffix);
    }

    @ParameterizedTest
    @CsvSource({
        "feed, feed.rss",
        "feed/, feed.rss",
        "rss, feed.rss",
        "rss.xml, feed.rss",
        "feed.xml, feed.rss",
        "index.xml, feed.rss",
        "atom.xml, feed.atom",
        "feed/atom/, feed.atom",
        "sleep-letter/feed/, sleep-letter/feed.rss",
        "topic/alliance/feed/, topic/alliance/feed.rss",
        "type/meta-analysis/atom.xml, type/meta-analysis/feed.atom",
        "search/feed?topic=alliance, search/feed.rss?topic=alliance",
    })
    void whereOtherSitesHaveTheirFeedsOneIsLedToOurs(String path, String feed) {
        Response moved = SITE.get(path, SIMPLE_PIE);

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location")).contains(BASE + feed);
        assertThat(SITE.get(feed, "").status()).isEqualTo(200);
    }

    /** What is followed of a person or a journal are the summaries of their works, and those that somebody wrote. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "person/oberlin-t-a",
                "person/mara-e-quill",
                "sleep-letter/person/mole-e",
                "venue/annals-of-nothing-in-particular"
            })
    void peopleAndJournalsAreFollowed(String path) {
        for (String accept : List.of(SIMPLE_PIE, FEEDPARSER)) {
            assertThat(SITE.get(path, accept).header("Location").orElseThrow()).startsWith(BASE + path + "/feed.");
        }
        assertThat(text(SITE.get(path + ".html", ""))).contains("href=\"/" + path + "/feed.rss\"");
        assertThat(text(SITE.get(path + "/feed.atom", "")))
                .contains("<id>" + BASE + path + "</id>", "<entry>")
                .doesNotContain("prev-archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic/none/feed",
                "person/nobody/feed",
                "venue/nowhere/feed",
                "summary/2021-03/walking-while-talking/feed",
                "works/rss"
            })
    void thereIsNoneOfWhatHasNoFeed(String path) {
        assertThat(SITE.get(path, "").status()).isEqualTo(404);
    }

    /** What feed readers take for a page without a feed of its own: the page, which links those of the blog. */
    @ParameterizedTest
    @ValueSource(strings = {"summary/2021-03/walking-while-talking", "issue/2021-03", "topic", "search"})
    void aPageWithoutAFeedIsAPageToFeedReaders(String path) {
        for (String accept : List.of(SIMPLE_PIE, FEEDPARSER, MINIFLUX)) {
            Response page = SITE.get(path, accept);

            assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
            assertThat(text(page)).contains("<link rel=\"alternate\" href=\"/feed.rss\"");
        }
        assertThat(SITE.get("works/wren-2020-still-open", FEEDPARSER).header("Location"))
                .contains(BASE + "works/wren-2020-still-open.html");
        assertThat(SITE.get(path, "application/rss+xml").status()).isEqualTo(406);
    }

    @Test
    void saysWhichFeedsThereAreWhereNothingIsAccepted() {
        assertThat(text(SITE.get("topic/alliance", "image/png")))
                .contains("application/rss+xml " + BASE + "topic/alliance/feed.rss\n")
                .contains("text/turtle " + BASE + "topic/alliance.ttl\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "topic/alliance", "summary/2021-03/walking-while-talking", "issue/2021-03", EMPTY})
    void theFirstAlternatesOfAPageAreItsFeeds(String path) {
        Response page = SITE.get(path, "text/html");
        List<String> alternates = links(page, "alternate");

        assertThat(alternates.subList(0, FeedFormat.values().length))
                .allMatch(link -> link.contains("/feed."), "is a feed");
        assertThat(alternates)
                .noneMatch(link -> link.endsWith(".ttl") || link.endsWith(".nt"))
                .noneMatch(link -> link.matches("(?!.*/feed\\.).*\\.(rdf|jsonld)") && !link.endsWith(".schema.jsonld"));
        assertThat(page.headers())
                .filteredOn(
                        header -> header.name().equals("Link") && header.value().contains("rel=\"alternate\""))
                .noneMatch(header ->
                        header.value().matches(".*(text/turtle|application/(rdf\\+xml|n-triples|ld\\+json)).*"));
    }

    @Test
    void dataDescribeThePage() {
        Response page = SITE.get("topic/alliance", "text/html");

        assertThat(links(page, "describedby"))
                .contains("/topic/alliance.ttl", "/topic/alliance.jsonld", "/topic/alliance.rdf", "/topic/alliance.nt");
        assertThat(page.headers())
                .contains(new Header(
                        "Link", "<" + BASE + "topic/alliance.rdf>; rel=\"describedby\"; type=\"application/rdf+xml\""));
        assertThat(text(page)).contains("<a href=\"/topic/alliance.ttl\" type=\"text/turtle\">Turtle</a>");
        assertThat(text(SITE.get("topic/alliance.linkset.json", "")))
                .contains("\"href\" : \"" + BASE + "topic/alliance.ttl\"");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTopicHasAValidFeed(FeedFormat format) throws Exception {
        Response feed = SITE.get(EMPTY + "/" + format.file(), "");

        assertThat(feed.status()).isEqualTo(200);
        switch (format) {
            case RSS, ATOM ->
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed.body()));
            case RSS_1 ->
                // RSS 1.0 section 5.3.5: a channel has a sequence of its items
                assertThat(RDFParser.fromString(text(feed), Lang.RDFXML).toGraph().stream())
                        .anyMatch(triple ->
                                triple.predicateMatches(NodeFactory.createURI("http://purl.org/rss/1.0/items")))
                        .anyMatch(triple -> triple.objectMatches(RDF.Seq.asNode()));
            case JSON_LD ->
                assertThat(RDFParser.fromString(text(feed), Lang.JSONLD11)
                                .toGraph()
                                .size())
                        .isPositive();
            case JSON_FEED -> assertThat(text(feed)).contains("\"items\" : [ ]");
        }
        assertThat(text(feed)).contains("Nobody wrote");
    }

    private static List<String> links(Response page, String rel) {
        return HEAD_LINK
                .matcher(text(page))
                .results()
                .filter(link -> link.group(1).equals(rel))
                .map(link -> link.group(2))
                .toList();
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
