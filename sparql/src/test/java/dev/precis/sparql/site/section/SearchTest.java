package dev.precis.sparql.site.section;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.feed.FeedFormat;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final Pattern INPUT =
            Pattern.compile("<input type=\"[a-z]+\" [^>]*name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select [^>]*name=\"([a-z]+)\">(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\">[^<]* \\(([0-9]+)\\)</option>");
    private static final Pattern TOTAL = Pattern.compile("<p class=\"label\">([0-9]+) summar");

    @Test
    void listsEverythingWhereNothingIsAskedFor() {
        assertThat(text("search"))
                .contains("5 summaries", "Walking While Talking")
                .doesNotContain("Warm Feet");
        assertThat(text("sleep-letter/search")).contains("1 summary", "Warm Feet");
        assertThat(text("search?q=&topic=&type=&year=&month=&page=")).isEqualTo(text("search"));
    }

    @Test
    void showsWhatWasChosenAndEachCanBeTakenBack() {
        String page = text("search?q=waiting+wren&type=observational&topic=depression");

        assertThat(page)
                .contains("1 summary", "What a Waiting List Does to Those Who Wait")
                .contains("value=\"waiting wren\"", "name=\"topic\" value=\"depression\"")
                .contains("href=\"/search?type=observational&amp;q=waiting+wren\"")
                .contains("href=\"/search?topic=depression&amp;q=waiting+wren\"")
                .contains("href=\"/search?topic=depression&amp;type=observational\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search", "search?topic=alliance", "search?year=2021", "search?q=the&type=observational",
                        "topic/alliance",
                "topic/depression", "type/randomised-trial", "type/observational", "issue/2021-03",
                        "search?year=2021&q=a"
            })
    void everyFurtherChoiceLeadsToAsManySummariesAsItSays(String path) {
        String page = text(path);
        String filledIn = INPUT.matcher(page)
                .results()
                .map(input -> input.group(1) + "=" + input.group(2).replace(' ', '+'))
                .collect(Collectors.joining("&"));
        List<MatchResult> groups = SELECT.matcher(page).results().toList();

        assertThat(groups)
                .isNotEmpty()
                .allSatisfy(group -> assertThat(OPTION.matcher(group.group(2)).results())
                        .isNotEmpty()
                        .allSatisfy(option -> {
                            String address = "search?" + filledIn + "&" + group.group(1) + "=" + option.group(1);
                            assertThat(total(text(address))).as(address).isEqualTo(option.group(2));
                        }));
    }

    private static String total(String page) {
        return TOTAL.matcher(page)
                .results()
                .map(total -> total.group(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void helpsWhereNothingIsFound() {
        assertThat(text("search?topic=alliance&q=xylophone"))
                .contains("No summary has all of this.")
                .contains("<a href=\"/search?topic=alliance\" rel=\"nofollow\">Without “xylophone”</a>")
                .contains("Try fewer words")
                .doesNotContain("Without “Alliance”");
    }

    @Test
    void saysWhatIsUnknownAndLeavesItOut() {
        assertThat(text("search?topic=alliance&type=astrology&page=zero"))
                .contains("There is no type “astrology” here", "There is no page “zero” here")
                .contains("href=\"/search/feed.rss?topic=alliance\"")
                .contains("2 summaries");
    }

    @Property(tries = 200)
    void anyTextIsHarmless(@ForAll String words, @ForAll String topic) {
        Response page = SITE.get("search?q=" + encoded(words) + "&topic=" + encoded(topic), "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page).strip()).doesNotContain("<script>").endsWith("</html>");
        page.headers().forEach(header -> assertThat(header.value()).matches("[\\x20-\\x7e]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "\" autofocus onfocus=\"alert(1)",
                "]]>",
                "{{7*7}}${7*7}",
                "\r\nLink: <x>",
                "../../etc/passwd",
                "javascript:alert(1)",
                "\u0000\uFFFE\uD800",
                "\u202Egnp.exe",
                "' OR 1=1 --",
                "%",
                "<b>"
            })
    void hostileTextIsHarmlessInPagesAndFeeds(String words) throws Exception {
        String page = text(SITE.get("search?q=x+" + encoded(words) + "&year=" + encoded(words), "text/html"));

        assertThat(page).doesNotContain("<script>", "49", "<b>", "\u0000").doesNotContainPattern("<[^>]*\" autofocus");
        for (FeedFormat format : List.of(FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.RSS_1)) {
            Response feed = SITE.get("search/%s?q=x+%s".formatted(format.file(), encoded(words)), "");
            assertThat(feed.status()).isEqualTo(200);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed.body()));
        }
    }

    @Test
    void aQueryThatIsNoEncodingIsNoReasonToFail() {
        assertThat(SITE.get("search?q=%&topic=%zz&&=&page=-1&page=99999999999999999999", "text/html")
                        .status())
                .isEqualTo(200);
        assertThat(SITE.get("search?q=" + "depress+".repeat(20_000), "text/html")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pagesHoldTwentyAndAreLinkedInHeadAndFields() {
        Site site = Studies.site(many(45));
        Response first = site.get("search", "text/html");
        Response second = site.get("search?page=2", "text/html");
        Response third = site.get("topic/alliance?page=3", "text/html");

        assertThat(text(first)).contains("Page 1 of 3", "href=\"/search?page=2\" rel=\"next\"");
        assertThat(first.headers()).contains(link(BASE + "search?page=2", "next"));
        assertThat(second.headers()).contains(link(BASE + "search", "prev"), link(BASE + "search?page=3", "next"));
        assertThat(text(third))
                .contains("Page 3 of 3", "<link rel=\"canonical\" href=\"" + BASE + "topic/alliance?page=3\"");
        assertThat(third.headers())
                .contains(new Header("Content-Location", BASE + "topic/alliance.html?page=3"))
                .contains(link(BASE + "topic/alliance?page=2", "prev"));
        assertThat(text(site.get("topic/alliance.html?page=3", ""))).isEqualTo(text(third));
        assertThat(IntStream.rangeClosed(1, 4)
                        .map(page -> text(site.get("topic/alliance?page=" + page, "text/html"))
                                        .split("<li>\n<h2>", -1)
                                        .length
                                - 1))
                .containsExactly(20, 20, 7, 0);
        assertThat(text(site.get("topic/alliance?page=4", "text/html")))
                .contains("The list ends on <a href=\"/topic/alliance?page=3\">page 3</a>");
    }

    private static Header link(String address, String relation) {
        return new Header("Link", "<%s>; rel=\"%s\"; type=\"text/html\"".formatted(address, relation));
    }

    private static DatasetGraph many(int number) {
        DatasetGraph dataset = Studies.dataset();
        Txn.executeWrite(
                dataset,
                () -> IntStream.range(0, number).forEach(i -> {
                    Node summary = NodeFactory.createURI(BASE + "summary/2019-01/summary-" + i);
                    Node issue = NodeFactory.createURI(BASE + "issue/2019-01");
                    dataset.add(summary, summary, RDF.type.asNode(), schema("BlogPosting"));
                    dataset.add(summary, summary, schema("headline"), NodeFactory.createLiteralString("Summary " + i));
                    dataset.add(summary, summary, schema("datePublished"), NodeFactory.createLiteralString("2019-01"));
                    dataset.add(summary, summary, schema("isPartOf"), issue);
                    dataset.add(summary, issue, schema("isPartOf"), NodeFactory.createURI(BASE + "blog"));
                    dataset.add(
                            summary,
                            summary,
                            NodeFactory.createURI("http://purl.org/dc/terms/subject"),
                            NodeFactory.createURI(BASE + "topic/alliance"));
                }));
        return dataset;
    }

    private static Node schema(String name) {
        return NodeFactory.createURI("http://schema.org/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "topic/alliance/feed.rss, topic/alliance/feed.rss, Alliance, 2",
        "type/observational/feed.rss, type/observational/feed.rss, Observational study, 2",
        "search/feed.rss?q=waiting, search/feed.rss?q=waiting, “waiting”, 2",
        "search/feed.rss?q=%20waiting&topic=depression&year=,"
                + " search/feed.rss?topic=depression&amp;q=waiting, “waiting”, 1",
        "search/feed.rss?q=xylophone, search/feed.rss?q=xylophone, xylophone, 0",
        "feed.rss, feed.rss, The Practice Letter, 5",
    })
    void hasAFeedOfEachList(String path, String self, String title, int entries) {
        String feed = text(SITE.get(path, ""));

        assertThat(feed).contains("href=\"" + BASE + self + "\"", title);
        assertThat(feed.split("<item>", -1)).hasSize(entries + 1);
    }

    @Test
    void linksNoFeedOfATimeThatIsOver() {
        assertThat(text("search?topic=alliance")).contains("/search/feed.rss?topic=alliance");
        assertThat(text("search?topic=alliance&year=2021")).doesNotContain("/search/feed.rss?");
    }

    @Test
    void hasNoFeedOfWhatIsUnknown() {
        assertThat(SITE.get("search/feed.rss?topic=nothing", "").status()).isEqualTo(404);
        assertThat(SITE.get("type/nothing/feed.rss", "").status()).isEqualTo(404);
        assertThat(SITE.get("issue/1999-01/feed.rss", "").status()).isEqualTo(404);
    }

    @Test
    void tellsBrowsersHowToSearchEachBlog() {
        String practice = text(SITE.get("opensearch.xml", ""));

        assertThat(practice)
                .contains("<ShortName>The Practice Let</ShortName>")
                .contains("template=\"" + BASE + "search?q={searchTerms}&amp;page={startPage?}\"")
                .contains("type=\"application/atom+xml\" template=\"" + BASE + "search/feed.atom?q={searchTerms}\"");
        assertThat(text("topic/alliance"))
                .contains(
                        "<link rel=\"search\" href=\"/opensearch.xml\" type=\"application/opensearchdescription+xml\"");
        assertThat(text(SITE.get("sleep-letter/opensearch.xml", ""))).contains(BASE + "sleep-letter/search?");
    }

    @Test
    void leadsFromOneSummaryAndOneMonthToTheNext() {
        Response waiting = SITE.get("summary/2021-02/what-a-waiting-list-does", "text/html");

        assertThat(waiting.headers())
                .contains(link(BASE + "summary/2021-01/supervision-by-letter", "prev"))
                .contains(link(Studies.WALKING, "next"));
        assertThat(text(waiting)).contains("rel=\"prev\">Supervision by Letter", "rel=\"next\">Walking While Talking");
        assertThat(text("issue/2021-02")).contains("rel=\"prev\">January 2021", "rel=\"next\">March 2021");
        assertThat(text("sleep-letter/summary/2021-02/warm-feet")).doesNotContain("rel=\"prev\"", "rel=\"next\"");
    }

    @Test
    void aTopicShowsItsYears() {
        assertThat(text("topic/alliance"))
                .contains("role=\"img\"", "<desc id=\"years-text\">2020: 0, 2021: 2.</desc>")
                .contains(
                        "<th scope=\"row\">2020</th>",
                        "<th scope=\"row\"><a href=\"/search?topic=alliance&amp;year=2021\""
                                + " rel=\"nofollow\">2021</a></th>");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String path) {
        return text(SITE.get(path, "text/html"));
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
