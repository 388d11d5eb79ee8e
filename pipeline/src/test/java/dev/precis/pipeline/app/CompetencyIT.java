package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.CompetencyQuery.Filling;
import dev.precis.sparql.write.AnswerForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every competency question has its expected answer on the sample archive, kept as a file. {@code -Dgolden.update=true}
 * rewrites the files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompetencyIT {
    private static final Path DATA = Path.of("..", "data");
    private static final Path ANSWERS = Path.of("src/test/resources/dev/precis/pipeline/app/competency");
    private static final String API = Settings.LOCAL_BASE + "api/";
    private static final Instant CAPTURED = Instant.parse("2026-03-01T12:00:00Z");
    private static final CompetencyQueries QUERIES = CompetencyQueries.read();

    @TempDir
    private static Path folder;

    private GraphArchive archive;
    private GraphStore index;

    static List<CompetencyQuery> all() {
        return QUERIES.all();
    }

    @BeforeAll
    void ingestTheSampleArchive() throws IOException {
        Path store = folder.resolve("store");
        readOnePageThatSaysWhenItWasCaptured(store);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String sources = DATA.resolve("sources").toString();
        int exit = Main.run(
                out, out, "ingest", "--no-index", "--store", store.toString(), "--sources", sources, DATA.toString());
        assertThat(exit).as(said.toString()).isZero();
        archive = GraphArchive.open(store);
        index = GraphStore.open(archive, Settings.LOCAL_BASE, Version.number(), Wiring.derivation());
    }

    @AfterAll
    void close() {
        index.close();
        archive.close();
    }

    /** As the pages of a crawl do; a file says nothing of the kind, so that all others have no time. */
    private static void readOnePageThatSaysWhenItWasCaptured(Path store) throws IOException {
        SourceProfile profile = new SourceProfiles(Version.number()).read(DATA.resolve("sources/pprnet"));
        byte[] page = Files.readAllBytes(profile.folder().resolve("archive/pprnet_blog_sept2013.html"));
        URI address = URI.create("http://www.med.uottawa.ca/pprnet/eng/pprnet_blog_sept2013.html");
        try (GraphArchive archive = GraphArchive.open(store);
                Ingest ingest =
                        Wiring.ingest(Wiring.stages(profile), archive, false, StageExecutors.DIRECT, one -> {})) {
            ingest.read(new Capture(address, CAPTURED, "text/html", page));
            ingest.finish();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasItsExpectedAnswer(CompetencyQuery query) throws IOException {
        boolean graph = query.answersWithAGraph();
        AnswerForm form = graph ? AnswerForm.JSON_LD : AnswerForm.CSV;
        String answer = answer(query, query.query(), form).replace("\r\n", "\n").replace(Version.number(), "{version}");
        Path file = ANSWERS.resolve(query.name() + form.suffix());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, answer);
        }
        assertThat(file).as("run once with -Dgolden.update=true").exists();
        assertThat(answer).isEqualTo(Files.readString(file));
    }

    @Test
    void noExpectedAnswerIsOfNoQuestion() throws IOException {
        try (Stream<Path> files = Files.list(ANSWERS)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            all().stream().map(CompetencyQuery::name).toList());
        }
    }

    /** Every form answers every question that it can; JSON has a row for each of CSV. */
    @ParameterizedTest
    @MethodSource("all")
    void isAnsweredInEveryForm(CompetencyQuery query) throws IOException {
        for (AnswerForm form : AnswerForm.of(query)) {
            assertThat(answer(query, query.query(), form)).as(form.label()).isNotBlank();
        }
    }

    /** What is chosen makes a difference, in any case; "any" gives at least as much as a choice. */
    @ParameterizedTest
    @CsvSource({
        "effects-excluding-no-effect, topic, '', 5",
        "effects-excluding-no-effect, topic, Alliance and THERAPEUTIC relationship, 2",
        "effects-excluding-no-effect, type, '', 2",
        "effects-excluding-no-effect, since, 2021, 0",
        "forest-plot-rows, topic, '', 33",
        "forest-plot-rows, statistic, hedges' G, 3",
        "forest-plot-rows, statistic, OR, 0",
        "values-of-a-statistic, statistic, odds ratio, 5",
        "null-results, alpha, 0.5, 4",
        "small-samples, below, 100, 1",
        "findings-with-words, words, WITH MORE burnout, 1",
        "practice-implications, topic, '', 77",
        "practice-implications, topic, PDT, 4",
        "topics-together, least, 2, 6",
        "summaries-by-topic-and-year, since, 2024, 6",
        "summaries-by-journal-and-year, since, 2021, 6",
        "authors-of-works, least, 3, 2",
        "reference-list, doi, https://doi.org/10.1002/CPP.2494, 1",
        "flagged-numbers, flag, ci-bounds-reversed, 3",
        "flagged-numbers, flag, Confidence bounds printed in descending ORDER, 3",
        "read-since, since, '', 41",
        "read-since, since, 2026-03-01, 2",
        "read-since, since, 2026-03-02, 0",
        "author-lists, work, http://localhost:3030/works/blanchard-2016-lying-in-psychotherapy, 1",
        "topics-with-only-some-evidence, type, surveys, 1",
        "opposite-signs, outcome, burnout, 0",
        "audit-trail, estimate,"
                + " http://localhost:3030/summary/2020-09/secure-supervision-less-burnout#estimate-3, 1",
    })
    void followsItsParameters(String name, String parameter, String value, int rows) throws IOException {
        CompetencyQuery query = QUERIES.find(name).orElseThrow();
        Filling filling = query.fill(Map.of(parameter, List.of(value)));

        assertThat(filling).isInstanceOf(Filling.Filled.class);
        if (filling instanceof Filling.Filled(Query filled)) {
            String json = answer(query, filled, AnswerForm.JSON);
            assertThat(json.lines().filter(line -> line.startsWith("{")))
                    .as(json)
                    .hasSize(rows);
        }
    }

    private String answer(CompetencyQuery question, Query query, AnswerForm form) throws IOException {
        DatasetGraph dataset = index.dataset();
        return Txn.calculateRead(dataset, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
                if (query.isConstructType()) {
                    form.write(execution.construct(), out);
                } else {
                    form.write(execution.select(), API + question.name() + "#", out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }
}
