package dev.precis.sparql;

import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.index.IndexedDataset;
import dev.precis.sparql.site.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/** Two small blogs of made-up studies in a real store. */
public final class Studies {
    public static final String BASE = "http://localhost:3030/";
    public static final String WALKING = BASE + "summary/2021-03/walking-while-talking";
    public static final String SILENCE = BASE + "summary/2021-03/a-very-small-trial-of-silence";
    public static final String DOORS = BASE + "summary/2021-04/doors-left-open";
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Studies() {}

    /** TDB2 in memory, its default graph the union of the others, its texts indexed. */
    public static DatasetGraph dataset() {
        return dataset("studies.trig");
    }

    /** The same with a summary of more estimates, which can be drawn. */
    public static DatasetGraph withFigures() {
        return dataset("studies.trig", "figures.trig");
    }

    /** The same with effects that can be compared. */
    public static DatasetGraph withEvidence() {
        return dataset("studies.trig", "figures.trig", "evidence.trig");
    }

    private static DatasetGraph dataset(String... files) {
        DatasetGraph dataset = IndexedDataset.create();
        Txn.executeWrite(
                dataset,
                () -> Stream.of(files)
                        .forEach(file -> RDFParser.source(
                                        Studies.class.getResource(file).toString())
                                .parse(dataset)));
        return dataset;
    }

    /** With a summary and the study that it cites under many names, each with a second author of its own. */
    public static DatasetGraph withCopies(int copies) {
        DatasetGraph dataset = dataset();
        Node graph = NodeFactory.createURI(BASE + "summary/2021-03/walking-while-talking");
        List<Quad> quads = new ArrayList<>();
        Txn.executeRead(
                dataset, () -> dataset.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add));
        Txn.executeWrite(dataset, () -> {
            for (int i = 1; i <= copies; i++) {
                for (Quad quad : quads) {
                    dataset.add(
                            copy(quad.getGraph(), i),
                            copy(quad.getSubject(), i),
                            quad.getPredicate(),
                            copy(quad.getObject(), i));
                }
            }
        });
        return dataset;
    }

    private static Node copy(Node node, int number) {
        if (node.isURI()) {
            return NodeFactory.createURI(node.getURI()
                    .replace("walking-while-talking", "walking-while-talking-" + number)
                    .replace("oberlin-t-a", "oberlin-t-a-" + number));
        }
        String text = node.getLiteralLexicalForm();
        return text.contains("Oberlin") && text.length() < 20
                ? NodeFactory.createLiteralString(text.replace("Oberlin", "Oberlin" + number))
                : node;
    }

    public static Site site(DatasetGraph dataset) {
        return new SiteComposition(dataset, () -> "1", BASE, Studies::snapshot, InstantSource.fixed(NOW)).site();
    }

    /** The texts of the pages, as long as their names are digests. */
    public static Optional<String> snapshot(String digest) {
        return Optional.of("The page as it was, " + digest + "\n");
    }
}
