package dev.precis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.vocabulary.RDF;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A post with mark-up, harmless and harmful, from every kind of document to everything that is published of it. */
class RichPostTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final String HOME = "https://sleep-letter.example/letter";
    private static final URI POST = URI.create(HOME + "/2024/05/naps/");
    private static final Stages STAGES = Sources.stages(Sources.profile("sleep-letter"));

    private static final String CONTENT = """
        <p>Almqvist, R. (2023). Twenty minutes at noon. <i>Journal of Invented Sleep Studies</i>, 4(2), 11–25.</p>
        <p onmouseover="alert('a')">Thirty people were asked to nap, and it <b>did</b> help (<em>r</em> = .45, <i>p</i> = .012),
        as <a href="/letter/before" onclick="alert('b')" style="color:red">we said before</a>.</p>
        <script>alert('c')</script><style>p { display: none }</style>
        <blockquote>A nap is a <a href="javascript:alert('d')">small</a> holiday &lt;script&gt;alert('e')&lt;/script&gt; to them.</blockquote>
        <ul><li>At noon it was <strong>20 minutes</strong> long.</li><li>Later it was not.</li></ul>
        <table onload="alert('f')"><tr><th>When</th><th>Mood</th></tr><tr><td>noon</td><td>better</td></tr></table>
        <p>So it <img src="https://evil.example/x.gif" width="1" height="1" alt="spy"><img src="x" onerror="alert('g')"> seems
        <img src="https://sleep-letter.example/plot.png" alt="A plot of &quot;moods&quot;"> to them.</p>
        <iframe src="https://evil.example/"></iframe><svg onload="alert('h')"><a xlink:href="javascript:alert(1)">x</a></svg>
        <form action="https://evil.example/"><input name="password"></form><object data="evil.swf"></object>
        <h4>What this means</h4>
        <ul><li>Nap <em>before</em> three.</li><li>Ask <a href="vbscript:x">them</a> how they slept.</li></ul>
        """;

    private static final String MARKDOWN = """
        Thirty people were asked to nap, and it **did** help (*r* = .45, <i onclick="alert('a')">p</i> = .012),
        as [we said before](https://sleep-letter.example/letter/before).

        <script>alert('c')</script>

        > A nap is a [small](javascript:alert('d')) holiday &lt;script>alert('e')&lt;/script> to them.

        - At noon it was **20 minutes** long.
        - Later it was not.

        <table onload="alert('f')"><tr><th>When</th><th>Mood</th></tr><tr><td>noon</td><td>better</td></tr></table>

        So it <img src="https://evil.example/x.gif" width="1" height="1" alt="spy"> seems
        ![A plot of "moods"](https://sleep-letter.example/plot.png) to them.

        <iframe src="https://evil.example/"></iframe>

        ## What this means

        - Nap *before* three.
        - Ask [them](vbscript:x) how they slept.
        """;

    private static final String BODY =
            "<p>Thirty people were asked to nap, and it <strong>did</strong> help (<em>r</em> = .45, <em>p</em> ="
                + " .012), as <a href=\"https://sleep-letter.example/letter/before\">we said"
                + " before</a>.</p><blockquote><p>A nap is a small holiday &lt;script&gt;alert('e')&lt;/script&gt; to"
                + " them.</p></blockquote><ul><li>At noon it was <strong>20 minutes</strong> long.</li><li>Later it"
                + " was not.</li></ul>"
                + "<table><tbody><tr><th>When</th><th>Mood</th></tr><tr><td>noon</td><td>better</td></tr></tbody></table><p>So"
                + " it seems <span class=\"picture\">[A plot of \"moods\"]</span> to them.</p>";
    private static final String IMPLICATIONS =
            "<ul><li>Nap <em>before</em> three.</li><li>Ask them how they slept.</li></ul>";
    private static final String TEXT = """
        Thirty people were asked to nap, and it did help (r = .45, p = .012), as we said before.

        A nap is a small holiday <script>alert('e')</script> to them.

        At noon it was 20 minutes long.

        Later it was not.

        When

        Mood

        noon

        better

        So it seems to them.\
        """;

    static List<Capture> documents() throws JsonProcessingException {
        ObjectNode post = JSON.createObjectNode();
        post.put("type", "post")
                .put("status", "publish")
                .put("date", "2024-05-02T08:00:00")
                .put("link", POST.toString());
        post.putObject("title").put("rendered", "Naps at Noon");
        post.putObject("content").put("rendered", CONTENT);
        return List.of(
                capture(
                        POST,
                        "text/html",
                        "<html><head><title>Naps at Noon | The Sleep Letter</title><meta property='og:type'"
                                + " content='article'></head><body><article><h1>Naps at Noon</h1><time"
                                + " datetime='2024-05-02'>2 May"
                                + " 2024</time><div"
                                + " class='entry-content'>" + CONTENT + "</div></article></body></html>"),
                capture(URI.create(HOME + "/feed"), "application/rss+xml", rss("")),
                capture(
                        URI.create("file:///export.xml"),
                        "",
                        rss("<wp:wxr_version>1.2</wp:wxr_version>")
                                .replace("<rss", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"")
                                .replace(
                                        "<guid",
                                        "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
                                                + "<wp:post_date>2024-05-02 08:00:00</wp:post_date><guid")),
                capture(
                        URI.create("https://sleep-letter.example/wp-json/wp/v2/posts"),
                        "application/json",
                        "[" + post + "]"),
                capture(
                        URI.create("file:///naps.md"),
                        "",
                        "---\n"
                                + "title: Naps at Noon\n"
                                + "date: 2024-05-02\n"
                                + "topics: [Naps]\n"
                                + "citation: \"Almqvist, R. (2023). Twenty minutes at noon. Journal of Invented Sleep"
                                + " Studies, 4(2), 11–25.\"\n"
                                + "---\n"
                                + MARKDOWN));
    }

    private static String rss(String more) {
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + "><channel><title>The Sleep Letter</title><link>" + HOME
                + "</link>" + more + "<item><title>Naps at Noon</title><link>" + POST + "</link><guid>" + POST
                + "</guid><pubDate>Thu, 02 May 2024 08:00:00 +0000</pubDate><content:encoded><![CDATA[" + CONTENT
                + "]]></content:encoded></item></channel></rss>";
    }

    private static Capture capture(URI address, String type, String text) {
        return new Capture(address, type, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anyDocumentGivesTheSameTextAndTheSameMarkUpBesideIt(Capture document) {
        Model model = ModelFactory.createModelForGraph(graph(document).graph());

        assertThat(literal(model, Schema.articleBody)).isEqualTo(TEXT);
        assertThat(literal(model, Precis.richBody)).isEqualTo(BODY);
        assertThat(literal(model, Precis.richImplications)).isEqualTo(IMPLICATIONS);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePageShowsTheMarkUpWithTheFindingsMarked(Capture document) {
        NamedGraph graph = graph(document);
        Document page = Jsoup.parse(text(site(graph), path(graph) + ".html"));

        assertHarmless(page);
        Element body = page.expectFirst(".body");
        assertThat(body.select("blockquote > p, ul > li strong, .wide > table th"))
                .hasSize(4);
        assertThat(body.selectFirst("#finding-1")).isNotNull();
        assertThat(body.select(".said").eachText().stream().collect(Collectors.joining(" ")))
                .contains("Thirty people were asked to nap, and it did help");
        assertThat(page.expectFirst(".implications")
                        .select("li > span[id^=implication-]")
                        .eachAttr("id"))
                .containsExactly("implication-1", "implication-2");
        assertThat(body.text()).contains("[A plot of \"moods\"]").doesNotContain("spy");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void feedsShowTheMarkUpWithoutHarm(Capture document) throws IOException, FeedException {
        NamedGraph graph = graph(document);
        Site site = site(graph);

        for (String format : List.of("feed.atom", "feed.rss", "feed.rdf")) {
            SyndEntry entry = new SyndFeedInput()
                    .build(new StringReader(text(site, "sleep-letter/" + format)))
                    .getEntries()
                    .getFirst();
            assertRich(Stream.concat(Stream.of(entry.getDescription()), entry.getContents().stream())
                    .filter(content -> content != null && content.getValue().contains("<ul>"))
                    .findFirst()
                    .orElseThrow()
                    .getValue());
        }
        JsonNode item = JSON.readTree(text(site, "sleep-letter/feed.json"))
                .path("items")
                .path(0);
        assertRich(item.path("content_html").asText());
        assertThat(item.path("content_text").asText()).startsWith(TEXT);
    }

    private static void assertRich(String html) {
        assertThat(html).contains(BODY, IMPLICATIONS);
        assertHarmless(Jsoup.parse(html));
        assertThat(Parser.xmlParser().parseInput("<div>" + html + "</div>", "").select("script"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFormOfTheGraphHasTheSameLiteral(Capture document) throws JsonProcessingException {
        NamedGraph graph = graph(document);
        Site site = site(graph);

        assertThat(JSON.readTree(text(site, path(graph) + ".jsonld")).findValuesAsText("richBody"))
                .containsExactly(BODY);
        for (String form : List.of(".ttl", ".rdf", ".nt")) {
            Model model = ModelFactory.createDefaultModel();
            RDFParser.fromString(
                            text(site, path(graph) + form),
                            switch (form) {
                                case ".ttl" -> Lang.TURTLE;
                                case ".rdf" -> Lang.RDFXML;
                                default -> Lang.NTRIPLES;
                            })
                    .parse(model);
            assertThat(literal(model, Precis.richBody)).as(form).isEqualTo(BODY);
        }
    }

    @Test
    void allMarkUpThatIsKeptIsShown() {
        String all = "One.\n\n"
            + "<h2>A</h2><h3>B</h3><h4>C</h4><h5>D</h5><ul><li>u</li></ul><ol start='2'><li>o</li></ol>"
            + "<dl><dt>t</dt><dd>d</dd></dl><blockquote><p>b</p></blockquote><table><caption>c</caption><thead><tr><th"
            + " scope='col'>h</th><th>i</th></tr></thead><tbody><tr><td"
            + " rowspan='2'>j</td><td>k</td></tr><tr><td>l</td></tr></tbody><tfoot><tr><td"
            + " colspan='2'>m</td></tr></tfoot></table><figure><p>f</p><figcaption>g</figcaption></figure><p><a"
            + " href='https://x.example/'>n</a> <strong>o</strong> <em>p</em> <cite>q</cite> <q>r</q> <sub>s</sub>"
            + " <sup>t</sup> <code>u</code> <kbd>v</kbd> <samp>w</samp> <var>x</var> <abbr"
            + " title='zed'>z</abbr></p><ul><li>one<br><br>two</li></ul><p><img src='x.png' alt='y'>z</p>";
        NamedGraph graph = graph(capture(
                URI.create("file:///all.md"), "", "---\ntitle: All\nmonth: 2024-05\ndoi: 10.1234/all\n---\n" + all));
        String rich = literal(ModelFactory.createModelForGraph(graph.graph()), Precis.richBody);
        Element shown = Jsoup.parse(text(site(graph), path(graph) + ".html")).expectFirst(".body");
        shown.select(".said, .wide").unwrap();

        assertThat(names(Jsoup.parseBodyFragment(rich).body())).hasSize(43).isEqualTo(names(shown));
    }

    private static Set<String> names(Element text) {
        Set<String> names = new TreeSet<>();
        text.select("*").stream().skip(1).forEach(element -> {
            names.add(element.normalName());
            element.attributes().forEach(attribute -> names.add("@" + attribute.getKey()));
        });
        return names;
    }

    @Test
    void paragraphsAloneHaveNoSecondText() throws JsonProcessingException {
        Capture plain = capture(
                URI.create("file:///plain.md"),
                "",
                "---\n"
                        + "title: Naps\n"
                        + "month: 2024-05\n"
                        + "doi: 10.1234/noon\n"
                        + "---\n"
                        + "One\n"
                        + "line.\n\n"
                        + "Two.\n\n"
                        + "## What this means\n\n"
                        + "Sleep.\n");

        assertThat(graph(plain).graph().stream()
                        .map(triple -> triple.getPredicate().getURI()))
                .isNotEmpty()
                .doesNotContain(Precis.richBody.getURI(), Precis.richImplications.getURI());
    }

    /** What a browser would run, load or send without being asked. */
    private static void assertHarmless(Document page) {
        assertThat(page.select("script:not([type=application/ld+json]), style, iframe, object, embed, base,"
                        + " form:not([action^=/]), svg a, [style], img, body link, body meta"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.select("[href], [src], [action]").stream()
                        .flatMap(element -> Stream.of("href", "src", "action").map(element::attr)))
                .noneMatch(address -> address.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("(?s)(?:javascript|vbscript|data):.*"));
    }

    private static NamedGraph graph(Capture document) {
        Page page = STAGES.reader().read(document);
        assertThat(page.drafts()).as(page.notices().toString()).hasSize(1);
        Draft draft = page.drafts().getFirst();
        return STAGES.validator()
                .validate(STAGES.mapper()
                        .map(STAGES.understanding().understand(draft), new Iris(STAGES.profile()).summary(draft)));
    }

    private static String path(NamedGraph graph) {
        return URI.create(graph.name()).getPath().substring(1);
    }

    private static Site site(NamedGraph graph) {
        DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        Txn.executeWrite(dataset, () -> {
            NamedGraph blog = STAGES.blogMapper().blog(List.of(), List.of());
            GraphUtil.addInto(dataset.getGraph(blog.node()), blog.graph());
            GraphUtil.addInto(dataset.getGraph(graph.node()), graph.graph());
        });
        String base = STAGES.profile().base().toString();
        return new SiteComposition(dataset, () -> "1", base, digest -> Optional.empty(), InstantSource.fixed(NOW))
                .site();
    }

    private static String text(Site site, String path) {
        Response response = site.get(path, "");
        assertThat(response.status()).as(path).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String literal(Model model, Property property) {
        return model.listSubjectsWithProperty(RDF.type, Schema.BlogPosting)
                .next()
                .getProperty(property)
                .getString();
    }
}
