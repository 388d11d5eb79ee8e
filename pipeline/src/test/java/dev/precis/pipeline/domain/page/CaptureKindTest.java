package dev.precis.pipeline.domain.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/blog | text/html; charset=utf-8 | <!DOCTYPE html><html> | PAGE",
                "/blog | application/xhtml+xml | <?xml version='1.0'?><html> | PAGE",
                "/blog | '' | '' | PAGE",
                "/saved.html | '' | <p>About our <rss> and <feed> | PAGE",
                "/feed | text/xml | <?xml version='1.0' encoding='utf-8'?><rss version='2.0'> | FEED",
                "/feed | text/html | <!-- made by hand --><?xml-stylesheet href='x'?><feed xmlns='...'> | FEED",
                "/old | application/xml | <?xml version='1.0'?><rdf:RDF xmlns='...'> | FEED",
                "/feed.json | application/json | '{\"version\": \"https://jsonfeed.org/version/1.1\"' | FEED",
                "/feed.xml | '' | nothing of a feed | FEED",
                "/blog.xml | '' | <?xml?><!-- WXR --> <rss xmlns:wp=\"http://wordpress.org/export/1.2/\"> |"
                        + " WORDPRESS_EXPORT",
                "/feed | text/xml | <rss xmlns:wp='https://example.org/'> | FEED",
                "/posts | application/json | '[{\"id\":1,\"guid\":{\"rendered\":\"x\"}' | WORDPRESS_POSTS",
                "/posts.json | '' | '[ {\"title\": {\"raw\": \"x\", \"rendered\": \"x\"}' | WORDPRESS_POSTS",
                "/new.json | '' | '[{\"title\": \"A\", \"month\": \"2021-05\"}]' | SUMMARY",
                "/blog.json | '' | '{\"db\":[{\"meta\":{}' | GHOST_EXPORT",
                "/blog.json | '' | '{\"meta\":{\"exported_on\":1,\"version\":\"5\"},\"data\":' | GHOST_EXPORT",
                "/new.json | '' | '{\"title\": \"On \\\"https://jsonfeed.org/version/1.1\\\"\"}' | SUMMARY",
                "/x | application/atom+xml | '' | FEED",
                "/new.md | '' | --- | SUMMARY",
                "/New.JSON | '' | '{\"title\": \"A\"}' | SUMMARY",
                "/x | text/markdown; charset=utf-8 | '' | SUMMARY",
                "/x | application/json | '[]' | SUMMARY",
                "/json | '' | '' | PAGE",
                "json | '' | '' | PAGE",
            })
    void tellsTheKindOfADocument(String name, String contentType, String beginning, CaptureKind kind) {
        assertThat(CaptureKind.of(name, contentType, beginning)).isEqualTo(kind);
    }

    @Test
    void seesThroughAByteOrderMark() {
        byte[] feed = "\uFEFF<?xml version='1.0'?>\n<RSS version='2.0'>".getBytes(StandardCharsets.UTF_8);
        assertThat(CaptureKind.of(new Capture(URI.create("https://a.example/x"), Instant.EPOCH, "", feed)))
                .isEqualTo(CaptureKind.FEED);
    }

    @Test
    void judgesLongBeginningsInNoTime() {
        String comments = "<!-- x --> ".repeat(360);
        assertThat(CaptureKind.of("/a", "", comments)).isEqualTo(CaptureKind.PAGE);
        assertThat(CaptureKind.of("/a", "", comments + "<rss>")).isEqualTo(CaptureKind.FEED);
    }
}
