package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.html;
import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which readings are of one summary, and which name it has (ADR 29). */
class IdentityTest {
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final String MAY = "http://localhost:3030/summary/2021-05/";
    private static final String NAPS = "Almqvist, R. (2020). Twenty minutes at noon. Journal of Sleep, 4(2), 11–25.";
    private static final String WALKS = "Bergman, S. (2019). Walking before bed. Review of Evenings, 8, 101–119.";
    private static final String NONE = "";

    @TempDir
    private Path store;

    private GraphArchive archive;
    private int day = 1;

    @BeforeEach
    void open() {
        archive = GraphArchive.open(store);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void twoPostsOfOneTitleAndMonthInAFeedAreTwoSummaries() {
        Capture feed = feed(entry("a", "/a", "Journal watch", NAPS), entry("b", "/b", "Journal watch", WALKS));
        Tally tally = ingest(feed);

        assertThat(tally.of(Novelty.NEW)).isEqualTo(2);
        assertThat(cited()).isEqualTo(Map.of("journal-watch", NAPS, "journal-watch-2", WALKS));
        assertThat(codes(tally)).containsExactly("title-shared");

        Tally again = ingest(feed);
        assertThat(again.of(Novelty.UNCHANGED)).isEqualTo(2);
        assertThat(again.notices()).isEmpty();
        assertThat(cited()).hasSize(2);
    }

    @Test
    void theyKeepTheirNamesWhicheverComesFirst() {
        ingest(feed(entry("b", "/b", "Journal watch", WALKS)));
        ingest(feed(entry("a", "/a", "Journal watch", NAPS), entry("b", "/b", "Journal watch", WALKS)));

        assertThat(cited()).isEqualTo(Map.of("journal-watch", WALKS, "journal-watch-2", NAPS));
    }

    @Test
    void theyAreTwoAlsoWhereTheyCiteNothing() {
        assertThat(ingest(feed(entry("a", "/a", "Journal watch", NONE), entry("b", "/b", "Journal watch", NONE)))
                        .of(Novelty.NEW))
                .isEqualTo(2);
    }

    @Test
    void aListingWithoutAddressesTellsOfThePostThatCitesTheSame() {
        ingest(feed(entry("a", "/a", "Journal watch", NAPS), entry("b", "/b", "Journal watch", WALKS)));
        Tally tally = ingest(
                html("blog?cat_2=29", "May 2021", cites(WALKS)),
                feed(entry("a", "/a", "Journal watch", NAPS), entry("b", "/b", "Journal watch", WALKS)));

        assertThat(tally.of(Novelty.CHANGED)).isEqualTo(1);
        assertThat(cited()).hasSize(2);
        assertThat(topics("journal-watch-2")).hasSize(1);
        assertThat(topics("journal-watch")).isEmpty();
    }

    @Test
    void aFeedLeadsBackToWhatAListingToldFirst() {
        ingest(html("blog", "May 2021", cites(NAPS)));
        ingest(feed(entry("a", "/a", "Journal watch", NAPS)));
        ingest(feed(entry("a", "/a", "Journal watch, mended", NAPS)));

        assertThat(cited()).containsOnlyKeys("journal-watch");
    }

    @Test
    void aReadingThatTellsNothingNewButAGuidIsRemembered() {
        ingest(feed(entry("", "/a", "Naps", NAPS)));
        assertThat(ingest(feed(entry("a", "/a", "Naps", NAPS))).of(Novelty.UNCHANGED))
                .isEqualTo(1);
        ingest(feed(entry("a", "/b", "Naps At Noon", NAPS)));

        assertThat(cited()).containsOnlyKeys("naps");
    }

    @Test
    void aMendedTitleStaysOneSummary() {
        ingest(feed(entry("a", "/a", "Naps (2 comments)", NAPS)));
        Tally tally = ingest(feed(entry("a", "/moved", "Naps (3 comments)", NAPS)));
        assertThat(tally.of(Novelty.CHANGED)).isEqualTo(1);

        ingest(feed(entry("", "/moved", "Naps At Noon", NONE)));
        ingest(feed(entry("", "http://www.blog.example/moved/?utm_source=x#top", "Naps, Again", NAPS)));
        assertThat(cited()).isEqualTo(Map.of("naps-2-comments", NAPS));
        assertThat(headline("naps-2-comments")).isEqualTo("Naps, Again");
    }

    @Test
    void aTitleThatWasMendedIsFreeForAnotherPost() {
        ingest(feed(entry("a", "/a", "Naps", NAPS)));
        ingest(feed(entry("a", "/a", "Naps At Noon", NAPS)));
        ingest(feed(entry("b", "/b", "Naps", WALKS)));

        assertThat(cited()).isEqualTo(Map.of("naps", NAPS, "naps-2", WALKS));
    }

    @Test
    void aGuidThatIsUsedAgainIsNoIdentity() {
        ingest(feed(entry("home", "/a", "Naps", NAPS)));
        Tally tally = ingest(feed(entry("home", "/b", "Walks", WALKS)));

        assertThat(cited()).isEqualTo(Map.of("naps", NAPS, "walks", WALKS));
        assertThat(codes(tally)).containsExactly("key-reused");

        ingest(feed(entry("same", "/c", "Third", NAPS), entry("same", "/d", "Fourth", WALKS)));
        assertThat(cited()).containsOnlyKeys("naps", "walks", "third", "fourth");
    }

    @Test
    void twoFilesOfOneTitleAndMonthAreTwoSummaries() {
        ingest(file("a.md", "Journal watch", "2021-05", NAPS));
        Tally tally = ingest(file("b.md", "Journal watch", "2021-05", WALKS));
        assertThat(codes(tally)).containsExactly("title-shared");
        ingest(file("b.md", "Journal watch", "2021-05", WALKS), file("a.md", "Journal watch", "2021-05", NAPS));

        assertThat(cited()).isEqualTo(Map.of("journal-watch", NAPS, "journal-watch-2", WALKS));
    }

    @Test
    void twoFilesDroppedTogetherAreTwoSummaries() {
        ingest(file("b.md", "Journal watch", "2021-05", WALKS), file("a.md", "Journal watch", "2021-05", NAPS));
        assertThat(cited()).isEqualTo(Map.of("journal-watch", NAPS, "journal-watch-2", WALKS));
    }

    @Test
    void aFileOfAnotherNameOnTheSameStudyIsItsNewerVersionAndSaysSo() {
        ingest(file("a.md", "Naps", "2021-05", NAPS));
        Tally tally = ingest(file("a-mended.md", "Naps", "2021-05", NAPS.replace("11–25", "11–26")));

        assertThat(tally.of(Novelty.CHANGED)).isEqualTo(1);
        assertThat(codes(tally)).containsExactly("supersedes");
        assertThat(cited()).isEqualTo(Map.of("naps", NAPS.replace("11–25", "11–26")));
    }

    @Test
    void aFileNameThatIsUsedAgainIsAnotherSummary() {
        ingest(file("new.md", "Naps", "2021-05", NAPS));
        Tally tally = ingest(file("new.md", "Walks", "2021-05", WALKS));
        assertThat(codes(tally)).containsExactly("key-reused");
        ingest(file("new.md", "Walks, mended", "2021-05", WALKS));
        ingest(file("new.md", "Rest", "2021-06", NONE));

        assertThat(cited()).isEqualTo(Map.of("naps", NAPS, "walks", WALKS, "rest", NONE));
    }

    @Test
    void aCitationMendedInItsFileIsMended() {
        ingest(file("a.md", "Naps", "2021-05", NAPS));
        Tally tally = ingest(file("a.md", "Naps", "2021-05", WALKS));

        assertThat(cited()).isEqualTo(Map.of("naps", WALKS));
        assertThat(codes(tally)).containsExactly("citation-conflict");
    }

    @Test
    void anotherCitationAtAnotherAddressReplacesNothing() {
        ingest(html("blog", "May 2021", cites(NAPS)));
        Tally tally = ingest(html("elsewhere", "May 2021", cites(WALKS)));

        assertThat(cited()).isEqualTo(Map.of("journal-watch", NAPS));
        assertThat(codes(tally)).containsExactly("citation-conflict");
        assertThat(tally.summaries()).isZero();
    }

    @Test
    void aLaterCaptureOfTheAddressMendsTheCitation() {
        ingest(at("2021-06-02", "blog", NAPS));
        assertThat(codes(ingest(at("2021-06-01", "blog", WALKS)))).containsExactly("citation-conflict");
        assertThat(cited()).isEqualTo(Map.of("journal-watch", NAPS));

        ingest(at("2021-06-03", "blog", WALKS));
        assertThat(cited()).isEqualTo(Map.of("journal-watch", WALKS));
    }

    @Test
    void twoPagesOfARunThatDisagreeAreToldOf() {
        Tally tally = ingest(html("blog", "May 2021", cites(NAPS)), html("blog?p=2", "May 2021", cites(WALKS)));

        assertThat(cited()).hasSize(1);
        assertThat(codes(tally)).containsExactly("citation-conflict");
    }

    @Test
    void theRegisterAloneKeepsTheNames() {
        Capture feed = feed(entry("a", "/a", "Journal watch", NAPS), entry("b", "/b", "Journal watch", WALKS));
        ingest(feed);
        ingest(feed(entry("a", "/a", "Mended", NAPS), entry("b", "/b", "Journal watch", WALKS)));
        Map<String, String> before = cited();
        try (ArchiveBatch batch = archive.batch()) {
            archive.entries().stream()
                    .map(ArchiveEntry::graph)
                    .filter(graph -> graph.startsWith(MAY))
                    .forEach(graph -> batch.remove(graph, "to be read anew", Registration.By.SOURCE));
            batch.commit();
        }
        assertThat(cited()).isEmpty();
        ingest(feed);

        assertThat(cited()).isEqualTo(before);
    }

    private static Draft cites(String citation) {
        Draft draft = post("Journal watch", "A text long enough to be a paragraph of prose, in May.");
        return new Draft(
                draft.origin(),
                draft.title(),
                draft.date(),
                List.of(Passage.of(citation)),
                List.of(),
                draft.body(),
                draft.implications(),
                List.of(),
                "",
                List.of());
    }

    private static Capture at(String date, String address, String citation) {
        Capture page = html(address, "May 2021", cites(citation));
        return new Capture(page.address(), Instant.parse(date + "T00:00:00Z"), page.contentType(), page.content());
    }

    private static String entry(String guid, String address, String title, String citation) {
        String cited = citation.isEmpty() ? "" : "<p>" + citation + "</p>";
        return """
            {"id": "%s", "url": "%s", "title": "%s", "date_published": "2021-05-14",
             "content_html": "%s<p>A text long enough to be a paragraph of prose, as summaries are.</p>\
            <h3>Practice Implications</h3><p>Ask.</p>"}\
            """.formatted(guid, URI.create("https://blog.example/").resolve(address), title, cited);
    }

    /** Each is captured a day after the last. */
    private Capture feed(String... entries) {
        String json =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [" + String.join(",", entries) + "]}";
        day++;
        return new Capture(
                URI.create("https://blog.example/feed.json"),
                Instant.parse("2021-06-%02dT00:00:00Z".formatted(day)),
                "application/feed+json",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static Capture file(String name, String title, String month, String citation) {
        String cited = citation.isEmpty() ? "" : "citation: \"" + citation + "\"\n";
        String markdown = "---\ntitle: \"" + title + "\"\nmonth: " + month + "\n" + cited + "---\n\nA text.\n";
        return new Capture(URI.create("file:///drop/" + name), "", markdown.getBytes(StandardCharsets.UTF_8));
    }

    private Tally ingest(Capture... captures) {
        try (Ingest ingest =
                new Ingest(STAGES, new Batch(archive, STAGES, new InputDigest(STAGES.profile(), "1"), false))) {
            Stream.of(captures).forEach(ingest::read);
            return ingest.finish();
        }
    }

    private static List<String> codes(Tally tally) {
        return tally.notices().stream()
                .map(Notice::code)
                .filter(code -> !code.endsWith("-missing"))
                .toList();
    }

    /** What each summary cites, by the last part of its name. */
    private Map<String, String> cited() {
        Map<String, String> cited = new TreeMap<>();
        archive.entries().stream()
                .map(ArchiveEntry::graph)
                .filter(graph -> graph.contains("/summary/"))
                .forEach(graph -> cited.put(
                        graph.substring(graph.lastIndexOf('/') + 1),
                        literals(graph, DCTerms.bibliographicCitation.asNode()).stream()
                                .findFirst()
                                .orElse(NONE)));
        return cited;
    }

    private String headline(String name) {
        return literals(MAY + name, Schema.headline.asNode()).getFirst();
    }

    private List<Node> topics(String name) {
        return archive.read(archive.entry(MAY + name).orElseThrow())
                .graph()
                .find(Node.ANY, DCTerms.subject.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    private List<String> literals(String graph, Node property) {
        return archive.read(archive.entry(graph).orElseThrow())
                .graph()
                .find(Node.ANY, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }
}
