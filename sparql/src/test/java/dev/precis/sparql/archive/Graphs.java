package dev.precis.sparql.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Small graphs for tests: summaries of studies that nobody made. */
public final class Graphs {
    public static final String BASE = "http://localhost:3030/";

    /** The order of {@code LC_ALL=C sort}. */
    public static final Comparator<String> BYTES =
            Comparator.comparing(line -> line.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Graphs() {}

    /** A summary with a title and a paragraph, under the base. */
    public static NamedGraph summary(String path, String title) {
        return graph(BASE + path, BASE, """
            @base <%s> .
            @prefix schema: <http://schema.org/> .
            @prefix precis: <https://w3id.org/precis/ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <%s> a schema:BlogPosting ; schema:headline "%s"@en ;
              schema:datePublished "2020-09"^^xsd:gYearMonth ; schema:isPartOf <issue/2020-09> ;
              schema:articleBody "First.\\n\\nSecond."@en ; precis:finding <%s#finding-1> ;
              schema:sameAs <https://blog.example/post?id=7> .
            <%s#finding-1> a precis:Finding ; schema:position 1 ; schema:value 0.50 .
            <issue/2020-09> a schema:PublicationIssue ; schema:name "September 2020"@en .
            """.formatted(BASE, path, title, path, path));
    }

    public static NamedGraph graph(String name, String base, String turtle) {
        Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        return new NamedGraph(name, base, graph);
    }

    /** Keeps the graphs in a batch of their own; gives what that changed. */
    public static List<Change> keep(GraphArchive archive, NamedGraph... graphs) {
        try (ArchiveBatch batch = archive.batch()) {
            for (NamedGraph graph : graphs) {
                batch.put(graph);
            }
            return batch.commit();
        }
    }

    /** A graph that was made from these inputs, and says what its quads say. */
    public static Origin from(String inputs, NamedGraph graph) {
        return new Origin(inputs, Sha256.of(NQuads.write(graph)), "", List.of());
    }

    /** Takes graphs out in a batch of their own. */
    public static List<Change> remove(GraphArchive archive, NamedGraph... graphs) {
        try (ArchiveBatch batch = archive.batch()) {
            for (NamedGraph graph : graphs) {
                batch.remove(graph.name(), "the author took it back", Registration.By.EDITOR);
            }
            return batch.commit();
        }
    }

    public static void keep(Path store, NamedGraph... graphs) {
        try (GraphArchive archive = GraphArchive.open(store)) {
            keep(archive, graphs);
        }
    }

    /** What a graph says, for comparison. */
    static List<String> quads(NamedGraph graph) {
        return new String(NQuads.write(graph), StandardCharsets.UTF_8).lines().toList();
    }
}
