package dev.precis.pipeline.app.scale.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.correct.Corrections;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.execute.PureStages;
import dev.precis.pipeline.route.InputDigest;
import dev.precis.pipeline.source.InputKinds;
import dev.precis.pipeline.source.LocalFiles;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker answers is what the stages give, whatever it went through on its way. */
class WorkerTest {
    private static final Map<String, SourceProfile> PROFILES = new SourceProfiles("test").readAll(Sources.FOLDER);
    private static final Instant CAPTURED = Instant.parse("2024-05-06T07:08:09Z");

    @TempDir
    private Path folder;

    private KnownSources sources;
    private Worker worker;

    @BeforeEach
    void open() {
        sources = new KnownSources(() -> PROFILES);
        worker = new Worker(sources, Duration.ZERO);
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void theSampleArchivesAreReadAndDescribedAsHere() throws IOException {
        int posts = 0;
        for (SourceProfile profile : PROFILES.values()) {
            PureStages here = sources.find(profile.id(), settings(profile)).orElseThrow();
            for (Capture capture : captures(profile)) {
                Page page = here.read(capture);
                Page told =
                        done(Task.of(profile.id(), settings(profile), capture)).page();
                assertThat(told.capturedAt(capture.captured()))
                        .as("%s", capture)
                        .isEqualTo(page);
                for (Draft draft : page.drafts()) {
                    posts++;
                    PostTask post = new PostTask(
                            draft, profile.root() + "summary/" + posts, Corrections.OfSummary.NONE, List.of());
                    assertThat(outcome(done(Task.of(profile.id(), settings(profile), post))
                                    .described()))
                            .as("%s", draft.name())
                            .isEqualTo(outcome(here.describe(post)));
                }
            }
        }
        assertThat(posts).isGreaterThan(60);
    }

    private Result done(Task task) {
        try {
            return Result.read(worker.work(task.json()).json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The bytes of the graph and what was odd, and the refusal in its words. */
    private static List<Object> outcome(Described post) {
        return List.of(
                post.graph().name(),
                post.graph().base(),
                new String(NQuads.write(post.graph()), StandardCharsets.UTF_8),
                post.notices(),
                post.refusal().map(why -> why.graph() + " " + why.getMessage()).orElse(""));
    }

    /** One with an instant, as a crawl has it, among those that are files. */
    private List<Capture> captures(SourceProfile profile) {
        List<Capture> captures = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        LocalFiles files = new LocalFiles(InputKinds.of(profile));
        files.find(profile.folder().resolve("archive"), notices::add)
                .forEach(file -> files.read(file, captures::add, notices::add));
        Capture first = captures.getFirst();
        captures.add(Capture.of(
                URI.create("https://blog.example/page?p=1"),
                Optional.of(CAPTURED),
                "text/html; charset=utf-8",
                first.content(),
                "noarchive"));
        return captures;
    }

    private static String settings(SourceProfile profile) {
        return new InputDigest(profile, profile.program()).ofCircumstances();
    }

    @Test
    void aRefusalComesBackInItsWords() throws IOException {
        NamedGraph graph = new NamedGraph("https://blog.example/summary/1", "", GraphFactory.createDefaultGraph());
        NonConformance refusal = new NonConformance(graph.name(), "no title", "[] a <urn:r> .");

        Result told = Result.read(Result.of(new Described(graph, List.of(), List.of(), Optional.of(refusal)))
                .json());

        assertThat(told.described().refusal()).hasValueSatisfying(again -> {
            assertThat(again.graph()).isEqualTo(refusal.graph());
            assertThat(again).hasMessage("no title");
            assertThat(again.report()).isEqualTo(refusal.report());
        });
    }

    @Test
    void whoHasOtherSettingsDoesNotDoIt() {
        SourceProfile profile = PROFILES.values().iterator().next();
        Capture capture = captures(profile).getFirst();

        Result other = worker.work(Task.of(profile.id(), "other", capture).json());
        Result stranger =
                worker.work(Task.of("nobody", settings(profile), capture).json());

        assertThat(other.reason()).contains("other settings of " + profile.id());
        assertThat(stranger.reason()).contains("other settings of nobody");
    }

    @Test
    void settingsAreReadAgainWhenSomebodyHasOthers() throws Exception {
        Path source = folder.resolve("pprnet");
        Files.createDirectories(source);
        for (String file : List.of("profile.yaml", "topics.ttl")) {
            Files.copy(Sources.FOLDER.resolve("pprnet").resolve(file), source.resolve(file));
        }
        SourceProfiles reader = new SourceProfiles("test");
        String before = settings(reader.read(source));
        try (KnownSources own = new KnownSources(() -> reader.readAll(folder), Duration.ZERO)) {
            assertThat(own.find("pprnet", before)).isPresent();

            Files.writeString(source.resolve("topics.ttl"), "\n# a remark\n", java.nio.file.StandardOpenOption.APPEND);
            String after = settings(reader.read(source));
            assertThat(own.find("pprnet", after)).isPresent();
            assertThat(own.find("pprnet", before)).isEmpty();
        }
    }

    @Test
    void whatIsNoTaskIsTold() {
        for (String json : List.of("", "{", "null", "{\"source\":\"pprnet\"}", "[]", "{\"document\":[],\"post\":[]}")) {
            assertThatThrownBy(() -> worker.work(json.getBytes(StandardCharsets.UTF_8)))
                    .as(json)
                    .isInstanceOf(Worker.FailedException.class)
                    .hasMessageStartingWith("is no task: ");
        }
    }
}
