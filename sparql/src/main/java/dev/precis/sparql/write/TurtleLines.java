package dev.precis.sparql.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;

/**
 * Turns sorted canonical N-Triples into Turtle, one line at a time: what has the subject of the line before goes on
 * with a semicolon, what has its predicate too with a comma.
 */
final class TurtleLines {
    private static final String TYPE = '<' + RDF.type.getURI() + '>';

    private final OutputStream out;
    private final NodeFormatterTTL formatter;
    private String subject = "";
    private String predicate = "";

    TurtleLines(OutputStream out, Map<String, String> prefixes) throws IOException {
        PrefixMap map = PrefixMapFactory.create(prefixes);
        this.out = out;
        this.formatter = new NodeFormatterTTL(null, map);
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            print("@prefix " + prefix.getKey() + ": <" + prefix.getValue() + "> .\n");
        }
    }

    /** Takes the next triple. */
    void accept(byte[] line) throws IOException {
        // in canonical N-Triples one space follows subject, predicate and object, and no IRI has a space
        String triple = new String(line, StandardCharsets.UTF_8);
        int first = triple.indexOf(' ');
        int second = triple.indexOf(' ', first + 1);
        String nextSubject = triple.substring(0, first);
        String nextPredicate = triple.substring(first + 1, second);
        String object = format(triple.substring(second + 1, triple.lastIndexOf(" .")));
        if (!nextSubject.equals(subject)) {
            print((subject.isEmpty() ? "\n" : " .\n\n") + format(nextSubject) + "\n    " + verb(nextPredicate));
        } else if (!nextPredicate.equals(predicate)) {
            print(" ;\n    " + verb(nextPredicate));
        } else {
            print(" ,\n       ");
        }
        print(" " + object);
        subject = nextSubject;
        predicate = nextPredicate;
    }

    /** Ends the last statement. */
    void finish() throws IOException {
        if (!subject.isEmpty()) {
            print(" .\n");
        }
    }

    private String verb(String term) {
        return term.equals(TYPE) ? "a" : format(term);
    }

    private String format(String term) {
        Node node = NodeFactoryExtra.parseNode(term);
        StringWriterI text = new StringWriterI();
        formatter.format(text, node);
        return text.toString();
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
