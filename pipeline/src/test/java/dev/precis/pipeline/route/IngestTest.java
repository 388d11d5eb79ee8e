package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.html;
import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.map.SummaryMapper;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.validate.ShapeValidator;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final Capture LISTING =
            html("blog?p=1", "May 2021", post("Empathy Again", "A text long enough to be a paragraph of prose."));
    private static final Capture FILTERED =
            html("blog?cat_2=29", "May 2021", post("Empathy Again", "A text long enough to be a paragraph of prose."));
    private static final String EMPATHY = "http://localhost:3030/summary/2021-05/empathy-again";

    @TempDir
    private Path store;

    private GraphArchive archive;
    private Instant now = Instant.parse("2021-06-01T00:00:00Z");

    @BeforeEach
    void open() {
        archive = GraphArchive.open(store, (InstantSource) () -> now);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void publishesAPostWithTheTopicsOfAllItsListings() {
        Tally tally = ingest(STAGES, "1", LISTING, FILTERED);

        assertThat(tally).hasToString("2 pages read; summaries: 1 new, 0 unchanged, 0 changed, 0 quarantined");
        assertThat(topics(EMPATHY)).containsExactly("http://localhost:3030/topic/empathy");
        assertThat(archive.snapshots().text(LISTING.digest()))
                .hasValueSatisfying(text -> assertThat(text).contains("Empathy Again", "a paragraph of prose"));
        assertThat(archive.snapshots().bytes(LISTING.digest())).hasValue(LISTING.content());
    }

    @Test
    void doesNothingTwice() {
        ingest(STAGES, "1", LISTING, FILTERED);
        List<ArchiveEntry> before = archive.entries();
        Tally again = ingest(STAGES, "1", FILTERED, LISTING);

        assertThat(again.of(Novelty.UNCHANGED)).isEqualTo(1);
        assertThat(archive.entries()).isEqualTo(before);
    }

    @Test
    void takesNoTopicAwayWhereAPagePrintsNone() {
        ingest(STAGES, "1", LISTING, FILTERED);
        Tally again = ingest(STAGES, "1", LISTING);

        assertThat(again.of(Novelty.UNCHANGED)).isEqualTo(1);
        assertThat(topics(EMPATHY)).hasSize(1);
    }

    @Test
    void mapsAgainUnderAnotherVersionOfTheSoftware() {
        ingest(STAGES, "1", LISTING);
        Tally tally = ingest(withMapper("2"), "2", LISTING);

        assertThat(tally.of(Novelty.UNCHANGED)).as("it reads the same").isEqualTo(1);
        assertThat(graph(EMPATHY)).anyMatch(line -> line.contains("/software/2"));
        assertThat(archive.entry(EMPATHY).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anotherVersionThatReadsTheSameModifiesNothing() {
        ingest(STAGES, "1", LISTING);
        Instant modified = archive.entry(EMPATHY).orElseThrow().modified();
        now = now.plusSeconds(3600);

        ingest(withMapper("2"), "2", LISTING);
        assertThat(archive.entry(EMPATHY).orElseThrow().modified()).isEqualTo(modified);

        ingest(withMapper("2"), "2", FILTERED);
        assertThat(topics(EMPATHY)).hasSize(1);
        assertThat(archive.entry(EMPATHY).orElseThrow().modified())
                .as("by its topics")
                .isEqualTo(modified);

        Capture mended = html("blog?p=1", "May 2021", post("Empathy Again", "Another text that is long enough, too."));
        ingest(withMapper("2"), "2", mended);
        assertThat(archive.entry(EMPATHY).orElseThrow().modified()).isEqualTo(now);
    }

    @Test
    void whatTheSettingsSayOfTheBlogReachesTheGraphsWithTheNextIngest(@TempDir Path folder) throws IOException {
        ingest(settings(folder, "PPRNet Blog", "PPRNet Blog"), "1", page("blog?p=1", "May 2021", "new"));
        List<Instant> modified = modified();
        now = now.plusSeconds(3600);

        assertThat(modified).hasSize(1);
        ingest(settings(folder, "PPRNet Blog", "A Blog Renamed"), "1", LISTING);
        assertThat(graph("http://localhost:3030/blog")).anyMatch(line -> line.contains("A Blog Renamed"));
        assertThat(graph("http://localhost:3030/blog")).anyMatch(line -> line.contains("Read what is new"));
        assertThat(graph("http://localhost:3030/catalogue")).anyMatch(line -> line.contains("A Blog Renamed"));

        ingest(settings(folder, "\"Empathy\"@en", "\"Feeling With\"@en"), "1", LISTING);
        assertThat(graph(STAGES.concepts().topics().iri().toString())).anyMatch(line -> line.contains("Feeling With"));
        assertThat(modified()).isEqualTo(modified);
    }

    @Test
    void aRunThatDiesLeavesNothingToTheNext() {
        Capture other = html("blog?p=2", "April 2021", post("Another Post", "A text long enough to be a paragraph."));
        Batch dying = new Batch(archive, STAGES, new InputDigest(STAGES.profile(), "1"), false);
        dying.add(STAGES.reader().read(LISTING));
        for (Draft draft : dying.drafts(true)) {
            PostTask post = dying.task(draft).orElseThrow();
            Summary summary = STAGES.understanding().understand(draft);
            dying.keep(
                    new Described(STAGES.mapper().map(summary, post.name()), List.of(), List.of(), Optional.empty()));
        }

        Tally next = ingest(STAGES, "1", other);

        assertThat(next.of(Novelty.NEW)).isEqualTo(1);
        assertThat(archive.entry(EMPATHY)).isEmpty();
        assertThat(archive.entry("http://localhost:3030/summary/2021-04/another-post"))
                .isPresent();
    }

    @Test
    void twoRunsAtOnceKeepWhatEachOfThemRead() throws Exception {
        List<Callable<Tally>> runs = IntStream.range(0, 8)
                .<Callable<Tally>>mapToObj(i -> () -> ingest(
                        STAGES,
                        "1",
                        html(
                                "blog?p=" + i,
                                "May 2021",
                                post("Post Number " + i, "A text long enough for a paragraph."))))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Tally> run : threads.invokeAll(runs)) {
                assertThat(run.get().of(Novelty.NEW)).isEqualTo(1);
            }
        }

        assertThat(archive.entries().stream()
                        .filter(entry -> entry.graph().contains("/summary/"))
                        .map(ArchiveEntry::graph))
                .hasSize(8);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void aLongRunKeepsWhatItHasSoFarAndMendsItLater() {
        try (Ingest ingest = run(STAGES, "1")) {
            ingest.read(LISTING);
            ingest.keepSoFar();
            assertThat(archive.entry(EMPATHY)).isPresent();
            assertThat(topics(EMPATHY)).isEmpty();

            ingest.read(FILTERED);
            Tally tally = ingest.finish();

            assertThat(tally).hasToString("2 pages read; summaries: 1 new, 0 unchanged, 0 changed, 0 quarantined");
            assertThat(topics(EMPATHY)).hasSize(1);
        }
    }

    @Test
    void aLongRunThatIsNotThroughTakesNoTopicAway() {
        ingest(STAGES, "1", LISTING, FILTERED);
        try (Ingest ingest = run(STAGES, "1")) {
            ingest.read(html(
                    "blog?cat_2=11",
                    "May 2021",
                    post("Empathy Again", "A text long enough to be a paragraph of prose.")));
            ingest.keepSoFar();

            assertThat(topics(EMPATHY)).hasSize(2);
        }
    }

    @Test
    void aNameOnceGivenStays() {
        ingest(STAGES, "1", LISTING);

        assertThat(archive.registrations()).singleElement().satisfies(row -> {
            assertThat(row.graph()).isEqualTo(EMPATHY);
            assertThat(row.keys()).containsExactly("pprnet title 2021-05 empathy again");
            assertThat(row.first()).isEqualTo(now);
        });
    }

    @Test
    void quarantinesWhatBreaksAShapeAndGoesOn() throws IOException {
        Capture other = html("blog?p=2", "April 2021", post("Another Post", "It stands on a page without any filter."));
        Tally tally = ingest(withoutSchemes(), "1", LISTING, FILTERED, other);

        assertThat(tally.of(Novelty.NEW)).isEqualTo(1);
        assertThat(tally.refused()).singleElement().satisfies(notice -> {
            assertThat(notice.where()).isEqualTo(EMPATHY);
            assertThat(notice.message()).contains("a topic is a concept of the source's scheme");
        });
        assertThat(archive.entry(EMPATHY)).isEmpty();
        assertThat(new Quarantine(store).kept()).singleElement().satisfies(withheld -> {
            assertThat(withheld.what()).isEqualTo(EMPATHY);
            assertThat(withheld.stage()).isEqualTo(Withheld.Stage.VALIDATE);
            assertThat(withheld.report()).contains("ValidationReport");
            assertThat(archive.snapshots().bytes(withheld.from().snapshot())).isPresent();
        });
        assertThat(new Quarantine(store).kept())
                .extracting(Withheld::notice)
                .containsExactlyElementsOf(tally.refused());
    }

    @Test
    void tellsOfWhatDoesNotFitAlsoWhereTheSummaryIsRefused(@TempDir Path folder) throws IOException {
        Path corrections = folder.resolve("pprnet").resolve("corrections");
        Files.createDirectories(corrections);
        Files.writeString(
                corrections.resolve("2021.yaml"),
                "- {summary: \"" + EMPATHY + "\", findings: [{quote: no such sentence, drop: true}]}\n");

        Tally tally = ingest(withoutSchemes(settings(folder, "", "")), "1", FILTERED);

        assertThat(tally.refused()).hasSize(1);
        assertThat(tally.notices()).extracting(Notice::code).contains("correction-unfit");
    }

    @Test
    void releasesFromQuarantineWhatIsPublishedAfterAll() throws IOException {
        ingest(withoutSchemes(), "1", FILTERED);
        Tally tally = ingest(STAGES, "1", FILTERED);

        assertThat(tally.of(Novelty.NEW)).isEqualTo(1);
        assertThat(new Quarantine(store).kept()).isEmpty();
    }

    @Test
    void namesAPostThatNothingDates() throws IOException {
        Tally tally =
                ingest(STAGES, "1", html("blog?p=1", "", post("Undated", "A text long enough to be a paragraph.")));

        assertThat(tally.refused()).extracting(Notice::code).containsExactly("month-missing");
        assertThat(tally.of(Novelty.NEW)).isZero();
        assertThat(new Quarantine(store).kept()).singleElement().satisfies(withheld -> {
            assertThat(withheld.reason()).contains("Undated");
            assertThat(archive.snapshots().bytes(withheld.from().snapshot())).isPresent();
        });
        assertThat(new Quarantine(store).kept())
                .extracting(Withheld::notice)
                .containsExactlyElementsOf(tally.refused());
    }

    @Test
    void clearsAPageOfWhichNothingIsWrongAnyMore() {
        ingest(STAGES, "1", html("blog?p=1", "", post("Undated", "A text long enough to be a paragraph.")));
        ingest(STAGES, "1", html("blog?p=2", "", post("Other", "A text long enough to be a paragraph.")));
        ingest(STAGES, "1", html("blog?p=1", "May 2021", post("Undated", "A text long enough to be a paragraph.")));

        assertThat(new Quarantine(store).kept())
                .singleElement()
                .satisfies(withheld -> assertThat(withheld.reason()).contains("Other"));
    }

    @Test
    void hearsNoMoreOfWhatIsIgnoredUntilItIsAnotherPage() {
        Capture undated = html("blog?p=1", "", post("Undated", "A text long enough to be a paragraph."));
        ingest(STAGES, "1", undated);
        Quarantine quarantine = new Quarantine(store);
        quarantine.ignore(quarantine.kept().getFirst());

        assertThat(ingest(STAGES, "1", undated).refused()).isEmpty();
        assertThat(quarantine.kept()).isEmpty();
        Capture changed = html("blog?p=1", "", post("Undated", "Another text long enough to be a paragraph."));
        assertThat(ingest(STAGES, "1", changed).refused()).hasSize(1);
        assertThat(quarantine.kept()).hasSize(1);
    }

    @Test
    void refusesADroppedSummaryWithALabelThatNobodyKnows() {
        String markdown = """
            ---
            title: Filed Under Something
            month: 2021-05
            topics:
              - Empathy
              - Astrology
            type: Singel studies
            ---

            A text.
            """;
        Tally tally = ingest(
                STAGES,
                "1",
                new Capture(
                        URI.create("file:///drop/new.md"),
                        Posts.CAPTURED,
                        "",
                        markdown.getBytes(StandardCharsets.UTF_8)));

        assertThat(tally.of(Novelty.NEW)).isZero();
        assertThat(tally.refused()).hasSize(2);
        assertThat(tally.refused().getFirst().toString())
                .startsWith("new.md:6: field 'topics': 'Astrology' is no topic or type of research of this source, the"
                        + " nearest known are '");
        assertThat(tally.refused().getLast().toString())
                .startsWith("new.md:7: field 'type': 'Singel studies' is")
                .contains("the nearest known are 'Single studies', '");
    }

    @Test
    void keepsTheBlurbOfTheNewestPage() {
        ingest(STAGES, "1", page("blog?p=2", "March 2021", "old"), page("blog?p=1", "May 2021", "new"));
        ingest(STAGES, "1", LISTING); // says nothing of this month

        assertThat(graph("http://localhost:3030/blog")).anyMatch(line -> line.contains("Read what is new"));
        assertThat(graph("http://localhost:3030/blog")).noneMatch(line -> line.contains("Read what is old"));
    }

    private static Capture page(String address, String month, String word) {
        Capture page = html(address, month, post("Post of " + month, "A text long enough to be a paragraph of prose."));
        String html = new String(page.content(), StandardCharsets.UTF_8)
                .replace(
                        "<html><body>",
                        "<html><body><h1>PPRNet Blog</h1><h2>This month</h2><p>Read what is " + word
                                + " in psychotherapy research, and what it means.</p>");
        return new Capture(page.address(), Posts.CAPTURED, page.contentType(), html.getBytes(StandardCharsets.UTF_8));
    }

    /** Stages whose validator knows no topic, so that every graph with a topic breaks a shape. */
    private static Stages withoutSchemes() {
        return withoutSchemes(STAGES);
    }

    private static Stages withoutSchemes(Stages stages) {
        return new Stages(
                stages.profile(),
                stages.concepts(),
                stages.reader(),
                stages.tagger(),
                stages.understanding(),
                stages.corrections(),
                stages.mapper(),
                new ShapeValidator(GraphFactory.createDefaultGraph()),
                stages.blogMapper());
    }

    private static Stages withMapper(String version) {
        return new Stages(
                STAGES.profile(),
                STAGES.concepts(),
                STAGES.reader(),
                STAGES.tagger(),
                STAGES.understanding(),
                STAGES.corrections(),
                new SummaryMapper(STAGES.profile(), version),
                STAGES.validator(),
                STAGES.blogMapper());
    }

    /** The stages of a copy of the source in which one text of its settings is another one. */
    private static Stages settings(Path folder, String text, String other) throws IOException {
        Path source = folder.resolve("pprnet");
        Files.createDirectories(source);
        for (String file : List.of("profile.yaml", "topics.ttl", "topic-words.tsv")) {
            String settings = Files.readString(STAGES.profile().folder().resolve(file));
            Files.writeString(source.resolve(file), settings.replace(text, other));
        }
        return Sources.stages(new SourceProfiles("test").read(source));
    }

    /** When the first summaries were modified. */
    private List<Instant> modified() {
        return archive.entries().stream()
                .filter(entry -> entry.isRead() && !entry.graph().equals(EMPATHY))
                .map(ArchiveEntry::modified)
                .toList();
    }

    private Ingest run(Stages stages, String version) {
        return new Ingest(stages, new Batch(archive, stages, new InputDigest(stages.profile(), version), false));
    }

    private Tally ingest(Stages stages, String version, Capture... captures) {
        try (Ingest ingest = run(stages, version)) {
            for (Capture capture : captures) {
                ingest.read(capture);
            }
            return ingest.finish();
        }
    }

    private List<String> topics(String summary) {
        return archive.read(archive.entry(summary).orElseThrow())
                .graph()
                .find(Node.ANY, DCTerms.subject.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList();
    }

    private List<String> graph(String name) {
        return archive.read(archive.entry(name).orElseThrow()).graph().stream()
                .map(Object::toString)
                .toList();
    }
}
