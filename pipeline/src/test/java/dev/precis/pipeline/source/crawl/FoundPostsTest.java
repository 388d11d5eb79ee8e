package dev.precis.pipeline.source.crawl;

import static dev.precis.pipeline.source.crawl.Site.links;
import static dev.precis.pipeline.source.crawl.Site.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Finder;
import dev.precis.pipeline.source.LegacySite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways by which a crawl finds posts: sitemaps, feeds, what a list links as its posts, what the profile names. */
class FoundPostsTest {
    private static final String LIST = """
        <article><h2><a href="/2015/02/04/cohesion/">Cohesion</a></h2><p>An excerpt [...]</p></article>
        <article><h2><a href="/2014/11/30/alliance/">Alliance</a></h2><p>An excerpt
        <a href="/2014/11/30/alliance/#more">Continue reading</a></p></article>
        <aside><h3><a href="/shop/">Shop</a></h3><h3><a href="/cart/">Cart</a></h3></aside>
        <h1><a href="/">Our Site</a></h1>\
        """;

    @TempDir
    private Path store;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(store);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void asksForWhatTheUsualSitemapListsBelowTheFirstAddress() {
        site.page("/blog/", "<p>Welcome</p>").page("/blog/one", post("One")).page("/about", post("No"));
        site.file("/sitemap.xml", 200, "application/xml", sitemap("/blog/one", "/about", "/blog/"));
        assertThat(site.crawl("/blog/").titles()).containsExactly("One");
        assertThat(site.requests()).containsExactly("/blog/", "/blog/one");
    }

    @Test
    void asksForTheNewestFirst() {
        site.page("/blog/", "<p>Welcome</p>");
        site.file("/sitemap.xml", 200, "application/xml", """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url><loc>%s</loc></url>
            <url><loc>%s</loc><lastmod>2015-02-04</lastmod></url>
            <url><loc>%s</loc><lastmod>2024-02-04T10:00:00+00:00</lastmod></url></urlset>
            """.formatted(
                        site.address("/blog/a"), site.address("/blog/b"), site.address("/blog/c")));
        site.crawl("/blog/");
        assertThat(site.requests()).containsExactly("/blog/", "/blog/c", "/blog/b", "/blog/a");
    }

    @Test
    void readsTheSitemapsThatRobotsNamesTheirPartsAndPackedOnes() throws IOException {
        site.page("/", "<p>Welcome</p>").page("/one", post("One")).page("/two", post("Two"));
        site.file("/robots.txt", 200, "text/plain", "Sitemap: " + site.address("/index.xml"));
        site.file("/index.xml", 200, "text/xml", """
            <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>%s</loc></sitemap><sitemap><loc>%s</loc></sitemap></sitemapindex>
            """.formatted(
                        site.address("/posts-1.xml.gz"), site.address("/posts-2.xml")));
        byte[] packed = packed(sitemap("/one"));
        site.server().at("/posts-1.xml.gz", exchange -> LegacySite.send(exchange, 200, "application/x-gzip", packed));
        site.file("/posts-2.xml", 200, "text/xml", sitemap("/two"));
        assertThat(site.crawl("/").titles()).containsExactly("One", "Two");
    }

    @Test
    void aBrokenSitemapIsANotice() {
        site.page("/", post("Home"));
        site.file("/robots.txt", 200, "text/plain", "Sitemap: " + site.address("/gone.xml"));
        site.file("/sitemap.xml", 200, "application/xml", "<urlset><url><loc>http://");
        assertThat(site.crawl("/").codes()).contains("sitemap-unreadable").doesNotContain("unreachable");
    }

    @Test
    void aSitemapThatNobodyPromisedMayBeMissing() {
        site.page("/", post("Home"));
        assertThat(site.crawl("/").codes()).isEmpty();
    }

    @Test
    void asksForNoSitemapIfTheProfileSaysSo() {
        site.page("/", post("Home"));
        site.crawl("/", listing(List.of(), Finder.NONE, Finder.NONE));
        assertThat(site.server().requests()).containsExactly("/");
    }

