package dev.precis.sparql.index;

import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.WordIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;

/** Compares an index of words with graphs: whether it is whole, and has each text of each graph, once. */
final class WordCheck {
    private final Map<String, Texts> found;

    /** Reads the index, every file of which has a checksum. */
    WordCheck(WordIndex words) {
        this.found = words.search(searcher -> {
            Map<String, Texts> texts = new HashMap<>();
            for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
                segment.reader().checkIntegrity();
                read(segment.reader(), texts);
            }
            return texts;
        });
    }

    private static void read(LeafReader segment, Map<String, Texts> texts) throws IOException {
        StoredFields documents = segment.storedFields();
        Bits live = segment.getLiveDocs();
        for (int i = 0; i < segment.maxDoc(); i++) {
            if (live == null || live.get(i)) {
                Document document = documents.document(i);
                texts.merge(
                        document.get(WordIndex.GRAPH),
                        Texts.of(
                                document.get(WordIndex.SUBJECT),
                                document.get(WordIndex.PROPERTY),
                                document.get(WordIndex.LANGUAGE),
                                document.get(WordIndex.TEXT)),
                        Texts::and);
            }
        }
    }

    /** Whether the index has the texts of a graph and no other ones. */
    boolean agrees(NamedGraph graph) {
        Texts expected = graph.graph().stream()
                .filter(triple -> TextProperty.isText(triple.getPredicate(), triple.getObject()))
                .map(WordCheck::texts)
                .reduce(Texts.NONE, Texts::and);
        return found.getOrDefault(graph.name(), Texts.NONE).equals(expected);
    }

    private static Texts texts(Triple triple) {
        return Texts.of(
                triple.getSubject().getURI(),
                triple.getPredicate().getURI(),
                WordIndex.language(triple.getObject()),
                triple.getObject().getLiteralLexicalForm());
    }

    /** The graphs besides these of which it has texts. */
    Set<String> others(Set<String> graphs) {
        Set<String> others = new HashSet<>(found.keySet());
        others.removeAll(graphs);
        return others;
    }

    /** How many texts, and the sum of their digests, which does not depend on their order. */
    private record Texts(int count, long sum) {
        private static final Texts NONE = new Texts(0, 0);

        static Texts of(String... parts) {
            return new Texts(
                    1,
                    Long.parseUnsignedLong(Sha256.of(String.join("\n", parts)).substring(0, 16), 16));
        }

        Texts and(Texts other) {
            return new Texts(count + other.count, sum + other.sum);
        }
    }
}
