package dev.precis.sparql.words;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;
import org.jspecify.annotations.Nullable;

/** Finds in which graphs, or of which subjects, a phrase is said; all of them, in no order. */
public final class TextSearch {
    private final TextQueries queries;

    private TextSearch(TextQueries queries) {
        this.queries = queries;
    }

    /** That of a dataset of an index; within a transaction it sees what the transaction sees. */
    public static TextSearch of(DatasetGraph dataset) {
        if (dataset.getContext().<Object>get(TextQuery.textIndex) instanceof TextQueries queries) {
            return new TextSearch(queries);
        }
        throw new IllegalArgumentException("the texts of this dataset are not indexed");
    }

    /** The IRIs of the graphs in which one of the properties says the phrase. */
    public Set<String> graphs(Phrase phrase, Collection<TextProperty> properties) {
        return find(phrase, properties, WordIndex.GRAPH);
    }

    /** The IRIs of the things of which one of the properties says the phrase. */
    public Set<String> subjects(Phrase phrase, Collection<TextProperty> properties) {
        return find(phrase, properties, WordIndex.SUBJECT);
    }

    private Set<String> find(Phrase phrase, Collection<TextProperty> properties, String field) {
        if (phrase.isEmpty()) {
            return Set.of();
        }
        List<BytesRef> iris = properties.stream()
                .map(property -> new BytesRef(property.iri()))
                .toList();
        Query query = new BooleanQuery.Builder()
                .add(query(phrase), Occur.FILTER)
                .add(new TermInSetQuery(WordIndex.PROPERTY, iris), Occur.FILTER)
                .build();
        return queries.words().search(searcher -> searcher.search(query, new Search(field, phrase)));
    }

    // a phrase that is cut short may have thousands of ends: it is looked up in what has all its words
    private static Query query(Phrase phrase) {
        List<String> words = phrase.words();
        Term last = new Term(WordIndex.TEXT, words.getLast());
        if (!phrase.cutShort()) {
            return words.size() == 1 ? new TermQuery(last) : whole(words);
        }
        return words.size() == 1
                ? new PrefixQuery(last)
                : new BooleanQuery.Builder()
                        .add(whole(words.subList(0, words.size() - 1)), Occur.FILTER)
                        .add(new ConstantScoreQuery(new PrefixQuery(last)), Occur.FILTER)
                        .build();
    }

    private static Query whole(List<String> words) {
        return new PhraseQuery(WordIndex.TEXT, words.toArray(String[]::new));
    }

    /** Makes one collector for each part of a search, and one set of what they found. */
    private record Search(String field, Phrase phrase) implements CollectorManager<Found, Set<String>> {
        @Override
        public Found newCollector() {
            return new Found(field, phrase);
        }

        @Override
        public Set<String> reduce(Collection<Found> parts) throws IOException {
            Set<String> values = new HashSet<>();
            for (Found part : parts) {
                values.addAll(part.values());
            }
            return values;
        }
    }

    /** Collects the different values of a field of the hits, a segment of the index at a time. */
    private static final class Found extends SimpleCollector {
        private final Set<String> values = new HashSet<>();
        private final String field;
        private final Phrase phrase;
        private final boolean checked;
        private SortedDocValues column = DocValues.emptySorted();
        private LongBitSet seen = new LongBitSet(0);
        private @Nullable StoredFields documents;

        Found(String field, Phrase phrase) {
            this.field = field;
            this.phrase = phrase;
            this.checked = phrase.cutShort() && phrase.words().size() > 1;
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
            if (!checked
                    || phrase.in(
                            Objects.requireNonNull(documents).document(document).get(WordIndex.TEXT))) {
                seen.set(column.ordValue());
            }
        }

        Set<String> values() throws IOException {
            leave();
            return values;
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
}
