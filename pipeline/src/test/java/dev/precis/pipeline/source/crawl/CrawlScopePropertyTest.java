package dev.precis.pipeline.source.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.Profiles;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class CrawlScopePropertyTest {
    private static final SourceProfile.Listing LISTING =
            new SourceProfile.Listing("p", List.of("cat_1", "cat_2"), List.of());

    @Property(tries = 300)
    void normalisingTwiceIsNormalisingOnce(
            @ForAll @StringLength(max = 12) @CharRange(from = '.', to = '9') String path,
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String query) {
        CrawlScope scope = new CrawlScope(URI.create("http://h/b"), LISTING, Profiles.HOME);
        URI address = URI.create("http://H/" + path.replace(":", "%2e") + "?"
                + query.replace('b', '=').replace('c', '&'));
        URI once = scope.normalise(address);
        assertThat(scope.normalise(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void noSpellingOfAPathLeavesTheScope(
            @ForAll @StringLength(max = 16) @CharRange(from = 'a', to = 'f') String letters) {
        CrawlScope scope = new CrawlScope(URI.create("http://h/blog/x"), LISTING, Profiles.HOME);
        // no empty segments: Java's normalize, the judge here, takes them for nothing, RFC 3986 for segments
        String path = ("/"
                        + letters.replace("a", "/")
                                .replace("b", ".")
                                .replace("c", "%2e")
                                .replace("d", "/../"))
                .replaceAll("/+", "/");
        URI address = URI.create("http://h/blog/x" + path);
        String plain =
                URI.create(address.toString().replace("%2e", ".")).normalize().getPath();
        assertThat(scope.test(address)).isEqualTo(plain.equals("/blog/x") || plain.startsWith("/blog/x/"));
    }
}
