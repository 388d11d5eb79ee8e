package dev.precis.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.page.PageHead;
import dev.precis.pipeline.domain.page.RobotsRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells crawlers: in its head, beside it, by its links. */
class PageHeadTest {
    @Test
    void tellsItsOwnAddressItsFeedsAndWhatItAsks() {
        PageHead head = read("""
            <link rel="canonical" href="/2015/02/04/cohesion/"><meta name="Robots" content="noindex">
            <meta name="googlebot" content="nofollow"><link rel="alternate" hreflang="fr" href="/fr/">
            <link rel="alternate home" type="application/rss+xml" href="feed/">
            <link rel="stylesheet alternate" type="text/css" href="b.css">
            """, "").head();
        assertThat(head.canonical()).contains(URI.create("https://b.example/2015/02/04/cohesion/"));
        assertThat(head.feeds()).containsExactly(URI.create("https://b.example/blog/feed/"));
        assertThat(head.robots()).isEqualTo(new RobotsRules(true, false));
    }

    @Test
    void twoCanonicalAddressesAreNone() {
        assertThat(read("<link rel=canonical href=/a><link rel=canonical href=/b>", "")
                        .head()
                        .canonical())
                .isEmpty();
    }

    @Test
    void whatTheServerSaysBesideThePageCounts() {
        assertThat(read("<p>A</p>", "otherbot: noindex\nnofollow").head().robots())
                .isEqualTo(new RobotsRules(false, true));
    }

    @Test
    void aLinkThatOneCopyOfAsksNotToBeFollowedIsFollowedAllTheSame() {
        assertThat(links("<a href=/a rel='nofollow'>1</a><a href=/a>2</a><a href=/b rel='external ugc'>3</a>"))
                .extracting(Page.Link::nofollow)
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><h2 class=entry-title><a href=/p>Cohesion in Groups</a></h2></article>",
                "<a href=/p><h3>Cohesion in Groups</h3></a>",
                "<div><p>An excerpt … <a href=/p>Continue reading →</a></p></div>",
                "<p>Un extrait <a href=/p>Lire la suite</a></p>",
                "<aside><article><h4><a href=/p>Cohesion in Groups</a></h4></article></aside>",
                "<span class=entry-title><a href=/p rel=bookmark>Cohesion in Groups</a></span>",
            })
    void aListLinksItsPosts(String html) {
        assertThat(links(html)).singleElement().matches(Page.Link::leadsToPost);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>As <a href=/p>Cohesion in Groups</a> said</p>",
                "<aside><h3><a href=/p>About us</a></h3></aside>",
                "<div class=widget><h3><a href=/p>Shop</a></h3></div>",
                "<nav><h2><a href=/p>Menu</a></h2></nav>",
                "<footer><a href=/p>Read more about cookies</a></footer>",
                "<p><a href=/p>Readable maps</a></p>",
            })
    void otherLinksAreNoPosts(String html) {
        assertThat(links(html)).singleElement().matches(link -> !link.leadsToPost());
    }

    private static List<Page.Link> links(String html) {
        return read(html, "").links();
    }

    private static Page read(String html, String directives) {
        return new HtmlExtractor(Blog.profile())
                .extract(new Capture(
                        URI.create("https://b.example/blog/"),
                        Instant.EPOCH,
                        "text/html; charset=utf-8",
                        html.getBytes(StandardCharsets.UTF_8),
                        directives));
    }
}
