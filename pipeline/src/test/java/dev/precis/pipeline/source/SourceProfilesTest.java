package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.SourceProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceProfilesTest {
    private static final String REQUIRED = """
        name: Sleep Letter
        home: https://sleep.example/letter/
        author: Ann Author
        publisher: Sleep Society
        licence: https://creativecommons.org/licenses/by/4.0/
        """;

    @TempDir
    private Path sources;

    private final SourceProfiles profiles = new SourceProfiles("9.9");

    @Test
    void givesADefaultToEveryKeyThatMayBeLeftOut() throws IOException {
        SourceProfile profile = read("sleep", REQUIRED);
        assertThat(profile.id()).isEqualTo("sleep");
        assertThat(profile.root()).isEqualTo("http://localhost:3030/sleep/");
        assertThat(profile.language()).isEqualTo("en");
        assertThat(profile.description()).isEmpty();
        assertThat(profile.labels().implications()).containsExactly("Practice Implications");
        assertThat(profile.labels().blurb()).containsExactly("This month");
        assertThat(profile.labels().topics()).contains("Filed under", "Tags");
        assertThat(profile.labels().boilerplate()).isEmpty();
        assertThat(profile.listing()).isEqualTo(new SourceProfile.Listing("", List.of(), List.of()));
        assertThat(profile.crawl())
                .isEqualTo(new SourceProfile.Crawl(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        3,
                        5_000_000,
                        2000,
                        "Precis/9.9 (+https://w3id.org/precis)"));
    }

    @Test
    void readsEveryKey() throws IOException {
        SourceProfile profile = read("sleep", REQUIRED + """
            description: Letters on sleep.
            language: fr
            base: https://example.org/ld/
            path: ""
            layout: post
            aliases: [http://sleep.example/, https://www.sleep.example/blog/]
            accept: [same-titles, empty-texts]
            labels: {implications: What this means, dates: ["'Issue' yyyy/MM"], noise: [Share]}
            listing:
              page: page
              filters: [topic]
              follow: [letter]
              skip: [/tag/]
              posts: /letters/
              drop-parameters: [via]
              sitemap: https://sleep.example/posts.xml
              feed: false
            crawl:
              delay: 500ms
              timeout: 1m
              retries: 0
              max-bytes: 2 MiB
              max-pages: 7
              user-agent: Owl/1
              ignore-robots-meta: true
              keep-ratio: 0.25
              address: https://sleep.example/letters/all
              schedule: 0 3 * * 1-5
              jitter: 20m
              allow-private: true
            """);
        assertThat(profile.root()).isEqualTo("https://example.org/ld/");
        assertThat(profile.labels().implications()).containsExactly("What this means");
        assertThat(profile.labels().dates()).containsExactly("'Issue' yyyy/MM");
        assertThat(profile.aliases())
                .containsExactly(URI.create("http://sleep.example/"), URI.create("https://www.sleep.example/blog/"));
        assertThat(profile.layout()).isEqualTo(SourceProfile.Layout.POST);
        assertThat(profile.accept())
                .containsExactlyInAnyOrder(SourceProfile.Doubt.SAME_TITLES, SourceProfile.Doubt.EMPTY_TEXTS);
        assertThat(profile.listing())
                .isEqualTo(new SourceProfile.Listing(
                        "page",
                        List.of("topic"),
                        List.of("letter"),
                        List.of("/tag/"),
                        List.of("/letters/"),
                        List.of("via"),
                        new SourceProfile.Finder(true, Optional.of(URI.create("https://sleep.example/posts.xml"))),
                        SourceProfile.Finder.NONE));
        assertThat(profile.crawl())
                .isEqualTo(new SourceProfile.Crawl(
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1),
                        0,
                        2_097_152,
                        7,
                        "Owl/1",
                        true,
                        0.25,
                        new SourceProfile.Visits(
                                Optional.of(URI.create("https://sleep.example/letters/all")),
                                "0 3 * * 1-5",
                                Duration.ofMinutes(20),
                                true)));
    }

    @Test
    void patternsOfDatesHaveTheirFormerNameStill() throws IOException {
        assertThat(read("sleep", REQUIRED + "labels: {months: MM/yyyy}\n")
                        .labels()
                        .dates())
                .containsExactly("MM/yyyy");
    }

    @Test
    void namesFileLineAndNearestKeyOfAnUnknownOne() {
        assertThatThrownBy(() -> read("sleep", REQUIRED + "labels:\n  implication: [So what]\n"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageEndingWith("sleep/profile.yaml:7: field 'labels.implication': is unknown, "
                        + "the nearest known is 'labels.implications'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        crawl: {delay: two}                 | 6: field 'crawl.delay': expected a duration
        crawl: {delay: 2}                   | 6: field 'crawl.delay': expected a duration
        crawl: {timeout: 0s}                | 6: field 'crawl.timeout': expected a duration
        crawl: {retries: 11}                | 6: field 'crawl.retries': expected a number from 0 to 10
        crawl: {max-bytes: 3 GB}            | 6: field 'crawl.max-bytes': expected a size
        crawl: {max-bytes: 9999 MB}         | 6: field 'crawl.max-bytes': expected a size
        crawl: {schedule: nightly}          | 6: field 'crawl.schedule': expected five fields of cron
        crawl: {schedule: 0 25 * * *}       | 6: field 'crawl.schedule': expected five fields of cron
        crawl: {address: /blog/}            | 6: field 'crawl.address': expected the http or https address
        crawl: {keep-ratio: 2}              | 6: field 'crawl.keep-ratio': expected a number from 0 to 1
        aliases: [/blog/]                   | 6: field 'aliases': expected an http or https address
        crawl: fast                         | 6: field 'crawl': expected fields under it
        base: https://example.org/ld        | 6: field 'base': expected an http or https address
        path: /a/                           | 6: field 'path': expected a path
        language: e                         | 6: field 'language': expected a language tag
        labels: {dates: "'Issue' qqqqqqq"}  | 6: field 'labels.dates': expected a pattern
        labels: {months: HH}                | 6: field 'labels.months': expected a pattern
        layout: pages                       | 6: field 'layout': expected post, list or either
        accept: [same-title]                | 6: field 'accept': expected one of doubles, empty-texts, same-texts, same-titles,
        listing: {filters: [1]}             | 6: field 'listing.filters': expected text or a list of texts
        listing: {sitemap: /sitemap.xml}    | 6: field 'listing.sitemap': expected true, false, or the http or https
        crawl: {ignore-robots-meta: yes}    | 6: field 'crawl.ignore-robots-meta': expected true or false
        name: Twice                         | 6: field 'name' is given twice
        home: &a                            | 6:
        """)
    void namesTheLineOfAWrongValue(String line, String message) {
        assertThatThrownBy(() -> read("sleep", REQUIRED + line + "\n"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("profile.yaml:" + message);
    }

    @Test
    void namesEveryMissingKey() {
        assertThatThrownBy(() -> read("sleep", "name: Sleep Letter\n"))
                .hasMessageContainingAll("'home': is missing", "'publisher'", "'licence'");
    }

    @Test
    void refusesTwoBlogsWithTheSameAddresses() throws IOException {
        write("one", REQUIRED + "path: letter/\n");
        write("two", REQUIRED + "path: letter/\n");
        assertThatThrownBy(() -> profiles.readAll(sources))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("http://localhost:3030/letter/");
    }

    @Test
    void takesTheFoldersThatHoldAProfileForSources() throws IOException {
        write("two", REQUIRED);
        write("one", REQUIRED);
        Files.createDirectory(sources.resolve("notes"));
        Files.writeString(sources.resolve("README.md"), "x");
        assertThat(profiles.readAll(sources).keySet()).containsExactly("one", "two");
    }

    @Test
    void readsTheProfileOfTheSampleBlog() {
        SourceProfile profile = profiles.readAll(Path.of("../data/sources")).get("pprnet");
        assertThat(profile.home()).isEqualTo(URI.create("https://socialsciences.uottawa.ca/pprnet/blog"));
        assertThat(profile.root()).isEqualTo("http://localhost:3030/");
        assertThat(profile.listing().filters()).containsExactly("cat_1", "cat_2");
    }

    private SourceProfile read(String id, String yaml) throws IOException {
        return profiles.read(write(id, yaml));
    }

    private Path write(String id, String yaml) throws IOException {
        Path folder = Files.createDirectories(sources.resolve(id));
        Files.writeString(folder.resolve("profile.yaml"), yaml);
        return folder;
    }
}
