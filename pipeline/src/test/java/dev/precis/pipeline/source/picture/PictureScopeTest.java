package dev.precis.pipeline.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureScopeTest {
    private final PictureScope scope = new PictureScope(
            URI.create("https://www.blog.example.co.uk/news/"), List.of("I0.wp.com", "*.cdn.example", "[::1]:8080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.blog.example.co.uk/x.png",
                "http://WWW.blog.example.co.uk/x.png",
                "https://pictures.example.co.uk/x.png",
                "https://i0.wp.com/x.png",
                "https://eu.cdn.example/x.png"
            })
    void picturesOfTheSiteAndOfNamedHostsMayBeAskedFor(String address) {
        assertThat(scope.test(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.co.uk/x.png",
                "https://blog.example.co.uk.evil.example/x.png",
                "https://i1.wp.com/x.png",
                "https://cdn.example/x.png",
                "https://evilcdn.example/x.png",
                "https://www.blog.example.co.uk:8443/x.png",
                "https://user@www.blog.example.co.uk/x.png",
                "ftp://www.blog.example.co.uk/x.png",
                "file:///etc/passwd",
                "x.png"
            })
    void noOthers(String address) {
        assertThat(scope.test(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:80/", "http://localhost/"})
    void nothingIsBelowANumberOrABareName(String site) {
        PictureScope none = new PictureScope(URI.create(site), List.of());
        assertThat(none.test(URI.create(site.replaceFirst("://", "://a.")))).isFalse();
        assertThat(none.test(URI.create(site + "x.png"))).isTrue();
    }

    @Test
    void blogsOfOneHosterAreNotOneSite() {
        PictureScope one = new PictureScope(URI.create("https://one.github.io/"), List.of());
        assertThat(one.test(URI.create("https://other.github.io/x.png"))).isFalse();
        assertThat(one.test(URI.create("https://pictures.one.github.io/x.png"))).isTrue();
    }
}
