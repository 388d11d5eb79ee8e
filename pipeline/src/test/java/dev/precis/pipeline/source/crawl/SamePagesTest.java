package dev.precis.pipeline.source.crawl;

import static dev.precis.pipeline.source.crawl.Site.links;
import static dev.precis.pipeline.source.crawl.Site.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Finder;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One page under many addresses is one page, and addresses without end come to one. */
class SamePagesTest {
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

    @ParameterizedTest
    @CsvSource({
        "/one?utm_source=x&utm_medium=mail, /one",
        "/one?FBCLID=1&id=2, /one?id=2",
        "/one?PHPSESSID=0a1b2c, /one",
        "/one;jsessionid=0A1B.node2?a=1, /one?a=1",
        "/one?sid=8f14e45fceea, /one",
        "/one?sid=12, /one?sid=12",
        "/one?sid=story, /one?sid=story",
        "/one?replytocom=7, /one",
        "/one?share=twitter&nb=1, /one",
        "/one?m=1, /one",
        "/one?m=201502, /one?m=201502",
        "/one?via=a&visitor_7=b, /one",
        "/one?p=12, /one?p=12",
    })
    void parametersThatMakeNoOtherPageAreNotAskedFor(String link, String asked) {
        site.page("/", links(link));
        SourceProfile.Listing listing = new SourceProfile.Listing(
                "", List.of(), List.of(), List.of(), List.of(), List.of("via", "visitor_*"), Finder.NONE, Finder.NONE);
        site.crawl("/", listing);
        assertThat(site.requests()).containsExactly("/", asked);
    }

    @Test
    void aFilterIsKeptWhateverItsName() {
        CrawlScope scope = new CrawlScope(
                URI.create("http://h/b"), new SourceProfile.Listing("m", List.of("share"), List.of()), Profiles.HOME);
        URI address = URI.create("http://h/b?m=0&share=twitter");
        assertThat(scope.normalise(address)).isEqualTo(address);
    }

    @Test
    void aPageIsKnownByTheAddressThatItCallsItsOwn() {
        site.page("/", links("/?p=12", "/2015/cohesion/"));
        site.page("/?p=12", canonical("/2015/cohesion/"), post("Cohesion"));
        Site.Crawled crawled = site.crawl("/");
        assertThat(crawled.addresses()).containsExactly("/", "/2015/cohesion/");
        assertThat(crawled.taken().get(1).drafts().getFirst().origin().address())
                .hasToString(site.address("/2015/cohesion/"));
        assertThat(site.requests()).containsExactly("/", "/?p=12");
    }

    @Test
    void aPostAloneOnItsPageIsKnownByItsAddressAndWhatAListShowsIsNot() {
        site.page("/", links("/?p=12", "/list/"));
        site.page("/?p=12", canonical("/2015/cohesion/"), "<title>Cohesion</title>", post("Cohesion"));
        site.page("/list/", "<title>List</title>", post("Cohesion"), post("Alliance"));
        Site.Crawled crawled = site.crawl("/");

        assertThat(crawled.taken().stream().flatMap(page -> page.drafts().stream()))
                .extracting(draft -> draft.name() + " " + draft.origin().keys())
                .containsExactly(
                        "Cohesion [address " + site.address("/2015/cohesion/") + "]", "Cohesion []", "Alliance []");
    }

    @Test
    void aPostInAListIsKnownByWhereItsTitleLeadsTo() {
        String linked =
                post("Cohesion").replace("<h1>Cohesion</h1>", "<h2><a href=\"/2015/cohesion/\">Cohesion</a></h2>");
        site.page("/", links("/list/"));
        site.page("/list/", linked, post("Alliance").replace("h1>", "h2>"));
        Page list = site.crawl("/").taken().get(1);

        assertThat(list.drafts())
                .extracting(draft -> draft.name() + " " + draft.origin().keys())
                .containsExactly("Cohesion [address " + site.address("/2015/cohesion/") + "]", "Alliance []");
    }

    @Test
    void twoPostsOfOneTitleInAListAreKnownByTheirOwnAddresses() {
        String first = post("Watch").replace("<h1>Watch</h1>", "<h2><a href=\"/one/\">Watch</a></h2>");
        site.page("/", links("/list/"));
        site.page("/list/", first, first.replace("/one/", "/two/").replace("2014", "2012"));

        assertThat(site.crawl("/").taken().get(1).drafts())
                .extracting(draft -> draft.origin().keys().toString())
                .containsExactly("[address " + site.address("/one/") + "]", "[address " + site.address("/two/") + "]");
    }

