package dev.precis.sparql.words;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the graphs, or the subjects, in which something is said: for each property the best score of its texts counts,
 * by the weight of the property; the second sentence that says the same adds nothing.
 */
final class Weights extends SimpleCollector {
    private static final int PROPERTIES = TextProperty.values().length;

    private final String field;
    // which phrase a hit has to be checked for; none if hits are hits
    private final @Nullable Phrase phrase;
    private final Map<String, float[]> all = new HashMap<>();
    private SortedDocValues column = DocValues.emptySorted();
    private SortedDocValues properties = DocValues.emptySorted();
    private TextProperty[] known = {};
    private float[][] best = {};
    private @Nullable StoredFields documents;
    private @Nullable Scorable scores;

    private Weights(String field, @Nullable Phrase phrase) {
        this.field = field;
        this.phrase = phrase;
    }

    /** Makes one collector for each part of a search, and gives the weight of each value of a field. */
    record Manager(String field, @Nullable Phrase phrase) implements CollectorManager<Weights, Map<String, Float>> {
        @Override
        public Weights newCollector() {
            return new Weights(field, phrase);
        }

        @Override
        public Map<String, Float> reduce(Collection<Weights> parts) throws IOException {
            Map<String, float[]> best = new HashMap<>();
            for (Weights part : parts) {
                part.leave();
                part.all.forEach((value, scores) -> best.merge(value, scores, Weights::greater));
            }
            Map<String, Float> sums = new HashMap<>();
            best.forEach((value, scores) -> sums.put(value, sum(scores)));
            return sums;
        }
    }

    private static float[] greater(float[] some, float[] others) {
        float[] greater = some.clone();
        for (int i = 0; i < greater.length; i++) {
            greater[i] = Math.max(some[i], others[i]);
        }
        return greater;
    }

    private static float sum(float[] scores) {
        float sum = 0;
        for (TextProperty property : TextProperty.values()) {
            sum += property.weight() * scores[property.ordinal()];
        }
        return sum;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        leave();
        column = DocValues.getSorted(segment.reader(), field);
        properties = DocValues.getSorted(segment.reader(), WordIndex.PROPERTY);
        known = new TextProperty[properties.getValueCount()];
        for (int i = 0; i < known.length; i++) {
            known[i] = TextProperty.of(properties.lookupOrd(i).utf8ToString());
        }
        best = new float[column.getValueCount()][];
        documents = segment.reader().storedFields();
    }

    @Override
    public void setScorer(Scorable scorer) {
        scores = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
        if (!column.advanceExact(document) || !properties.advanceExact(document)) {
            return;
        }
        if (phrase != null
                && !phrase.in(
                        Objects.requireNonNull(documents).document(document).get(WordIndex.TEXT))) {
            return;
        }
        int value = column.ordValue();
        if (best[value] == null) {
            best[value] = new float[PROPERTIES];
        }
        int property = known[properties.ordValue()].ordinal();
        best[value][property] =
                Math.max(best[value][property], Objects.requireNonNull(scores).score());
    }

    // what was weighed in one segment becomes values
    private void leave() throws IOException {
        for (int value = 0; value < best.length; value++) {
            if (best[value] != null) {
                BytesRef name = column.lookupOrd(value);
                all.merge(name.utf8ToString(), best[value], Weights::greater);
            }
        }
        best = new float[][] {};
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }
}
