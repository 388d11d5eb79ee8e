package dev.precis.sparql.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes triples as Turtle, one at a time in the order in which they come: what has the subject of the one before goes
 * on with a semicolon, what has its predicate too with a comma.
 */
final class TurtleStatements {
    private final OutputStream out;
    private final NodeFormatterTTL formatter;
    private Node subject = Node.ANY;
    private Node predicate = Node.ANY;

    TurtleStatements(OutputStream out, Map<String, String> prefixes) throws IOException {
        PrefixMap map = PrefixMapFactory.create(prefixes);
        this.out = out;
        this.formatter = new NodeFormatterTTL(null, map, NodeToLabel.createScopeByDocument());
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            print("@prefix " + prefix.getKey() + ": <" + prefix.getValue() + "> .\n");
        }
    }

    /** Begins the named graph that all statements to come are of (TriG section 2.2). */
    void begin(Node graph) throws IOException {
        print("\n" + format(graph) + " {\n");
    }

    /** Ends it. */
    void end() throws IOException {
        print("}\n");
    }

    /** Takes the next triple. */
    void accept(Triple triple) throws IOException {
        if (!triple.getSubject().equals(subject)) {
            String before = subject.equals(Node.ANY) ? "\n" : " .\n\n";
            print(before + format(triple.getSubject()) + "\n    " + verb(triple.getPredicate()));
        } else if (!triple.getPredicate().equals(predicate)) {
            print(" ;\n    " + verb(triple.getPredicate()));
        } else {
            print(" ,\n       ");
        }
        print(" " + format(triple.getObject()));
        subject = triple.getSubject();
        predicate = triple.getPredicate();
    }

    /** Ends the last statement. */
    void finish() throws IOException {
        if (!subject.equals(Node.ANY)) {
            print(" .\n");
        }
    }

    private String verb(Node node) {
        return node.equals(RDF.type.asNode()) ? "a" : format(node);
    }

    private String format(Node node) {
        StringWriterI text = new StringWriterI();
        formatter.format(text, node);
        return text.toString();
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
