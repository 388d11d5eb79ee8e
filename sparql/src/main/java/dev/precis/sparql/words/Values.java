package dev.precis.sparql.words;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.LongBitSet;
import org.jspecify.annotations.Nullable;

/** Collects the different values of a field of the hits, a segment of the index at a time. */
final class Values extends SimpleCollector {
    private final Set<String> values = new HashSet<>();
    private final String field;
    // which phrase a hit has to be checked for; none if hits are hits
    private final @Nullable Phrase phrase;
    private SortedDocValues column = DocValues.emptySorted();
    private LongBitSet seen = new LongBitSet(0);
    private @Nullable StoredFields documents;

    private Values(String field, @Nullable Phrase phrase) {
        this.field = field;
        this.phrase = phrase;
    }

    /** Makes one collector for each part of a search, and one set of what they found. */
    record Manager(String field, @Nullable Phrase phrase) implements CollectorManager<Values, Set<String>> {
        @Override
        public Values newCollector() {
            return new Values(field, phrase);
        }

        @Override
        public Set<String> reduce(Collection<Values> parts) throws IOException {
            Set<String> values = new HashSet<>();
            for (Values part : parts) {
                part.leave();
                values.addAll(part.values);
            }
            return values;
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
        leave();
        column = DocValues.getSorted(segment.reader(), field);
        seen = new LongBitSet(column.getValueCount());
        documents = segment.reader().storedFields();
    }

    @Override
    public void collect(int document) throws IOException {
        if (!column.advanceExact(document) || seen.get(column.ordValue())) {
            return;
        }
        if (phrase == null
                || phrase.in(
                        Objects.requireNonNull(documents).document(document).get(WordIndex.TEXT))) {
            seen.set(column.ordValue());
        }
    }

    // what was seen in one segment becomes values
    private void leave() throws IOException {
        for (long ord = nextSeen(0); ord >= 0; ord = nextSeen(ord + 1)) {
            values.add(column.lookupOrd((int) ord).utf8ToString());
        }
        seen = new LongBitSet(0);
    }

    private long nextSeen(long from) {
        return from < seen.length() ? seen.nextSetBit(from) : -1;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
