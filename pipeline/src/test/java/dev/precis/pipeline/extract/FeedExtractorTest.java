package dev.precis.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedExtractorTest {
    private static final String CONTENT = """
        <p>Doe, J. &amp; Roe, R. (2020). What &lt;works&gt;. <i>Psychotherapy, 12</i>, 34-56.</p>
        <p>The summary begins. In May 2020 it went on.</p><p>It ends here, as summaries do.</p>
        <h3>Practice implications</h3><p>Ask your client what works.</p>\
        """;

    private static final String ESCAPED =
            CONTENT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    private static final String RSS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel><title>Blog</title><link>https://blog.example/</link><description>All</description>
            <item>
              <title>What &amp;lt;Works&amp;gt;?</title>
              <link>/2021/05/what-works</link>
              <dc:creator>Ann Author</dc:creator>
              <category>Attachment</category><category>Training</category>
              <pubDate>Fri, 14 May 2021 23:30:00 -0400</pubDate>
              <description>An excerpt.</description>
              <content:encoded>%s</content:encoded>
            </item>
          </channel>
        </rss>\
        """.formatted(ESCAPED);
    private static final String ATOM = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>urn:x</id><updated>2022-01-01T00:00:00Z</updated>
          <entry>
            <id>urn:y</id><title type="html">What &amp;lt;Works&amp;gt;?</title>
            <link rel="alternate" href="https://blog.example/2021/05/what-works"/>
            <author><name>Ann Author</name></author>
            <category term="Attachment"/><category term="Training"/>
            <published>2021-05-15T03:30:00Z</published><updated>2022-01-01T00:00:00Z</updated>
            <content type="html">%s</content>
          </entry>
        </feed>\
        """.formatted(ESCAPED);
    private static final String JSON = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": [
          {"id": "1", "url": "https://blog.example/2021/05/what-works", "title": "What <Works>?",
           "authors": [{"name": "Ann Author"}], "tags": ["Attachment", "Training"],
           "date_published": "2021-05-15T03:30:00Z", "content_html": "%s"}]}
        """.formatted(CONTENT.replace("\n", " ").replace("\"", "\\\""));

    private final FeedExtractor extractor = new FeedExtractor(Sources.profile("pprnet"), KnownLabels.ALL);

    static List<String> feeds() {
        return List.of(RSS, ATOM, JSON);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void readsThePostsOfAFeedInEveryFormat(String feed) {
        assertPost(read(feed));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void tellsWhatAPostIsKnownBy(String feed) {
        List<String> keys = new ArrayList<>(List.of("address https://blog.example/2021/05/what-works"));
        if (!feed.equals(RSS)) {
            keys.add(feed.equals(ATOM) ? "guid urn:y" : "guid 1"); // that one has no guid
        }
        assertThat(read(feed).drafts().getFirst().origin().keys())
                .extracting(PostKey::toString)
                .isEqualTo(keys);
    }

    @Test
    void anEntryWithoutAnAddressOfItsOwnIsNotKnownByThatOfTheFeed() {
        assertThat(read(ATOM.replace("rel=\"alternate\" href=\"https://blog.example/2021/05/what-works\"", "href=\"\""))
                        .drafts()
                        .getFirst()
                        .origin()
                        .keys())
                .extracting(PostKey::toString)
                .containsExactly("guid urn:y");
    }

    @Test
    void takesATitleOfPlainTextAtItsWord() {
        String plain = ATOM.replace(
                "<title type=\"html\">What &amp;lt;Works&amp;gt;?</title>", "<title>What &lt;Works&gt;?</title>");
        assertThat(plain).isNotEqualTo(ATOM);
        assertPost(read(plain));
    }

    private static void assertPost(Page page) {
        assertThat(page.notices()).isEmpty();
        Draft draft = page.drafts().getFirst();
        assertThat(page.drafts()).hasSize(1);
        assertThat(draft.title().text()).isEqualTo("What <Works>?");
        assertThat(draft.date()).hasToString("2021-05-15");
        assertThat(draft.citations())
                .extracting(Passage::text)
                .containsExactly("Doe, J. & Roe, R. (2020). What <works>. Psychotherapy, 12, 34-56.");
        assertThat(draft.body())
                .extracting(Passage::text)
                .containsExactly("The summary begins. In May 2020 it went on.", "It ends here, as summaries do.");
        assertThat(draft.implications()).extracting(Passage::text).containsExactly("Ask your client what works.");
        assertThat(draft.labels()).containsExactly("Attachment", "Training");
        assertThat(draft.author()).isEqualTo("Ann Author");
        assertThat(draft.origin().address()).isEqualTo(URI.create("https://blog.example/2021/05/what-works"));
        assertThat(draft.notices()).isEmpty();
        assertThat(draft.body())
                .allSatisfy(passage -> assertThat(page.text()
                                .substring(
                                        passage.start(),
                                        passage.start() + passage.text().length()))
                        .isEqualTo(passage.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss"
                        + " version=\"2.0\"><channel><title>&x;</title><item><title>&x;</title></item></channel></rss>",
                "<!DOCTYPE feed [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><feed"
                        + " xmlns=\"http://www.w3.org/2005/Atom\"><title>&b;</title></feed>",
                "<rss version=\"2.0\"><channel><item><title>Cut",
                "<rss><nothing/></rss>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [",
                "{\"title\": \"no feed\"}",
                "",
            })
    void refusesWhatIsNoFeedAndReadsNothingElseForIt(String document) {
        Page page = read(document);

        assertThat(page.drafts()).isEmpty();
        assertThat(page.text()).doesNotContain("root");
        assertThat(page.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Severity.VIOLATION);
            assertThat(notice.code()).isEqualTo("feed-unreadable");
            assertThat(notice.message()).isNotBlank().isNotEqualTo("null");
        });
    }

    @Test
    void quarantinesAnEntryThatNothingDates() {
        Page page = read(RSS.replaceAll("<pubDate>.*</pubDate>", "").replace("In May 2020 it", "It"));
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("month-missing");
    }

    @Test
    void takesALinkThatLeadsNowhereForTheFeedsOwn() {
        Page page = read(RSS.replace("/2021/05/what-works", "javascript:alert(1)"));
        assertThat(page.drafts().getFirst().origin().address()).isEqualTo(URI.create("https://blog.example/feed"));
    }

    private Page read(String feed) {
        return extractor.extract(
                new Capture(
                        URI.create("https://blog.example/feed"),
                        Instant.parse("2022-02-02T00:00:00Z"),
                        "",
                        feed.getBytes(StandardCharsets.UTF_8)),
                CaptureKind.FEED);
    }
}
