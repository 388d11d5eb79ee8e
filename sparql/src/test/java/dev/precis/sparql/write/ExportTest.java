package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.MemoryFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
    private static final String CONTEXT = """
        {"@context": {"@version": 1.1,
          "schema": "http://schema.org/", "precis": "https://w3id.org/precis/ns#",
          "xsd": "http://www.w3.org/2001/XMLSchema#",
          "id": "@id", "type": "@type", "headline": {"@id": "schema:headline", "@language": "en"},
          "value": {"@id": "schema:value", "@type": "xsd:decimal"},
          "isPartOf": {"@id": "schema:isPartOf", "@type": "@id"}}}
        """;

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private GraphArchive archive;

    @BeforeEach
    void keepSomeGraphs() {
        archive = GraphArchive.open(store);
        Graphs.keep(
                archive,
                Graphs.summary("summary/2020-09/alliance", "The \\\"alliance\\\" \u2013 \u00E9\uD83D\uDE00"),
                Graphs.summary("summary/2020-10/burnout", "Burnout"),
                Graphs.graph("https://w3id.org/precis/flag", "", """
                    @prefix x: <http://schema.org/> .
                    <https://w3id.org/precis/flag#a.b-> x:name "tab\\tand\\u0007\\u007F"@en , "7" , true , 1e0 , "" ;
                      x:value 0.50 , .5 , 5 ; x:sameAs <http://a/?q=%20&x=(y)> ; a x:Thing .
                    """));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void nquadsAreSortedThroughout() {
        assertThat(text(Export.Format.NQUADS, "").lines()).hasSize(12 + 12 + 10).isSortedAccordingTo(Graphs.BYTES);
        assertThat(quads(Lang.NQUADS, export(Export.Format.NQUADS, ""))).isEqualTo(archived());
    }

    @Test
    void jsonLdSaysExactlyTheSameQuads() {
        byte[] jsonld = export(Export.Format.JSONLD, "");

        assertThat(quads(Lang.JSONLD, jsonld)).isEqualTo(archived());
        assertThat(new String(jsonld, StandardCharsets.UTF_8))
                .contains("\"headline\": \"Burnout\"")
                .contains("\"value\": \"0.50\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 51})
    void jsonLdIsCompleteHoweverManyGraphsThereAre(int count, @TempDir(factory = MemoryFolder.class) Path other) {
        try (GraphArchive some = GraphArchive.open(other)) {
            Graphs.keep(
                    some,
                    IntStream.range(0, count)
                            .mapToObj(i -> Graphs.summary("summary/2020-09/" + i, "Title " + i))
                            .toArray(NamedGraph[]::new));

            assertThat(quads(Lang.JSONLD, export(some, Export.Format.JSONLD, "")))
                    .isEqualTo(quads(Lang.NQUADS, export(some, Export.Format.NQUADS, "")))
                    .hasSize(12 * count);
        }
    }

    @Test
    void turtleSaysTheUnionOfAllGraphs() {
        Graph union = RDFParser.source(new ByteArrayInputStream(export(Export.Format.TURTLE, "")))
                .lang(Lang.TURTLE)
                .toGraph();
        List<String> expected = archive.entries().stream()
                .flatMap(row -> NQuads.triples(archive.read(row).graph()).stream())
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .distinct()
                .sorted()
                .toList();

        assertThat(NQuads.triples(union).stream().map(line -> new String(line, StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void turtleIsLaidOutForReading() {
        assertThat(text(Export.Format.TURTLE, ""))
                .startsWith("@prefix precis: <https://w3id.org/precis/ns#> .\n@prefix schema: ")
                .contains("""

                    <http://localhost:3030/summary/2020-10/burnout#finding-1>
                        schema:position 1 ;
                        schema:value 0.50 ;
                        a precis:Finding .

                    """)
                .contains("    schema:value .5 ,\n        0.50 ,\n        5 ;\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsRepeatable(Export.Format format, @TempDir(factory = MemoryFolder.class) Path other) {
        byte[] first = export(format, "");
        try (GraphArchive copy = GraphArchive.open(other)) {
            for (ArchiveEntry row : archive.entries().reversed()) {
                Graphs.keep(copy, archive.read(row));
            }
            assertThat(export(copy, format, "")).isEqualTo(first);
        }
        assertThat(first).isNotEmpty().endsWith((byte) '\n');
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatTakesAnotherBase(Export.Format format) {
        assertThat(text(format, "https://blog.example/"))
                .doesNotContain(Graphs.BASE)
                .contains("https://blog.example/summary/2020-09/alliance")
                .contains("https://w3id.org/precis/flag");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyArchiveIsAnEmptyDocument(Export.Format format, @TempDir(factory = MemoryFolder.class) Path other) {
        try (GraphArchive empty = GraphArchive.open(other)) {
            Lang lang = List.of(Lang.NQUADS, Lang.TURTLE, Lang.JSONLD).get(format.ordinal());
            assertThat(quads(lang, export(empty, format, ""))).isEmpty();
        }
    }

    private String text(Export.Format format, String base) {
        return new String(export(format, base), StandardCharsets.UTF_8);
    }

    private byte[] export(Export.Format format, String base) {
        return export(archive, format, base);
    }

    private static byte[] export(GraphArchive archive, Export.Format format, String base) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(archive, base, CONTEXT).write(format, out);
        return out.toByteArray();
    }

    private List<Quad> archived() {
        return archive.entries().stream()
                .map(archive::read)
                .flatMap(graph -> graph.graph().stream().map(triple -> Quad.create(graph.node(), triple)))
                .sorted(Comparator.comparing(Quad::toString))
                .toList();
    }

    private static List<Quad> quads(Lang lang, byte[] bytes) {
        DatasetGraph dataset =
                RDFParser.source(new ByteArrayInputStream(bytes)).lang(lang).toDatasetGraph();
        return dataset.stream().sorted(Comparator.comparing(Quad::toString)).toList();
    }
}
