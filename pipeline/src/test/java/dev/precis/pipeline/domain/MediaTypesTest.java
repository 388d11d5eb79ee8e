package dev.precis.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.MediaTypes.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
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
                "/x | application/atom+xml | '' | FEED",
                "/new.md | '' | --- | SUMMARY",
                "/New.JSON | '' | '{\"title\": \"A\"}' | SUMMARY",
                "/x | text/markdown; charset=utf-8 | '' | SUMMARY",
                "/x | application/json | '[]' | SUMMARY",
            })
    void tellsTheKindOfADocument(String name, String contentType, String beginning, Kind kind) {
        assertThat(MediaTypes.kindOf(name, contentType, beginning)).isEqualTo(kind);
    }

    @Test
    void seesThroughAByteOrderMark() {
        byte[] feed = "\uFEFF<?xml version='1.0'?>\n<RSS version='2.0'>".getBytes(StandardCharsets.UTF_8);
        assertThat(MediaTypes.kindOf(new Capture(URI.create("https://a.example/x"), Instant.EPOCH, "", feed)))
                .isEqualTo(Kind.FEED);
    }

    @Test
    void judgesLongBeginningsInNoTime() {
        String comments = "<!-- x --> ".repeat(360);
        assertThat(MediaTypes.kindOf("/a", "", comments)).isEqualTo(Kind.PAGE);
        assertThat(MediaTypes.kindOf("/a", "", comments + "<rss>")).isEqualTo(Kind.FEED);
    }
}
