package dev.precis.sparql.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Gathers the texts that say one phrase or the other, by what they say of all. */
final class Hits {
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::weight)
            .reversed()
            .thenComparing(Hit::property)
            .thenComparing(Hit::text);

    private final Map<Integer, Integer> phrases = new HashMap<>();
    private final Map<Integer, Float> scores = new HashMap<>();

    /** Those that say one more phrase. */
    void add(ScoreDoc[] found) {
        for (ScoreDoc one : found) {
            phrases.merge(one.doc, 1, Integer::sum);
            scores.merge(one.doc, one.score, Float::sum);
        }
    }

    /** All of them, the best first. */
    List<Hit> read(IndexSearcher searcher) throws IOException {
        StoredFields documents = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Integer, Float> found : scores.entrySet()) {
            Document document = documents.document(found.getKey());
            TextProperty property = TextProperty.of(document.get(WordIndex.PROPERTY));
            hits.add(new Hit(
                    document.get(WordIndex.GRAPH),
                    document.get(WordIndex.SUBJECT),
                    property,
                    document.get(WordIndex.TEXT),
                    phrases.getOrDefault(found.getKey(), 0),
                    property.weight() * found.getValue()));
        }
        hits.sort(BEST_FIRST);
        return hits;
    }
}
