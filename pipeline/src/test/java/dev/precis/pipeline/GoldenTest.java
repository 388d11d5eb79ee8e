package dev.precis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every sample page of every source gives its golden posts, graph and feed. {@code -Dgolden.update=true} rewrites
 * graphs and feeds; {@code expected.json} says what a person reads on the page and is written by hand.
 */
class GoldenTest {
    private static final Instant CAPTURED = Instant.parse("2020-01-01T00:00:00Z");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Stages> STAGES = new HashMap<>();

    static List<Path> samples() throws IOException {
        try (Stream<Path> tree = Files.find(Sources.FOLDER, 4, (path, attributes) -> path.endsWith("expected.json"))) {
            return tree.map(Path::getParent).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPageGivesItsPosts(Path sample) throws IOException {
        JsonNode expected =
                JSON.readTree(sample.resolve("expected.json").toFile()).path("posts");
        List<Post> posts = new ArrayList<>();
        expected.forEach(post -> posts.add(Post.of(post)));
        Page page = page(sample);

        assertThat(page.drafts().stream().map(Post::of)).containsExactlyElementsOf(posts);
        assertThat(page.notices()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPageGivesItsGraph(Path sample) throws IOException {
        Graph all = GraphFactory.createDefaultGraph();
        graphs(sample).forEach(graph -> GraphUtil.addInto(all, graph.graph()));
        assertGolden(sample.resolve("graph.nt"), sortedNTriples(all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep-letter/samples/wordpress", "pprnet/samples/plain-p"})
    void aGraphGivesItsFeed(String folder) throws IOException {
        Path sample = Sources.FOLDER.resolve(folder);
        Stages stages = stages(sample);
        DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        Txn.executeWrite(dataset, () -> {
            add(dataset, stages.blogMapper().blog(List.of(), List.of()));
            String schemes = stages.concepts().topics().iri().toString();
            add(dataset, new NamedGraph(schemes, "", stages.concepts().model().getGraph()));
            add(
                    dataset,
                    new NamedGraph(
                            Precis.STATISTICS, "", Ontology.statisticsModel().getGraph()));
            graphs(sample).forEach(graph -> add(dataset, graph));
        });
        String base = stages.profile().base().toString();
        Site site = new SiteComposition(
                        dataset, () -> "1", base, digest -> Optional.empty(), InstantSource.fixed(CAPTURED))
                .site();
        Response feed = site.get(stages.profile().path() + "feed.rss", "");

        assertThat(feed.status()).isEqualTo(200);
        assertGolden(sample.resolve("feed.xml"), new String(feed.body(), StandardCharsets.UTF_8));
    }

    private static void add(DatasetGraph dataset, NamedGraph graph) {
        GraphUtil.addInto(dataset.getGraph(graph.node()), graph.graph());
    }

    /** The summaries of a page, understood, mapped and valid. */
    private static List<NamedGraph> graphs(Path sample) {
        Stages stages = stages(sample);
        Iris iris = new Iris(stages.profile());
        return page(sample).drafts().stream()
                .map(stages.understanding()::understand)
                .map(summary -> stages.mapper().map(summary, iris.summary(summary.draft())))
                .map(stages.validator()::validate)
                .toList();
    }

    private static Page page(Path sample) {
        Stages stages = stages(sample);
        try (Stream<Path> files = Files.list(sample)) {
            Path file = files.filter(path -> path.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
            return stages.reader()
                    .read(new Capture(
                            stages.profile().home().resolve(file.getFileName().toString()),
                            CAPTURED,
                            "",
                            Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stages stages(Path sample) {
        return STAGES.computeIfAbsent(
                sample.getParent().getParent().getFileName().toString(),
                source -> Sources.stages(Sources.profile(source)));
    }

    private static String sortedNTriples(Graph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        return out.toString(StandardCharsets.UTF_8).lines().sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void assertGolden(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(file).as("run once with -Dgolden.update=true").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    /** What a person reads of a post; {@code expected.json} has it in these words. */
    private record Post(
            String month,
            String title,
            List<String> citations,
            List<String> preamble,
            List<String> body,
            List<String> implications) {

        static Post of(JsonNode expected) {
            return new Post(
                    expected.path("month").asText(),
                    expected.path("title").asText(""),
                    expected.has("citation") ? List.of(expected.path("citation").asText()) : List.of(),
                    texts(expected.path("boilerplate")),
                    texts(expected.path("body")),
                    texts(expected.path("implications")));
        }

        static Post of(Draft draft) {
            return new Post(
                    MONTH.format(draft.date().month()),
                    draft.title().text(),
                    texts(draft.citations()),
                    texts(draft.preamble()),
                    texts(draft.body()),
                    texts(draft.implications()));
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(text -> texts.add(text.asText()));
            return texts;
        }

        private static List<String> texts(List<Passage> passages) {
            return passages.stream().map(Passage::text).toList();
        }
    }
}
