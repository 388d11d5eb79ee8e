package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.Studies;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.write.feed.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {
    private static final DatasetGraph STUDIES = Studies.dataset();
    private static final Site SITE = Studies.site(STUDIES);
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "'', The Practice Letter",
        "summary/2021-03/walking-while-talking, Walking While Talking",
        "issue/2021-03, March 2021",
        "topic, Topics",
        "topic/alliance, Alliance",
        "type, Types of research",
        "type/meta-analysis, Meta-analysis",
        "queries, Questions",
        "sparql, Ask in SPARQL",
        "catalogue, Two letters",
        "works/wren-2021-walking-while-talking.html, Walking while talking",
        "person/wren-q.html, Q. Wren",
        "venue/silences.html, Silences",
        "works, Studies",
        "year/2020, 2020",
        "person, People",
        "venue, Journals and books",
        "sleep-letter/, The Sleep Letter",
        "sleep-letter/summary/2021-02/warm-feet, Warm Feet",
        "sleep-letter/topic/insomnia, Insomnia",
    })
    void showsAPageAtEachAddress(String path, String title) {
        Response page = SITE.get(path, BROWSER);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(text(page)).contains("<h1>" + title);
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        Map<String, Response> visited = new LinkedHashMap<>();
        Deque<String> toVisit = new ArrayDeque<>();
        toVisit.add("/");
        while (!toVisit.isEmpty()) {
            String path = toVisit.remove();
            Response response = follow(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            visited.put(path, response);
            if (response.contentType().startsWith("text/html")) {
                Matcher links = LINK.matcher(text(response));
                while (links.find()) {
                    String link = links.group(1).replace("&amp;", "&").replaceFirst("^" + BASE, "/");
                    String page = link.replaceFirst("#.*", "");
                    boolean ours = link.startsWith("/")
                            && !link.startsWith("/sparql?")
                            && !link.matches("/api/[a-z-]+\\.(csv|json|jsonld)");
                    if (ours && !visited.containsKey(page) && !toVisit.contains(page)) {
                        toVisit.add(page);
                    } else {
                        assertThat(link).as("a link of %s", path).matches("/.*|#.*|https?://.+");
                    }
                }
            }
        }
        assertThat(visited.keySet())
                .contains(
                        "/topic/alliance/feed.rss",
                        "/works/finch-2020-eight-seconds",
                        "/sleep-letter/type/randomised-trial")
                .contains("/summary/2020-12/a-summary-without-implications.jsonld", "/static/site.css")
                .hasSizeGreaterThan(100);
    }

    @Test
    void whatAnEditorHasCorrectedIsSaidOnThePage() {
        assertThat(Jsoup.parse(text(SITE.get(Studies.SILENCE.substring(Studies.BASE.length()), "text/html")))
                        .select("#correction-1")
                        .text())
                .isEqualTo("Corrected by Eve Editor: title, which was read as “A Small Trial of <Silence>”. The proofs"
                        + " had another title.");
    }

    private static Response follow(String path) {
        Response response = SITE.get(path.substring(1), BROWSER);
        return response.header("Location")
                .map(location -> SITE.get(location.substring(BASE.length()), BROWSER))
                .orElse(response);
    }

    @Test
    void theHeadOfAPageNamesTheSameDocumentsAsItsFields() {
        Response page = SITE.get("topic/alliance", BROWSER);

        assertThat(page.headers())
                .contains(
                        new Header("Content-Location", BASE + "topic/alliance.html"),
                        new Header("Vary", "Accept"),
                        new Header(
                                "Link", "<" + BASE + "topic/alliance.ttl>; rel=\"describedby\"; type=\"text/turtle\""));
        assertThat(text(page)).contains("href=\"/topic/alliance.ttl\" type=\"text/turtle\"");
        for (FeedFormat format : FeedFormat.values()) {
            assertThat(text(page))
                    .contains("<link rel=\"alternate\" href=\"/topic/alliance/%s\" type=\"%s\""
                            .formatted(format.file(), format.mediaType()))
                    .contains("<link rel=\"alternate\" href=\"/%s\"".formatted(format.file()));
        }
    }

    @Test
    void aSummaryShowsItsNumbersItsFlagsAndWhereTheyWereRead() {
        String page = text(SITE.get("summary/2021-03/walking-while-talking", BROWSER));

        assertThat(page)
                .contains("Hedges' g = 0.31, 95% CI 0.12 to 0.50, p = 0.002")
                .contains("Hedges' g = 0.09, 95% CI −0.03 to 0.21")
                .contains("Printed [0.21, -0.03]; published here as -0.03 to 0.21.")
                .contains("1012 patients, 14 studies")
                .contains("href=\"https://doi.org/10.5555/jir.2021.0101\"")
                .contains("1 February 2026");
        assertThat(ID.matcher(page).results().map(id -> id.group(1)))
                .contains("finding-2", "estimate-1", "sample-1", "implication-2", "flag-1", "reading")
                .doesNotHaveDuplicates();
    }

    @Test
    void aFindingStandsOnceInTheTextAndItsNumbersLeadThere() {
        Element page = Jsoup.parse(text(SITE.get("summary/2021-03/walking-while-talking", BROWSER)));

        assertThat(page.select(":containsOwn(Walking had a small advantage)").eachText())
                .containsExactly("Walking had a small advantage over sitting for depressive symptoms (g = 0.31, 95% CI"
                        + " [0.12, 0.50], p = .002).");
        assertThat(page.expectFirst("#finding-2").attr("href")).isEqualTo("#numbers-of-finding-2");
        assertThat(page.expectFirst("#numbers-of-finding-2").text())
                .isEqualTo(
                        "Hedges' g = 0.31, 95% CI 0.12 to 0.50, p = 0.002 Small to medium by Invented (2020); the 95%"
                                + " interval excludes no effect.");
        assertThat(page.select("#estimate-1 a").eachAttr("href"))
                .containsExactly("#finding-2", "/statistic#invented-2020");
        assertThat(page.expectFirst("#numbers-of-finding-3").text()).doesNotContain("no effect");
        assertThat(page.expectFirst(".passing").text()).isEqualTo("Also told 1012 patients, 14 studies");
    }

    @Test
    void homeShowsTheNewestMonthWholeAndTopicsByGroup() {
        Element home = Jsoup.parse(text(SITE.get("", BROWSER)));

        assertThat(home.select(".whole h3").eachText())
                .containsExactly(
                        "A Very Small Trial of <Silence> & Its \"Meaning\"", "Walking While Talking: Does It Help?");
        assertThat(home.select(".whole").text())
                .contains("Walking had a small advantage over sitting for depressive symptoms")
                .contains("Practice implications Offer a walk where the path is private enough");
        assertThat(home.select("details.group summary").eachText()).containsExactly("Moods", "Other topics");
        assertThat(home.select("details.group").first().select("li").eachText())
                .containsExactly("Anxiety 1", "Depression & low mood 2");
        assertThat(home.select("nav[aria-label=Sections] a").eachText())
                .containsExactly("Search", "Topics", "Types of research", "Studies", "Results in numbers");
        assertThat(ID.matcher(home.outerHtml()).results().map(id -> id.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSummaryShowsWhatAMachineSuggestsAsSuch() {
        String page = text(SITE.get("summary/2020-12/a-summary-without-implications", BROWSER));

        assertThat(page)
                .contains("<p id=\"suggestion-1\"><a href=\"/topic/alliance\">Alliance</a>"
                        + " (suggested by machine, 0.81)</p>")
                .doesNotContain("class=\"tags\"");
    }

    @Test
    void escapesWhatLooksLikeMarkUp() {
        assertThat(text(SITE.get("summary/2021-03/a-very-small-trial-of-silence", BROWSER)))
                .contains("A Very Small Trial of &lt;Silence&gt; &amp; Its")
                .doesNotContain("<Silence>");
    }

    @Test
    void leadsFromAThingToItsDocuments() {
        assertThat(SITE.get("person/wren-q", BROWSER).header("Location")).contains(BASE + "person/wren-q.html");
        assertThat(SITE.get("works/wren-2020-still-open", "text/turtle").header("Location"))
                .contains(BASE + "works/wren-2020-still-open.ttl");
        assertThat(SITE.get("blog", BROWSER).header("Location")).contains(BASE);
        assertThat(SITE.get("blog", "application/ld+json").header("Location")).contains(BASE + "blog.jsonld");
        assertThat(SITE.get("sleep-letter", BROWSER).header("Location")).contains(BASE + "sleep-letter/");
        assertThat(SITE.get("person/wren-q", "text/turtle").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "summary/2021-03/walking-while-talking.ttl, TURTLE, true",
        "summary/2021-03/walking-while-talking.jsonld, JSON_LD, true",
        "sleep-letter/summary/2021-02/warm-feet.jsonld, JSON_LD, true",
        "works/zelaznik-2019-waiting.jsonld, JSON_LD, false",
        "issue/2021-03.jsonld, JSON_LD, false",
        "topic/alliance.jsonld, JSON_LD, false",
        "topic.ttl, TURTLE, false",
        "blog.jsonld, JSON_LD, false",
        "catalogue.jsonld, JSON_LD, false",
    })
    void dataSaysExactlyWhatTheStoreSays(String path, Representation representation, boolean whole) {
        Response response = SITE.get(path, "");
        String resource =
                BASE + path.substring(0, path.length() - representation.suffix().length());

        assertThat(response.contentType()).startsWith(representation.mediaType());
        Graph read = read(text(response), representation);
        Graph stored = Txn.calculateRead(
                STUDIES, () -> whole ? copy(STUDIES.getGraph(NodeFactory.createURI(resource))) : described(resource));
        assertThat(read.stream().map(Triple::toString).toList())
                .containsExactlyInAnyOrderElementsOf(
                        stored.stream().map(Triple::toString).toList())
                .isNotEmpty();
    }

    private static Graph described(String resource) {
        return copy(new Catalogue(STUDIES).describe(resource));
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream().forEach(copy::add);
        return copy;
    }

    private static Graph read(String text, Representation representation) {
        if (representation == Representation.TURTLE) {
            return RDFParser.fromString(text, Lang.TURTLE).toGraph();
        }
        String address = "\"" + BASE + "context/v1.jsonld\"";
        assertThat(text).contains("\"@context\": " + address);
        // off line: the document's context is put in place of its address
        String context = Ontology.context().strip();
        String inner = context.substring(context.indexOf(':') + 1, context.lastIndexOf('}'));
        return RDFParser.fromString(text.replace(address, inner), Lang.JSONLD11).toGraph();
    }

    @Test
    void decimalsAreTextsWhichNoFloatCanSpoil() {
        assertThat(text(SITE.get("summary/2021-03/walking-while-talking.jsonld", "")))
                .contains("\"ciUpper\": \"0.5\"")
                .contains("\"headline\": {");
    }

    @Test
    void servesTheContextTheStyleSheetAndTheRulesForRobots() {
        assertThat(text(SITE.get("context/v1.jsonld", BROWSER))).isEqualTo(Ontology.context());
        assertThat(SITE.get("context/v1.jsonld", "").contentType()).isEqualTo("application/ld+json");
        assertThat(SITE.get("static/site.css", "text/css").contentType()).startsWith("text/css");
        assertThat(text(SITE.get("robots.txt", ""))).contains("Disallow: /sparql?");
    }

    @Test
    void servesTheTextOfASnapshot() {
        String digest = "0123456789abcdef".repeat(4);

        assertThat(text(SITE.get("snapshot/" + digest, BROWSER))).contains(digest);
        assertThat(SITE.get("snapshot/" + digest, "").contentType()).startsWith("text/plain");
        assertThat(SITE.get("snapshot/../../etc/passwd", "").status()).isEqualTo(404);
        assertThat(SITE.get("elsewhere/snapshot/" + digest, "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing",
        "summary/2021-03/nothing",
        "topic/nothing",
        "topic/nothing/feed.rss",
        "feed.rss/feed.rss",
        "person/wren-q.pdf",
        "queries.ttl",
        "'<script>'",
        "summary",
        "issue/1999-01",
        "static/nothing.css"
    })
    void saysSoWhereThereIsNothing(String path) {
        Response page = SITE.get(path, BROWSER);

        assertThat(page.status()).isEqualTo(404);
        assertThat(text(page)).doesNotContain("<script");
        assertThat(SITE.get(path, "text/turtle").contentType()).startsWith("text/plain");
    }

    @Test
    void refusesATypeThatIsNotOffered() {
        assertThat(SITE.get("topic", "image/png").status()).isEqualTo(406);
        assertThat(text(SITE.get("queries", "text/turtle"))).contains("text/html " + BASE + "queries");
    }

    @Test
    void rendersOnceForAVersionAndAgainForTheNext() {
        DatasetGraph dataset = Studies.dataset();
        AtomicReference<String> version = new AtomicReference<>("1");
        Site site = new SiteComposition(
                        dataset, version::get, BASE, digest -> Optional.empty(), InstantSource.fixed(Studies.NOW))
                .site();
        Response before = site.get("topic/alliance", BROWSER);
        Txn.executeWrite(
                dataset,
                () -> dataset.add(
                        NodeFactory.createURI(BASE + "topic"),
                        NodeFactory.createURI(BASE + "topic/alliance"),
                        RDFS.seeAlso.asNode(),
                        NodeFactory.createURI(BASE + "topic/supervision")));

        assertThat(site.get("topic/alliance", BROWSER)).isSameAs(before);
        assertThat(text(site.get("topic/alliance.ttl", ""))).contains("seeAlso");
        version.set("2");
        assertThat(site.get("topic/alliance", BROWSER)).isNotSameAs(before);
        assertThat(site.get("topic/alliance", BROWSER).etag()).isEqualTo(before.etag());
        assertThat(site.get("topic/alliance", BROWSER).lastModified()).isAfter(before.lastModified());
    }

    @Test
    void aPageDuringWhichTheStoreChangesIsMadeOfTheNewVersion() {
        AtomicReference<String> version = new AtomicReference<>("1");
        List<String> asked = new ArrayList<>();
        Section store = new Section() {
            @Override
            public Optional<Document> find(Edition edition, Address address) {
                asked.add(edition.version());
                version.set("2");
                return Optional.empty();
            }

            @Override
            public Stream<String> resources(Edition edition) {
                return Stream.empty();
            }
        };
        Site site = new SiteComposition(
                        STUDIES, version::get, BASE, digest -> Optional.empty(), InstantSource.fixed(Studies.NOW))
                .site(List.of(store));

        assertThat(site.get("topic/alliance", BROWSER).status()).isEqualTo(200);
        assertThat(asked).containsExactly("1", "2");
    }

    @Test
    void listsTheBlogsWhereNoneIsAtTheBase() {
        DatasetGraph dataset = Studies.dataset();
        Txn.executeWrite(dataset, () -> dataset.removeGraph(NodeFactory.createURI(BASE + "blog")));
        Site site = Studies.site(dataset);

        assertThat(text(site.get("", BROWSER))).contains("<a href=\"/sleep-letter/\">The Sleep Letter</a>");
        assertThat(text(site.get("sleep-letter/", BROWSER))).doesNotContain("Also here");
        assertThat(text(SITE.get("sleep-letter/", BROWSER))).contains("<a href=\"/\">The Practice Letter</a>");
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
