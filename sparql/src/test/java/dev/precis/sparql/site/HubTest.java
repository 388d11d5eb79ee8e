package dev.precis.sparql.site;

import static dev.precis.sparql.archive.Graphs.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.index.MemoryFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How subscribers find hub and topic (WebSub section 4). */
class HubTest {
    private static final Feeds.Hub HUB = new Feeds.Hub(Optional.of(URI.create("https://hub.example/")));

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "feed.atom, '', feed.atom",
        "feed.rss, '', feed.rss",
        "feed.json, '', feed.json",
        "'', application/atom+xml, feed.atom",
    })
    void aFeedOfABlogLeadsToTheHub(String target, String accept, String topic) {
        try (ServedArchive archive = new ServedArchive(folder, HUB)) {
            assertThat(links(archive.site().get(target, accept)))
                    .contains("<https://hub.example/>; rel=\"hub\"", "<" + BASE + topic + ">; rel=\"self\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', text/html", "search/feed.atom, ''"})
    void whatTheHubIsNotToldOfDoesNot(String target, String accept) {
        try (ServedArchive archive = new ServedArchive(folder, HUB)) {
            assertThat(links(archive.site().get(target, accept))).noneMatch(link -> link.contains("\"hub\""));
        }
    }

    @Test
    void withoutAHubNothingIsSaid() {
        try (ServedArchive archive = new ServedArchive(folder)) {
            assertThat(links(archive.site().get("feed.atom", ""))).noneMatch(link -> link.contains("\"hub\""));
        }
    }

    @Test
    void theFeedsOfTheBlogThatChangedAreToldOf() {
        try (ServedArchive archive = new ServedArchive(folder, HUB)) {
            archive.keep(1, 2);

            assertThat(archive.site().topics(Set.of(BASE + "summary/2020-09/s1")))
                    .contains(BASE + "feed.atom", BASE + "feed.rss");
            assertThat(archive.site().topics(Set.of("https://elsewhere.example/x")))
                    .isEmpty();
            assertThat(archive.site().topics(Set.of())).isEmpty();
        }
    }

    private static List<String> links(Response response) {
        return response.headers().stream()
                .filter(header -> header.name().equals("Link"))
                .map(Header::value)
                .toList();
    }
}
