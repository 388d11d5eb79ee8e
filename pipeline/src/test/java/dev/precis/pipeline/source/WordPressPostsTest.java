package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressPostsTest {
    private static final String LIST = "/wp-json/wp/v2/posts";
    private static final Function<Integer, String> PAGE =
            number -> LIST + "?per_page=100&_embed=author,wp:term&page=" + number;

    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();
    private final List<String> read = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void asksForAsManyPagesAsThereAre() {
        site.at(PAGE.apply(1), page("One", "X-WP-TotalPages", "2"))
                .at(PAGE.apply(2), page("Two", "X-WP-TotalPages", "2"));
        read(LIST, 10);

        assertThat(read).containsExactly("One", "Two");
        assertThat(site.requests()).containsExactly(PAGE.apply(1), PAGE.apply(2));
        assertThat(site.requestsForRobots()).isEqualTo(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void withoutATotalItGoesOnUntilTheServerHasNoMore() {
        String past = "{\"code\":\"rest_post_invalid_page_number\",\"data\":{\"status\":400}}";
        site.at(PAGE.apply(1), page("One", "", "")).at(PAGE.apply(2), LegacySite.text(400, "application/json", past));
        read(LIST, 10);
        site.at(PAGE.apply(2), LegacySite.text(200, "application/json", "[]"));
        read(LIST, 10);

        assertThat(read).containsExactly("One", "One");
        assertThat(notices).isEmpty();
    }

    /** What one may not read is left out of a page, the whole of it perhaps. */
    @Test
    void passesAnEmptyPageThatAnotherOneFollows() {
        site.at(PAGE.apply(1), page("One", "", ""))
                .at(PAGE.apply(2), answer("[]", "Link", "<https://x.example/?page=3>; rel=\"next\""))
                .at(PAGE.apply(3), page("Three", "X-WP-TotalPages", "3"));
        read(LIST, 10);

        assertThat(read).containsExactly("One", "Three");
    }

    @Test
    void endsWhereTheCrawlMayGoNoFurther() {
        site.at(PAGE.apply(1), page("One", "X-WP-TotalPages", "1000000"));
        read(LIST, 1);

        assertThat(read).containsExactly("One");
        assertThat(notices).extracting(Notice::code).containsExactly("max-pages");
    }

    @Test
    void asksAgainOnlyWhetherAnythingChanged() {
        site.at(PAGE.apply(1), exchange -> {
            boolean known = "\"e\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"e\"");
            exchange.getResponseHeaders().set("X-WP-TotalPages", "1");
            LegacySite.send(exchange, known ? 304 : 200, "application/json", known ? new byte[0] : bytes(post("One")));
        });
        read(LIST, 10);
        read(LIST, 10);

        assertThat(read).containsExactly("One", "One");
    }

    @Test
    void tellsOfASiteThatGivesNoPosts() {
        site.at(PAGE.apply(1), LegacySite.text(200, "application/json", "{\"name\":\"Blog\"}"));
        read(LIST, 10);
        assertThat(notices).extracting(Notice::code).containsExactly("no-posts");

        site.at(PAGE.apply(1), LegacySite.text(401, "application/json", "{\"code\":\"rest_forbidden\"}"));
        assertThatThrownBy(() -> read(LIST, 10))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("401");
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example/wp-json, https://blog.example/wp-json/wp/v2/posts",
        "https://blog.example/sub/wp-json/wp/v2/, https://blog.example/sub/wp-json/wp/v2/posts",
        "https://blog.example/wp-json/wp/v2/posts?categories=4, https://blog.example/wp-json/wp/v2/posts?categories=4",
        "https://blog.example/?rest_route=/wp/v2/posts, https://blog.example/?rest_route=/wp/v2/posts",
    })
    void knowsTheAddressesOfTheInterface(URI address, URI list) {
        assertThat(WordPressPosts.isOne(address)).isTrue();
        assertThat(WordPressPosts.list(address)).isEqualTo(list);
        assertThat(WordPressPosts.isOne(URI.create("https://blog.example/wp-jsonp/")))
                .isFalse();
    }

    @Test
    void keepsWhatWasAskedFor() {
        assertThat(WordPressPosts.page(
                        URI.create("https://b.example/wp-json/wp/v2/posts?categories=4&page=7&per_page=5"), 2))
                .hasToString(
                        "https://b.example/wp-json/wp/v2/posts?categories=4&per_page=5&_embed=author,wp:term&page=2");
    }

    private void read(String path, int maxPages) {
        URI list = site.address(path);
        CaptureLog log = CaptureLog.read(folder.resolve("captures.json"));
        try (HttpFetcher fetcher = new HttpFetcher(
                new SourceProfile.Crawl(Duration.ZERO, Duration.ofSeconds(5), 0, 200_000, 100, "Precis (test)"),
                address -> address.getPath().equals(LIST),
                true,
                log,
                digest -> bytes(post("One")))) {
            new WordPressPosts(fetcher, maxPages, capture -> read.add(title(capture)), notices::add).read(list);
        }
    }

    private static String title(Capture capture) {
        return new String(capture.content(), StandardCharsets.UTF_8).replaceAll("(?s).*rendered\":\"(\\w+)\".*", "$1");
    }

    private static HttpHandler page(String title, String header, String value) {
        return answer(post(title), header, value);
    }

    private static HttpHandler answer(String body, String header, String value) {
        return exchange -> {
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().set(header, value);
            }
            LegacySite.send(exchange, 200, "application/json", bytes(body));
        };
    }

    private static String post(String title) {
        return "[{\"id\":1,\"title\":{\"rendered\":\"" + title + "\"}}]";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