    @Test
    void asksForTheEntriesOfTheFeedsOfTheFirstPage() {
        site.page("/", "<head><link rel=alternate type=application/rss+xml href=feed/></head><p>Hi</p>");
        site.page("/one", post("One"));
        site.file("/feed/", 200, "text/xml", feed("/one"));
        assertThat(site.crawl("/").titles()).containsExactly("One");
    }

    @Test
    void theFeedThatTheProfileNamesTellsPostsWhereverTheyAre() {
        site.page("/blog/", "<p>Hi</p>").page("/p/one", post("One"));
        site.file("/rss", 200, "text/xml", feed("/p/one"));
        Finder feed = new Finder(true, Optional.of(URI.create(site.address("/rss"))));
        assertThat(site.crawl("/blog/", listing(List.of(), Finder.NONE, feed)).titles())
                .containsExactly("One");
    }

    @Test
    void aBrokenFeedIsANotice() {
        site.page("/", "<head><link rel=alternate type=application/rss+xml href=feed/></head><p>Hi</p>");
        site.file("/feed/", 200, "text/xml", "<rss><channel><item>");
        assertThat(site.crawl("/").codes()).containsExactly("feed-unreadable");
    }

    @Test
    void asksForWhatAListLinksAsItsPostsOutsideOfItsFolder() {
        site.page("/blog/", LIST, links("/terms/", "/2015/02/"));
        site.page("/2015/02/04/cohesion/", post("Cohesion")).page("/2014/11/30/alliance/", post("Alliance"));
        assertThat(site.crawl("/blog/").titles()).contains("Cohesion", "Alliance");
        assertThat(site.requests()).containsExactly("/blog/", "/2015/02/04/cohesion/", "/2014/11/30/alliance/");
    }

    @Test
    void aPostOutsideLeadsNoFartherOutside() {
        site.page("/blog/", LIST);
        site.page("/2015/02/04/cohesion/", post("Cohesion"), LIST.replace("/2014/11/30/alliance", "/2013/01/02/more"));
        site.crawl("/blog/");
        assertThat(site.requests()).doesNotContain("/2013/01/02/more/");
    }

    @Test
    void theProfileNamesPostsThatNoListLinksAsSuch() {
        site.page("/blog/", links("/2015/02/04/cohesion/", "/2015/terms/"));
        site.page("/2015/02/04/cohesion/", post("Cohesion"));
        site.crawl("/blog/", listing(List.of("/20*/*/*/"), Finder.NONE, Finder.NONE));
        assertThat(site.requests()).containsExactly("/blog/", "/2015/02/04/cohesion/");
    }

    @Test
    void followsWhatTheProfileNamesOutsideOfTheFolder() {
        site.page("/blog/", links("/archive/2", "/other"));
        site.page("/archive/2", post("Old"), links("/archive/3", "/blog/x"));
        site.page("/archive/3", post("Ancient"));
        SourceProfile.Listing listing = new SourceProfile.Listing("", List.of(), List.of("/archive/"));
        assertThat(site.crawl("/blog/", listing).titles()).containsExactly("Old", "Ancient");
        assertThat(site.requests()).containsExactly("/blog/", "/archive/2", "/archive/3");
    }

    @Test
    void neverFollowsWhatTheProfileSkips() {
        site.page("/", links("/tag/x", "/one", "/one/print"));
        SourceProfile.Listing listing = new SourceProfile.Listing(
                "", List.of(), List.of(), List.of("/tag/", "/*/print"), List.of(), List.of(), Finder.NONE, Finder.NONE);
        site.crawl("/", listing);
        assertThat(site.requests()).containsExactly("/", "/one");
    }

    private static SourceProfile.Listing listing(List<String> posts, Finder sitemap, Finder feed) {
        return new SourceProfile.Listing("", List.of(), List.of(), List.of(), posts, List.of(), sitemap, feed);
    }

    private String sitemap(String... paths) {
        StringBuilder map = new StringBuilder("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (String path : paths) {
            map.append("<url><loc>").append(site.address(path)).append("</loc></url>");
        }
        return map.append("</urlset>").toString();
    }

    private String feed(String path) {
        return "<rss version=\"2.0\"><channel><title>B</title><link>/</link><description>d</description><item><title>One"
            + "</title><link>" + site.address(path) + "</link><description>x</description></item></channel></rss>";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