    @Test
    void aPageThatCallsItselfOtherwiseKeepsTheReferencesOfItsPost() {
        site.page("/", links("/?p=12"));
        site.page(
                "/?p=12",
                canonical("/2015/cohesion/"),
                "<title>Cohesion</title>",
                post("Cohesion")
                        .replace(
                                "</article>",
                                "<h3>Other references</h3><p>Moos, R. (2003). Group climates. Group Dynamics, 7(2),"
                                        + " 101-113.</p></article>"));
        Draft draft = site.crawl("/").taken().getLast().drafts().getFirst();

        assertThat(draft.origin().address()).hasToString(site.address("/2015/cohesion/"));
        assertThat(draft.references()).hasSize(1);
    }

    @Test
    void anUnknownSessionIsFoundOutByWhatPagesCallThemselves() {
        StringBuilder links = new StringBuilder();
        for (int post = 1; post <= 5; post++) {
            for (int visit = 0; visit < 6; visit++) {
                links.append(links("/post-%c?zz=%d%d".formatted('a' + post, visit, post)));
                site.page(
                        "/post-%c?zz=%d%d".formatted('a' + post, visit, post),
                        canonical("/post-%c".formatted('a' + post)),
                        post("Title " + post));
            }
            site.page("/post-%c".formatted('a' + post), post("Title " + post));
        }
        site.page("/", links.toString());
        Site.Crawled crawled = site.crawl("/");
        assertThat(crawled.titles()).hasSize(5);
        assertThat(crawled.codes()).containsExactly("parameter-dropped");
        assertThat(site.requests()).hasSizeLessThan(9);
    }

    @Test
    void aParameterThatTellsPagesApartIsKept() {
        StringBuilder links = new StringBuilder();
        for (int number = 1; number < 9; number++) {
            links.append(links("/list?nr=" + number));
            // past the end the last one is shown again
            site.page("/list?nr=" + number, post("Title " + Math.min(number, 4)));
        }
        site.page("/", links.toString());
        assertThat(site.crawl("/").codes()).isEmpty();
        assertThat(site.requests()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"/", "https://elsewhere.example/one", "/blog/"})
    void aPostThatCallsItselfTheHomePageOrAnotherSiteIsNotBelieved(String own) {
        site.page("/blog/", links("/blog/one", "/blog/two"));
        site.page("/blog/one", canonical(own), post("One")).page("/blog/two", canonical(own), post("Two"));
        assertThat(site.crawl("/blog/").addresses()).containsExactly("/blog/", "/blog/one", "/blog/two");
    }

    @Test
    void oneAddressForAllPostsIsNotBelieved() {
        site.page("/", links("/one", "/two", "/three"));
        for (String path : List.of("/one", "/two", "/three")) {
            site.page(path, canonical("/one"), post("Title of " + path.substring(1)));
        }
        Site.Crawled crawled = site.crawl("/");
        assertThat(crawled.addresses()).containsExactly("/", "/one", "/two", "/three");
        assertThat(crawled.codes()).containsExactly("canonical-not-believed", "canonical-not-believed");
    }

    @Test
    void aCalendarIsLeftAndItsFamilyNamed() {
        site.page("/", links("/calendar?month=1", "/one"));
        for (int month = 1; month < 200; month++) {
            site.page("/calendar?month=" + month, links("/calendar?month=" + (month + 1)), "<p>No events</p>");
        }
        site.page("/one", post("One"));
        Site.Crawled crawled = site.crawl("/");
        assertThat(crawled.titles()).containsExactly("One");
        assertThat(site.requests()).hasSizeLessThan(25);
        assertThat(crawled.result().notices())
                .filteredOn(notice -> notice.code().equals("trap"))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.message()).contains("/calendar?month", "listing.posts", "listing.skip"));
    }

    @Test
    void numberedPostsAreNoTrap() {
        StringBuilder links = new StringBuilder();
        for (int number = 1; number <= 40; number++) {
            links.append(links("/post/" + number));
            site.page("/post/" + number, post("Title " + number));
        }
        site.page("/", links.toString());
        assertThat(site.crawl("/").titles()).hasSize(40);
    }

    @Test
    void whatTheProfileNamesIsNoTrap() {
        StringBuilder links = new StringBuilder();
        for (int number = 1; number <= 40; number++) {
            links.append(links("/day/" + number));
        }
        site.page("/", links.toString());
        SourceProfile.Listing listing = new SourceProfile.Listing(
                "", List.of(), List.of(), List.of(), List.of("/day/"), List.of(), Finder.NONE, Finder.NONE);
        site.crawl("/", listing);
        assertThat(site.requests()).hasSize(41);
    }

    @Test
    void aLinkThatGrowsByItselfIsNotFollowed() {
        site.page("/", links("/a/b/"));
        site.page("/a/b/", links("a/b/"));
        for (int depth = 2; depth < 9; depth++) {
            site.page("/a/b/".repeat(depth).replace("//", "/"), links("a/b/"));
        }
        site.crawl("/");
        assertThat(site.requests()).hasSize(3);
    }

    private String canonical(String path) {
        String address = path.startsWith("/") ? site.address(path) : path;
        return "<head><link rel=\"canonical\" href=\"%s\"></head>".formatted(address);
    }
}
