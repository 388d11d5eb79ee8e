package dev.precis.pipeline.source.crawl;

import static dev.precis.pipeline.source.crawl.Site.links;
import static dev.precis.pipeline.source.crawl.Site.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.Profiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crawl does with what pages ask of it, and with addresses that give nothing. */
class ObeyedPagesTest {
    @TempDir
    private Path store;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(store);
        site.page("/", links("/hidden", "/one"), "<p><a rel=\"nofollow\" href=\"/ad\">ad</a></p>");
        site.page("/hidden", "<head><meta name=robots content=noindex></head>", post("Hidden"), links("/two"));
        site.page("/one", "<head><meta name=robots content=nofollow></head>", post("One"), links("/three"));
        site.page("/two", post("Two")).page("/three", post("Three")).page("/ad", post("Ad"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatAsksNotToBePublishedOrFollowedIsNot() {
        Site.Crawled crawled = site.crawl("/");
        assertThat(crawled.titles()).containsExactly("One", "Two");
        assertThat(site.requests()).containsExactly("/", "/hidden", "/one", "/two");
        assertThat(crawled.codes()).containsExactly("noindex");
    }

    @Test
    void theServerMayAskToo() {
        site.server().at("/two", this::silent);
        assertThat(site.crawl("/").titles()).containsExactly("One");
    }

    private void silent(HttpExchange exchange) throws java.io.IOException {
        exchange.getResponseHeaders().add("X-Robots-Tag", "otherbot: nofollow");
        exchange.getResponseHeaders().add("X-Robots-Tag", "noindex");
        LegacySite.send(exchange, 200, "text/html", post("Two").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theProfileMaySayThatItIsAllowedAllTheSame() {
        SourceProfile profile = Profiles.profile(site.address("/"), Site.USUAL);
        SourceProfile.Crawl c = profile.crawl();
        SourceProfile.Crawl deaf = new SourceProfile.Crawl(
                c.delay(),
                c.timeout(),
                c.retries(),
                c.maxBytes(),
                c.maxPages(),
                c.userAgent(),
                true,
                c.keepRatio(),
                c.visits());
        assertThat(site.crawl("/", Profiles.withCrawl(profile, deaf)).titles())
                .containsExactlyInAnyOrder("Hidden", "One", "Two", "Three", "Ad");
    }

    @Test
    void aDeadLinkIsWorthKnowingAndNoFailure() {
        site.file("/two", 410, "text/html", "gone");
        assertThat(site.crawl("/").result().notices())
                .filteredOn(notice -> notice.code().equals("dead-link"))
                .extracting(Notice::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void aPageThatWasThereAndIsGoneIsMissed() {
        site.crawl("/");
        site.file("/two", 404, "text/html", "gone");
        assertThat(site.crawl("/").codes()).contains("unreachable").doesNotContain("dead-link");
    }

    @Test
    void aPageThatFailsIsAFailureThoughOnlyLinked() {
        site.file("/two", 503, "text/html", "later");
        assertThat(site.crawl("/").codes()).contains("unreachable");
    }

    @Test
    void aRedirectOutOfTheFolderTakesNoPostFromThere() {
        site.page("/blog/", links("/blog/account", "/blog/one")).page("/blog/one", post("Single"));
        site.server().at("/blog/account", LegacySite.redirect(302, "/one"));
        Site.Crawled crawled = site.crawl("/blog/");
        assertThat(crawled.titles()).containsExactly("Single");
        assertThat(crawled.codes()).containsExactly("redirected-away");
    }
}
