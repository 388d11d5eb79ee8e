package dev.precis.pipeline.source.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.Addresses;
import dev.precis.pipeline.source.Fetchers;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.LegacyReader;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlerTest {
    private static final List<String> NOTATIONS = Stream.concat(
                    LegacySite.TYPES.stream(), Stream.of("cat_2=13", "cat_2=99", "r", "p"))
            .toList();

    @TempDir
    private Path store;

    private final LegacySite site = new LegacySite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void findsEveryPostWithAllItsTopicsAndTypes() {
        // topics 14 to 17 have no link and no concept: nobody can know them
        Set<String> knowable = new TreeSet<>(LegacySite.TYPES);
        knowable.addAll(List.of("cat_2=11", "cat_2=12", "cat_2=13", "cat_2=18"));
        Map<String, Set<String>> expected = new TreeMap<>();
        for (LegacySite.Post post : site.posts()) {
            Set<String> filters = new TreeSet<>(post.filters());
            filters.retainAll(knowable);
            expected.put(post.title(), filters);
        }
        Crawler.Result result = crawl(Profiles.legacy(home()), "/pprnet/blog?p=4");
        assertThat(filtersByTitle(result)).isEqualTo(expected);
        // robots.txt keeps us from one page that the others link to
        assertThat(result.notices()).extracting(Notice::code).containsExactly("forbidden");
        assertThat(result.notices()).extracting(Notice::severity).containsExactly(Severity.INFO);
    }

    @Test
    void asksForEachPageOnceAndNeverForTwoFilters() {
        crawl(Profiles.legacy(home()), "/pprnet/blog");
        assertThat(site.requests())
                .doesNotHaveDuplicates()
                .startsWith("/pprnet/blog", "/pprnet/blog?p=2", "/pprnet/blog?p=3")
                .contains("/pprnet/blog?cat_1=26", "/pprnet/blog?cat_2=13&p=2", "/pprnet/blog?cat_2=99")
                .noneMatch(request -> request.contains("cat_1") && request.contains("cat_2"))
                .allMatch(request -> request.startsWith("/pprnet/blog") || request.equals("/sitemap.xml"))
                .noneMatch(request -> request.contains("admin"));
        // 32 posts: 6 pages, and one past the end that shows the first again
        assertThat(site.requests()).contains("/pprnet/blog?p=7").doesNotContain("/pprnet/blog?p=8");
    }

    @Test
    void leavesOutThePagePastTheEnd() {
        assertThat(addresses(crawl(Profiles.legacy(home()), "/pprnet/blog")))
                .contains(site.address("/pprnet/blog?p=6"))
                .doesNotContain(site.address("/pprnet/blog?p=7"));
    }

    @Test
    void visitsInTheSameOrderEveryTime() {
        List<URI> first = addresses(crawl(Profiles.legacy(home()), "/pprnet/blog"));
        assertThat(addresses(crawl(Profiles.legacy(home()), "/pprnet/blog"))).isEqualTo(first);
    }

    @Test
    void losesNoPostWhenANewOnePushesTheOthersDown() {
        List<String> titles = site.posts().stream().map(LegacySite.Post::title).toList();
        site.slidingAfter(3);
        Map<String, Set<String>> found = filtersByTitle(crawl(Profiles.legacy(home()), "/pprnet/blog"));
        assertThat(found.keySet()).containsAll(titles);
    }

    @Test
    void goesOnAfterAPageThatFails() {
        site.at("/pprnet/blog?p=2", LegacySite.text(500, "text/html", "broken"));
        Crawler.Result result = crawl(Profiles.legacy(home()), "/pprnet/blog");
        assertThat(result.notices())
                .filteredOn(notice -> notice.code().equals("unreachable"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.where())
                            .isEqualTo(site.address("/pprnet/blog?p=2").toString());
                    assertThat(notice.message()).contains("status 500");
                });
        assertThat(addresses(result)).contains(site.address("/pprnet/blog?p=3"), site.address("/pprnet/blog?p=6"));
    }

    @Test
    void asksForNoFilterWhenTheBlogIsNotThere() {
        site.at("/pprnet/blog", LegacySite.text(404, "text/html", "gone"));
        Crawler.Result result = crawl(Profiles.legacy(home()), "/pprnet/blog");
        assertThat(result.visits()).isEmpty();
        assertThat(result.notices()).extracting(Notice::code).containsExactly("unreachable");
        assertThat(site.requests()).containsExactly("/pprnet/blog");
    }

    @Test
    void endsAtTheGreatestNumberOfPages() {
        SourceProfile profile = Profiles.legacy(home());
        SourceProfile.Crawl c = profile.crawl();
        SourceProfile small = Profiles.withCrawl(
                profile, new SourceProfile.Crawl(c.delay(), c.timeout(), c.retries(), c.maxBytes(), 4, c.userAgent()));
        Crawler.Result result = crawl(small, "/pprnet/blog");
        assertThat(site.requests()).hasSize(4);
        assertThat(result.visits()).hasSize(4);
        assertThat(result.notices()).extracting(Notice::code).containsExactly("max-pages");
    }

    @Test
    void followsOnlyLinksThatLeadToPosts() {
        site.at(
                "/pprnet/blog",
                LegacySite.text(
                        200,
                        "text/html",
                        "<h3>Newest</h3><a href=\"/pprnet/blog/pprnet_blog_oct2014.html\">old</a><a"
                                + " href=\"/pprnet/blog/pprnet_blog_oct2014.html?cat_1=1&amp;cat_2=2\">old</a><a"
                                + " href=\"/pprnet/blog/pprnet_blog.pdf\">file</a><a"
                                + " href=\"/pprnet/blog/other\">other</a>"));
        site.at("/pprnet/blog/pprnet_blog_oct2014.html", LegacySite.text(200, "text/html", "<h3>Old</h3>"));
        SourceProfile.Listing listing =
                new SourceProfile.Listing("p", List.of("cat_1", "cat_2"), List.of("pprnet_blog"));
        Crawler.Result result = crawl(Profiles.profile(home(), listing), "/pprnet/blog", List.of());
        assertThat(filtersByTitle(result)).containsKeys("Newest", "Old");
        assertThat(site.requests())
                .contains("/pprnet/blog/pprnet_blog_oct2014.html")
                .noneMatch(
                        request -> request.endsWith("pdf") || request.endsWith("other") || request.endsWith("cat_2=2"));
    }

    @Test
    void crawlsABlogWithoutListingsBreadthFirst() {
        site.at(
                "/b/",
                LegacySite.text(
                        200,
                        "text/html",
                        "<h3>A</h3><a href=\"one\">1</a><a href=\"two#x\">2</a><a href=\"/pprnet/blog\">x</a>"));
        site.at(
                "/b/one",
                LegacySite.text(
                        200, "text/html", "<h3>B</h3><a href=\"three?z=1&amp;a=2\">3</a><a href=\"gone\">4</a>"));
        site.at("/b/two", LegacySite.text(200, "text/html", "<h3>C</h3><a href=\"/b/\">0</a>"));
        site.at("/b/three?a=2&z=1", LegacySite.text(200, "application/json", "{}"));
        SourceProfile profile = Profiles.profile(home(), new SourceProfile.Listing("", List.of(), List.of()));
        Crawler.Result result = crawl(profile, "/b/");
        assertThat(site.requests())
                .containsExactly("/b/", "/sitemap.xml", "/b/one", "/b/two", "/b/three?a=2&z=1", "/b/gone");
        assertThat(addresses(result))
                .containsExactly(site.address("/b/"), site.address("/b/one"), site.address("/b/two"));
        assertThat(result.notices()).extracting(Notice::code).containsExactly("not-html", "dead-link");
    }

    @Test
    void asksAStaticFileForNoFilter() {
        site.at(
                "/eng/pprnet_blog.html",
                LegacySite.text(200, "text/html", "<h3>A</h3><a href=\"pprnet_blog_oct2014.html\">o</a>"));
        site.at("/eng/pprnet_blog_oct2014.html", LegacySite.text(200, "text/html", "<h3>B</h3>"));
        crawl(Profiles.legacy(home()), "/eng/pprnet_blog.html");
        assertThat(site.requests())
                .containsExactly("/eng/pprnet_blog.html", "/sitemap.xml", "/eng/pprnet_blog_oct2014.html");
    }

    @Test
    void countsAPageThatRedirectsToAnotherOnce() {
        site.at("/b/", LegacySite.text(200, "text/html", "<h3>A</h3><a href=\"one\">1</a><a href=\"two\">2</a>"));
        site.at("/b/one", LegacySite.redirect(301, "/b/two"));
        site.at("/b/two", LegacySite.text(200, "text/html", "<h3>B</h3>"));
        SourceProfile profile = Profiles.profile(home(), new SourceProfile.Listing("", List.of(), List.of()));
        assertThat(addresses(crawl(profile, "/b/"))).containsExactly(site.address("/b/"), site.address("/b/two"));
    }

    private String home() {
        return site.address("/pprnet/blog").toString();
    }

    private Crawler.Result crawl(SourceProfile profile, String start) {
        return crawl(profile, start, NOTATIONS);
    }

    private Crawler.Result crawl(SourceProfile profile, String start, List<String> notations) {
        URI address = site.address(start);
        List<URI> told = new ArrayList<>();
        try (HttpFetcher fetcher = Fetchers.patient(
                profile.crawl(),
                new CrawlScope(address, profile.listing(), Profiles.HOME)::isOnSite,
                store.resolve("captures.json"),
                digest -> new byte[0])) {
            Crawler.Result result = new Crawler(
                            profile, address, fetcher, new LegacyReader(), notations, (visiting, done) -> {
                                assertThat(told).hasSize(done);
                                told.add(visiting);
                            })
                    .crawl();
            assertThat(told).hasSizeGreaterThanOrEqualTo(result.visits().size());
            return result;
        }
    }

    /** The crawl inverted: of each post the filters of the pages that showed it. */
    private static Map<String, Set<String>> filtersByTitle(Crawler.Result result) {
        Map<String, Set<String>> filters = new TreeMap<>();
        for (Crawler.Visit visit : result.visits()) {
            for (Draft draft : visit.page().drafts()) {
                Set<String> known = filters.computeIfAbsent(draft.title().text(), title -> new TreeSet<>());
                for (String parameter : Addresses.parameters(visit.page().address())) {
                    if (parameter.startsWith("cat_")) {
                        known.add(parameter);
                    }
                }
            }
        }
        return filters;
    }

    private static List<URI> addresses(Crawler.Result result) {
        return result.visits().stream().map(visit -> visit.capture().address()).toList();
    }
}
