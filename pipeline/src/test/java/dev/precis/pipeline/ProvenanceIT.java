package dev.precis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.map.Iris;
import dev.precis.pipeline.route.Batch;
import dev.precis.pipeline.route.Ingest;
import dev.precis.pipeline.route.InputDigest;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.InputKinds;
import dev.precis.pipeline.source.LocalFiles;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every quote of every graph stands where it says, character by character, in the text kept of its snapshot. */
class ProvenanceIT {
    private static final List<Resource> READ =
            List.of(Precis.Finding, Precis.Estimate, Precis.Sample, Precis.PracticeImplication);

    @TempDir
    private Path folder;

    static List<Path> samples() throws IOException {
        return GoldenTest.samples();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pprnet", "sleep-letter"})
    void everyQuoteOfTheSampleArchiveStandsInItsSnapshot(String source) {
        SourceProfile profile = Sources.profile(source);
        Stages stages = Sources.stages(profile);
        try (GraphArchive archive = GraphArchive.open(folder);
                Ingest ingest =
                        new Ingest(stages, new Batch(archive, stages, new InputDigest(profile, "test"), false))) {
            LocalFiles files = new LocalFiles(InputKinds.of(profile));
            files.find(profile.folder().resolve("archive"), ingest::note)
                    .forEach(file -> files.read(file, ingest::read, ingest::note));
            ingest.finish();

            int quotes = 0;
            for (ArchiveEntry entry : archive.entries()) {
                Graph graph = archive.read(entry).graph();
                quotes +=
                        check(graph, digest -> archive.snapshots().text(digest).orElseThrow());
                adviceStandsInOrder(
                        graph, digest -> archive.snapshots().text(digest).orElseThrow());
            }
            assertThat(quotes).as("quotes of %s", source).isGreaterThan(0);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyQuoteOfASampleStandsOnItsPage(Path sample) throws IOException {
        Stages stages = Sources.stages(
                Sources.profile(sample.getParent().getParent().getFileName().toString()));
        Page page = stages.reader().read(capture(sample, stages.profile()));
        int quotes = 0;
        for (var draft : page.drafts()) {
            Graph graph = stages.mapper()
                    .map(stages.understanding().understand(draft), new Iris(stages.profile()).summary(draft))
                    .graph();
            quotes += check(graph, digest -> {
                assertThat(digest).isEqualTo(page.snapshot());
                return page.text();
            });
            assertThat(advice(graph)).as(draft.key()).isEqualTo(section(draft.implications()));
        }
        assertThat(quotes).as("quotes of %s", sample).isGreaterThan(0);
    }

    private static String section(List<Passage> paragraphs) {
        return paragraphs.stream().map(Passage::text).collect(Collectors.joining(" "));
    }

    /** The single pieces of advice of a graph in their order, one space between two. */
    private static String advice(Graph graph) {
        return implications(graph).stream()
                .map(implication -> string(implication, Schema.text))
                .collect(Collectors.joining(" "));
    }

    private static List<Resource> implications(Graph graph) {
        Model model = ModelFactory.createModelForGraph(graph);
        return subjects(model, Precis.PracticeImplication).stream()
                .sorted(Comparator.comparingInt(
                        resource -> resource.getProperty(Schema.position).getInt()))
                .toList();
    }

    /**
     * Positions count from 1; each piece has its own words and stands on the page after the one before, with nothing
     * but white space between them.
     */
    private static void adviceStandsInOrder(Graph graph, Function<String, String> texts) {
        int number = 0;
        int before = 0;
        for (Resource implication : implications(graph)) {
            number++;
            assertThat(implication.getProperty(Schema.position).getInt()).isEqualTo(number);
            Place place = Place.of(implication);
            if (number > 1) {
                assertThat(characters(texts.apply(place.digest()), before, place.start()))
                        .as(implication + " follows")
                        .isBlank();
            }
            before = place.end();
        }
    }

    /** From which character to which in the text of a snapshot (RFC 5147). */
    private record Place(String digest, int start, int end) {
        private static final Pattern QUOTE = Pattern.compile(".*/snapshot/([0-9a-f]{64})#char=([0-9]+),([0-9]+)");

        static Place of(Resource statement) {
            String quote =
                    statement.getPropertyResourceValue(Prov.wasDerivedFrom).getURI();
            Matcher matcher = QUOTE.matcher(quote);
            assertThat(matcher.matches()).as(quote).isTrue();
            return new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
    }

    /** Each counted once, also those that Java keeps as two. */
    private static String characters(String text, int start, int end) {
        int[] characters = text.codePoints().skip(start).limit(end - start).toArray();
        return new String(characters, 0, characters.length);
    }

    private static Capture capture(Path sample, SourceProfile profile) throws IOException {
        try (Stream<Path> files = Files.list(sample)) {
            Path page = files.filter(file -> file.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
            return new Capture(
                    profile.home().resolve(page.getFileName().toString()), Instant.EPOCH, "", Files.readAllBytes(page));
        }
    }

    /** Checks every statement that was read from words, and counts them. */
    private static int check(Graph graph, Function<String, String> texts) {
        Model model = ModelFactory.createModelForGraph(graph);
        int quotes = 0;
        for (Resource type : READ) {
            for (Resource statement : subjects(model, type)) {
                Place place = Place.of(statement);
                String words =
                        string(statement, statement.hasProperty(Precis.asPrinted) ? Precis.asPrinted : Schema.text);
                assertThat(characters(texts.apply(place.digest()), place.start(), place.end()))
                        .as(statement.getURI())
                        .isEqualTo(words);
                quotes++;
            }
        }
        for (Resource estimate : subjects(model, Precis.Estimate)) {
            Resource finding =
                    model.listSubjectsWithProperty(Precis.estimate, estimate).next();
            for (Property claim : CLAIMS) {
                estimate.listProperties(claim)
                        .forEach(
                                said -> assertThat(string(finding, Schema.text)).contains(said.getString()));
            }
        }
        return quotes;
    }

    private static final List<Property> CLAIMS =
            List.of(Precis.predictor, Precis.comparator, Precis.outcome, Precis.timepoint, Precis.subgroup);

    private static List<Resource> subjects(Model model, Resource type) {
        return model.listSubjectsWithProperty(RDF.type, type).toList();
    }

    private static String string(Resource subject, Property property) {
        return subject.getProperty(property).getString();
    }
}
