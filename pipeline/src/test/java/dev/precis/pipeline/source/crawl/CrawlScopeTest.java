package dev.precis.pipeline.source.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlScopeTest {
    private static final SourceProfile.Listing LISTING =
            new SourceProfile.Listing("p", List.of("cat_1", "cat_2"), List.of());

    @ParameterizedTest
    @CsvSource({
        "http://h/pprnet/blog, http://h/pprnet/blog, true",
        "http://h/pprnet/blog, http://h/pprnet/blog?p=2&cat_2=11#top, true",
        "http://h/pprnet/blog, http://H:80/pprnet/blog/2014/, true",
        "http://h/pprnet/blog, http://h/pprnet/blogs, false",
        "http://h/pprnet/blog, http://h/pprnet/, false",
        "http://h/pprnet/blog, http://h/pprnet/blog/../admin, false",
        "http://h/pprnet/blog, http://h/pprnet/blog/%2e%2E/admin, false",
        "http://h/pprnet/blog, https://h/pprnet/blog, false",
        "http://h/pprnet/blog, http://h:8080/pprnet/blog, false",
        "http://h/pprnet/blog, http://h.example/pprnet/blog, false",
        "http://h/pprnet/blog, http://user@h/pprnet/blog, false",
        "http://h/pprnet/blog, mailto:a@h, false",
        "http://h/pprnet/blog, file:///pprnet/blog, false",
        "http://h/pprnet/eng/pprnet_blog.html, http://h/pprnet/eng/pprnet_blog_oct2014.html, true",
        "http://h/pprnet/eng/pprnet_blog.html, http://h/pprnet/eng/old/x.html, true",
        "http://h/pprnet/eng/pprnet_blog.html, http://h/pprnet/blog, false",
        "http://h/blog/, http://h/blog/2014, true",
        "http://h/blog/, http://h/blog, true",
        "http://h/blog/, http://h/blogs, false",
        "http://h/blog/v1.2, http://h/blog/v1.3, false",
        "http://h, http://h/anything, true",
    })
    void staysAtAndBelowItsStart(String start, String address, boolean inside) {
        assertThat(new CrawlScope(URI.create(start), LISTING, Profiles.HOME).test(URI.create(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/b?p=2&cat_2=11&cat_1=24, http://h/b?cat_1=24&cat_2=11&p=2",
        "http://h/b?cat_2=11&p=2, http://h/b?cat_2=11&p=2",
        "http://h/b?p=1, http://h/b",
        "http://h/b?p=1&cat_2=11, http://h/b?cat_2=11",
        "http://h/b?p=11, http://h/b?p=11",
        "http://h/b?cat_1=&cat_2=11&p=, http://h/b?cat_2=11",
        "http://h/b?, http://h/b",
        "http://h/b?b=1&a=2&b=1, http://h/b?a=2&b=1",
        "HTTP://H:80/b#c, http://h/b",
        "https://h:443/, https://h/",
        "http://h, http://h/",
        "http://h/%7eb/%2f%c3%a9, http://h/~b/%2F%C3%A9",
        "http://h/a/./b/../c/, http://h/a/c/",
        "http://h/../../c/.., http://h/",
        "http://h/../..x, http://h/..x",
        "http://h/%7eb?p=2, http://h/~b?p=2",
        "http://h/%41%42?a, http://h/AB?a",
        "http://h/web/2015/http://old.example/b, http://h/web/2015/http://old.example/b",
        "http://[::1]:80/b, http://[::1]/b",
    })
    void givesEveryAddressOneSpelling(String address, String normal) {
        CrawlScope scope = new CrawlScope(URI.create("http://h/b"), LISTING, Profiles.HOME);
        assertThat(scope.normalise(URI.create(address))).isEqualTo(URI.create(normal));
    }

    @Test
    void knowsTheListingByItsParameters() {
        CrawlScope scope = new CrawlScope(URI.create("http://h/blog?lang=en"), LISTING, Profiles.HOME);
        assertThat(scope.isListing(URI.create("http://h/blog?cat_2=11&lang=en&p=3")))
                .isTrue();
        assertThat(scope.isListing(URI.create("http://h/blog/?lang=en"))).isTrue();
        assertThat(scope.isListing(URI.create("http://h/blog?p=3"))).isFalse();
        assertThat(scope.isListing(URI.create("http://h/blog?lang=en&sort=asc")))
                .isFalse();
        assertThat(scope.listing(List.of("cat_2=11"), 3)).isEqualTo(URI.create("http://h/blog?cat_2=11&lang=en&p=3"));
        assertThat(scope.listing(List.of(), 1)).isEqualTo(URI.create("http://h/blog?lang=en"));
        assertThat(scope.filters(URI.create("http://h/blog?cat_1=24&cat_2=11&p=3")))
                .containsExactly("cat_1=24", "cat_2=11");
    }
}
