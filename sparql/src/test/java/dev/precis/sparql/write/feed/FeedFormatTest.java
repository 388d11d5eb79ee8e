package dev.precis.sparql.write.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Site;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FeedFormatTest {
    private static final String MODIFIED = "2026-02-02T09:30:00Z";
    private static final String SELF = "http://localhost:3030/feed";
    private static final Site SITE = Studies.site(Studies.dataset());

    @ParameterizedTest
    @EnumSource
    void holdsEverySummaryOfABlogAndOfATopic(FeedFormat format) {
        assertThat(text(format.file()))
                .contains(Studies.WALKING, Studies.SILENCE, "what-a-waiting-list-does")
                .doesNotContain("warm-feet");
        assertThat(text("topic/alliance/" + format.file()))
                .contains(Studies.SILENCE)
                .doesNotContain(Studies.WALKING);
        assertThat(text("sleep-letter/" + format.file())).contains("warm-feet").doesNotContain(Studies.WALKING);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereItIsFoundAndOfWhatType(FeedFormat format) {
        String path = "topic/alliance/" + format.file();

        assertThat(text(path)).contains("\"" + Studies.BASE + path + "\"");
        assertThat(SITE.get(path, "").contentType()).startsWith(format.mediaType());
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameEveryTime(FeedFormat format) {
        assertThat(Studies.site(Studies.dataset()).get(format.file(), "").body())
                .isEqualTo(SITE.get(format.file(), "").body());
    }

    @Test
    void rssHasWhatReadersAskFor() throws Exception {
        Element channel = (Element) xml(SITE.get("feed.rss", "").body())
                .getElementsByTagName("channel")
                .item(0);
        NodeList items = channel.getElementsByTagName("item");
        List<Instant> times = new ArrayList<>();

        assertThat(value(channel, "language")).isEqualTo("en");
        assertThat(items.getLength()).isEqualTo(5);
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            assertThat(value(item, "guid")).isEqualTo(value(item, "link")).startsWith(Studies.BASE + "summary/");
            assertThat(((Element) item.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
                    .isIn("", "true");
            assertThat(value(item, "dc:creator")).isEqualTo("Mara E. Quill");
            assertThat(value(item, "description")).contains("<p>", "<cite>").doesNotContain("href=\"/");
            times.add(ZonedDateTime.parse(value(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        }
        assertThat(times).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void atomHasWhatTheSpecificationAsksFor() throws Exception {
        Element feed = xml(SITE.get("feed.atom", "").body()).getDocumentElement();
        NodeList entries = feed.getElementsByTagName("entry");
        List<String> published = new ArrayList<>();

        assertThat(value(feed, "updated")).isEqualTo(MODIFIED);
        assertThat(value(feed, "id")).isEqualTo(Studies.BASE + "blog");
        assertThat(entries.getLength()).isEqualTo(5);
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            assertThat(value(entry, "id")).startsWith(Studies.BASE + "summary/");
            assertThat(value(entry, "name")).isEqualTo("Mara E. Quill");
            assertThat(value(entry, "content")).contains("<p>", "<cite>");
            assertThat(value(entry, "updated")).isEqualTo(MODIFIED);
            published.add(value(entry, "published"));
        }
        assertThat(published).doesNotHaveDuplicates();
    }

    @Test
    void jsonFeedTellsTheCitation() throws Exception {
        JsonNode item = new ObjectMapper()
                .readTree(SITE.get("feed.json", "").body())
                .at("/items")
                .valueStream()
                .filter(each -> each.path("id").asText().equals(Studies.WALKING))
                .findFirst()
                .orElseThrow();

        assertThat(item.at("/_precis/citation").asText()).contains("Wren");
        assertThat(item.path("content_html").asText()).contains("<p>");
    }

    @Test
    void rss1IsRdf() {
        Graph graph = RDFParser.fromString(text("feed.rdf"), Lang.RDFXML).toGraph();

        assertThat(graph.stream()
                        .filter(t -> t.getSubject().hasURI(Studies.WALKING))
                        .map(t -> t.getPredicate().getLocalName()))
                .contains("title", "link", "description", "encoded", "date", "creator", "subject");
    }

    @Test
    void jsonLdReadsAsTriplesOffLine() {
        Graph graph = RDFParser.fromString(text("feed.jsonld"), Lang.JSONLD11).toGraph();

        assertThat(graph.stream()
                        .filter(t -> t.getPredicate().hasURI("http://schema.org/dataFeedElement"))
                        .count())
                .isEqualTo(5);
        assertThat(graph.stream()
                        .filter(t -> t.getSubject().hasURI(Studies.WALKING))
                        .map(t -> t.getPredicate().getLocalName()))
                .contains("headline", "articleBody", "citation", "author", "datePublished");
    }

    /** Each part of an entry and of its feed is somewhere in each format that has a place for it. */
    @ParameterizedTest
    @CsvSource({
        "RSS, language copyright pubDate category dc:creator description guid title link",
        "ATOM, id subtitle rights updated published category name content title",
        "RSS_1, dc:language dc:rights dc:date dc:subject dc:creator description content:encoded title link",
        "JSON_FEED, language description date_published date_modified tags authors content_html content_text citation"
                + " doi feed_url home_page_url",
        "JSON_LD, inLanguage description license dateCreated dateModified datePublished keywords author articleBody"
                + " citation sameAs about url"
    })
    void leavesNoPartOut(FeedFormat format, String parts) {
        Entry entry = new Entry(
                Studies.WALKING,
                "Title",
                Studies.NOW,
                Studies.NOW.plusSeconds(60),
                "2021-03",
                "Author",
                "<p>Content</p>",
                "Content",
                "Citation",
                "10.1000/1",
                List.of("Topic"));
        Feed feed = new Feed(
                Studies.BASE + "blog",
                "Feed",
                "Subtitle",
                Studies.BASE,
                "en",
                "http://a.example/by",
                "Network",
                Studies.NOW,
                List.of(entry),
                List.of(),
                Feed.Parts.NONE);
        String whole = new String(format.write(feed, SELF), StandardCharsets.UTF_8);

        assertThat(parts.split(" "))
                .allSatisfy(part -> assertThat(whole).containsAnyOf("<" + part, "\"" + part + "\" :"));
        assertThat(whole).contains("Title", "Content", "Author", "Topic");
        assertThat(whole)
                .contains(
                        switch (format) {
                            case RSS -> "<pubDate>Sun, 01 Mar 2026 12:00:00 GMT";
                            case JSON_LD -> "2021-03";
                            default -> "2026-03-01T12:00:00Z";
                        });
    }

    @Test
    void anEmptyFeedTellsWhenTheStoreChangedLast() throws Exception {
        Element feed =
                xml(SITE.get("search/feed.atom?q=nobodywrotethis", "").body()).getDocumentElement();

        assertThat(feed.getElementsByTagName("entry").getLength()).isZero();
        assertThat(value(feed, "updated")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(value(feed, "name")).isEqualTo("Practice Letter Press");
    }

    @Test
    void dataTellNoTimeThatNobodyKnows() throws Exception {
        new ObjectMapper()
                .readTree(SITE.get("feed.jsonld", "").body())
                .get("dataFeedElement")
                .forEach(element -> assertThat(element.path("dateCreated").asText())
                        .isEqualTo(element.at("/item/datePublished").asText())
                        .matches("\\d{4}-\\d{2}(-\\d{2})?"));
    }

    @Test
    void atomTellsWhenAnEntryWasPublished() throws Exception {
        Element entry = (Element) xml(SITE.get("feed.atom", "").body())
                .getElementsByTagName("entry")
                .item(0);
        String dated = new ObjectMapper()
                .readTree(SITE.get("feed.json", "").body())
                .at("/items/0/date_published")
                .asText();

        assertThat(value(entry, "published")).isEqualTo(dated).isNotEmpty();
        assertThat(text("feed.atom")).contains("rel=\"related\"", "https://doi.org/");
    }

    @Property(tries = 200)
    void anyTextSurvivesEveryFormat(@ForAll String title, @ForAll String content) {
        Entry entry = new Entry(
                Studies.WALKING,
                "t" + title,
                Studies.NOW,
                Studies.NOW,
                "2021-03",
                title,
                "c" + content,
                content,
                content,
                "",
                List.of(title));
        Feed feed = new Feed(
                Studies.BASE + "blog",
                "f" + title,
                content,
                Studies.BASE,
                "en",
                "",
                "a" + title,
                Studies.NOW,
                List.of(entry),
                List.of(),
                Feed.Parts.NONE);

        assertThatCode(() -> {
                    Document rss = xml(FeedFormat.RSS.write(feed, SELF));
                    Element item = (Element) rss.getElementsByTagName("item").item(0);
                    assertThat(value(item, "description")
                                    .replace("\r\n", "\n")
                                    .replace('\r', '\n')
                                    .strip())
                            .isEqualTo(entry.content()
                                    .replace("\r\n", "\n")
                                    .replace('\r', '\n')
                                    .strip());
                    xml(FeedFormat.ATOM.write(feed, SELF));
                    RDFParser.fromString(
                                    new String(FeedFormat.RSS_1.write(feed, SELF), StandardCharsets.UTF_8), Lang.RDFXML)
                            .toGraph();
                    assertThat(new ObjectMapper()
                                    .readTree(FeedFormat.JSON_FEED.write(feed, SELF))
                                    .at("/items/0/content_html")
                                    .asText())
                            .isEqualTo(entry.content());
                    assertThat(new ObjectMapper()
                                    .readTree(FeedFormat.JSON_LD.write(feed, SELF))
                                    .at("/dataFeedElement/0/item/headline")
                                    .asText())
                            .isEqualTo(entry.title());
                })
                .doesNotThrowAnyException();
    }

    private static String text(String path) {
        return new String(SITE.get(path, "").body(), StandardCharsets.UTF_8);
    }

    private static Document xml(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static String value(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
