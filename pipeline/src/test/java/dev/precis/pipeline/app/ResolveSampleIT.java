package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.source.registry.RegistryServer;
import dev.precis.pipeline.understand.citation.CitationParser;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample archive, looked up in a registry that has each of its works as printed, under a DOI of ours where none is
 * printed, and beside each an erratum of the same title.
 */
@Timeout(300)
class ResolveSampleIT {
    private static final Path SOURCES = Path.of("..", "data", "sources");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void eachWorkGetsTheDoiOfItsOwnRecordOrNone() throws IOException {
        try (RegistryServer registry = new RegistryServer()) {
            settings(registry);
            Outcome ingested = run("ingest", "--no-index", "--source", "pprnet", SOURCES.resolve("pprnet/archive"));
            assertThat(ingested.code()).as(ingested.err()).isZero();
            Map<String, String> before = dois();
            Map<String, String> right = register(registry, before);
            Outcome resolved = run("resolve", "--allow-private", "--no-index");
            assertThat(resolved.code()).as(resolved.err()).isZero();

            Map<String, String> after = dois();
            assertThat(after).containsAllEntriesOf(before);
            after.keySet().removeAll(before.keySet());
            assertThat(after).isNotEmpty();
            assertThat(right).containsAllEntriesOf(after);
            assertThat(right.keySet().stream().filter(printed -> !before.containsKey(printed) && hasPage(printed)))
                    .as("without a page nothing tells a work from its erratum")
                    .containsExactlyInAnyOrderElementsOf(after.keySet());
            assertThat(run("resolve", "--allow-private", "--no-index").out()).startsWith("0 works looked up");
        }
    }

    private static boolean hasPage(String printed) {
        return citation(printed).field(CitationField.PAGE).isPresent();
    }

    private static Citation citation(String printed) {
        return new CitationParser().parse(printed).getFirst();
    }

    private void settings(RegistryServer registry) throws IOException {
        Path target = folder.resolve("sources/pprnet");
        Files.createDirectories(target);
        for (String file : List.of("topics.ttl", "topic-words.tsv")) {
            Files.copy(SOURCES.resolve("pprnet").resolve(file), target.resolve(file));
        }
        Files.writeString(
                target.resolve("profile.yaml"),
                Files.readString(SOURCES.resolve("pprnet/profile.yaml"))
                        + "\nresolver: {address: \"%s\", contact: a@example.org, delay: 0s}\n"
                                .formatted(registry.address()));
    }

    private Outcome run(Object... arguments) {
        return Cli.run(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--store", folder.resolve("store"), "--sources", folder.resolve("sources")))
                .toArray());
    }

    /** The DOIs of studies, by their citations as printed. */
    private Map<String, String> dois() {
        Map<String, String> dois = new TreeMap<>();
        studies((printed, doi) -> {
            if (!doi.isEmpty()) {
                dois.put(printed, doi);
            }
        });
        return dois;
    }

    private interface Study {
        void of(String printed, String doi);
    }

    private void studies(Study study) {
        try (GraphArchive archive = GraphArchive.openForReading(folder.resolve("store"))) {
            archive.entries().stream()
                    .filter(ArchiveEntry::isRead)
                    .map(archive::read)
                    .forEach(graph -> graph.own(Schema.citation)
                            .forEach(work -> text(graph, work, DCTerms.bibliographicCitation.asNode())
                                    .forEach(printed -> study.of(
                                            printed,
                                            text(graph, work, Bibo.doi.asNode())
                                                    .findFirst()
                                                    .orElse("")))));
        }
    }

    private static Stream<String> text(NamedGraph graph, Node subject, Node property) {
        return graph.graph().find(subject, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    /** Gives the DOI under which each is registered. */
    private Map<String, String> register(RegistryServer registry, Map<String, String> known) {
        Map<String, String> dois = new TreeMap<>();
        studies((printed, doi) -> {
            Citation citation = citation(printed);
            String title = Texts.key(citation.field(CitationField.TITLE).orElse(printed));
            String registered = known.getOrDefault(printed, "10.5555/sample." + Integer.toHexString(title.hashCode()));
            dois.put(printed, registered);
            registry.register(record(citation, registered).toString());
            ObjectNode erratum = record(citation, registered + ".erratum");
            erratum.put("page", "e1");
            registry.register(erratum.toString());
        });
        return dois;
    }

    private static ObjectNode record(Citation citation, String doi) {
        ObjectNode work = JSON.createObjectNode().put("DOI", doi.toUpperCase(Locale.ROOT));
        work.put(
                "type",
                switch (citation.type()) {
                    case BOOK -> "book";
                    case CHAPTER -> "book-chapter";
                    default -> "journal-article";
                });
        citation.field(CitationField.TITLE)
                .ifPresent(title -> work.putArray("title").add(title));
        citation.field(CitationField.CONTAINER_TITLE)
                .ifPresent(name -> work.putArray("container-title").add(name));
        citation.field(CitationField.VOLUME).ifPresent(volume -> work.put("volume", volume));
        citation.field(CitationField.PAGE).ifPresent(page -> work.put("page", page.replace('–', '-')));
        citation.authors()
                .forEach(author -> work.withArray("author")
                        .addObject()
                        .put("family", author.family())
                        .put("given", author.given()));
        work.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(citation.issued().year());
        return work;
    }
}
