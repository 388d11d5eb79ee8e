package dev.precis.sparql.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Prov;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The passages that a graph was read from as Web Annotations (www.w3.org/TR/annotation-model), which programs that mark
 * texts understand: each says what was read, from which snapshot, where in it and in which words.
 */
public final class WebAnnotations {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
    private static final String RFC_5147 = "http://tools.ietf.org/rfc/rfc5147";
    /** So many characters before and after a quote tell it from the same words elsewhere. */
    private static final int AROUND = 32;

    private WebAnnotations() {}

    private record Passage(String read, String source, int start, int end) {}

    /**
     * A collection with one page (section 5 of the model), in UTF-8.
     *
     * @param iri the document
     * @param graph in which things are {@code prov:wasDerivedFrom} passages of snapshots
     * @param texts of the snapshots, by their names; where there is none, an annotation has no quote
     */
    public static byte[] write(String iri, Graph graph, Function<String, Optional<String>> texts) {
        List<Passage> passages = graph.stream(Node.ANY, Prov.wasDerivedFrom.asNode(), Node.ANY)
                .flatMap(triple -> passage(triple).stream())
                .sorted(Comparator.comparing(Passage::source)
                        .thenComparing(Passage::start)
                        .thenComparing(Passage::end)
                        .thenComparing(Passage::read))
                .toList();
        ObjectNode collection = JsonTree.node()
                .put("@context", CONTEXT)
                .put("id", iri)
                .put("type", "AnnotationCollection")
                .put("total", passages.size());
        ArrayNode items = collection
                .putObject("first")
                .put("id", iri + "#page")
                .put("type", "AnnotationPage")
                .put("startIndex", 0)
                .putArray("items");
        Map<String, int[]> read = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            int[] characters = read.computeIfAbsent(
                    passages.get(i).source(),
                    source -> texts.apply(source).orElse("").codePoints().toArray());
            annotation(items.addObject().put("id", iri + "#annotation-" + (i + 1)), passages.get(i), characters);
        }
        return JsonTree.indented(collection);
    }

    private static Optional<Passage> passage(Triple derived) {
        String from = derived.getObject().toString();
        int hash = from.indexOf('#');
        return hash < 0 || !derived.getSubject().isURI()
                ? Optional.empty()
                : IriTemplate.PASSAGE
                        .read(from.substring(0, hash), from)
                        .map(parts -> new Passage(
                                derived.getSubject().getURI(),
                                from.substring(0, hash),
                                Integer.parseInt(parts.getFirst()),
                                Integer.parseInt(parts.getLast())));
    }

    /** @param characters of the snapshot; none where its text is not there */
    private static void annotation(ObjectNode annotation, Passage passage, int[] characters) {
        annotation.put("type", "Annotation").put("motivation", "identifying").put("body", passage.read());
        ArrayNode selectors =
                annotation.putObject("target").put("source", passage.source()).putArray("selector");
        selectors
                .addObject()
                .put("type", "FragmentSelector")
                .put("conformsTo", RFC_5147)
                .put("value", "char=" + passage.start() + "," + passage.end());
        selectors
                .addObject()
                .put("type", "TextPositionSelector")
                .put("start", passage.start())
                .put("end", passage.end());
        if (passage.end() <= characters.length) {
            selectors
                    .addObject()
                    .put("type", "TextQuoteSelector")
                    .put("exact", part(characters, passage.start(), passage.end()))
                    .put("prefix", part(characters, passage.start() - AROUND, passage.start()))
                    .put("suffix", part(characters, passage.end(), passage.end() + AROUND));
        }
    }

    private static String part(int[] characters, int start, int end) {
        int from = Math.max(0, start);
        return new String(characters, from, Math.min(characters.length, end) - from);
    }
}
