package dev.precis.sparql.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds in which graphs, or of which subjects, a phrase is said; all of them, in no order. */
public final class TextSearch {
    private static final int MOST_TEXTS = 50;
    private static final int MOST_PHRASES = 32;
    private static final int MOST_SUGGESTIONS = 3;

    private static final List<TextProperty> LABELS =
            Arrays.stream(TextProperty.values()).filter(TextProperty::isLabel).toList();

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

    /**
     * Those of the phrases that a text must have: not the words that each text has, in whatever language of this index,
     * unless there are no others.
     */
    public List<Phrase> telling(List<Phrase> phrases) {
        List<Phrase> telling = queries.words().search(searcher -> {
            Collection<Language> languages = Languages.of(searcher.getIndexReader());
            return phrases.stream()
                    .filter(phrase -> languages.isEmpty()
                            || phrase.words().size() > 1
                            || !phrase.cutShort()
                            || !languages.stream()
                                    .allMatch(language ->
                                            language.isCommon(phrase.words().getFirst())))
                    .toList();
        });
        return telling.isEmpty() ? phrases : telling;
    }

    /** The IRIs of the graphs in which one of the properties says the phrase. */
    public Set<String> graphs(Phrase phrase, Collection<TextProperty> properties) {
        return values(phrase, properties, WordIndex.GRAPH);
    }

    /** The IRIs of the things of which one of the properties says the phrase. */
    public Set<String> subjects(Phrase phrase, Collection<TextProperty> properties) {
        return values(phrase, properties, WordIndex.SUBJECT);
    }

    private Set<String> values(Phrase phrase, Collection<TextProperty> properties, String field) {
        Set<String> values = new HashSet<>();
        search(phrase, properties, checked -> new Values.Manager(field, checked))
                .forEach(values::addAll);
        return values;
    }

    /** The graphs in which one of the properties says the phrase, each with how much that says of what it is about. */
    public Map<String, Float> weighGraphs(Phrase phrase, Collection<TextProperty> properties) {
        return weigh(phrase, properties, WordIndex.GRAPH);
    }

    /** The things of which one of the properties says the phrase; the same. */
    public Map<String, Float> weighSubjects(Phrase phrase, Collection<TextProperty> properties) {
        return weigh(phrase, properties, WordIndex.SUBJECT);
    }

    private Map<String, Float> weigh(Phrase phrase, Collection<TextProperty> properties, String field) {
        Map<String, Float> weights = new HashMap<>();
        search(phrase, properties, checked -> new Weights.Manager(field, checked))
                .forEach(found -> found.forEach((value, weight) -> weights.merge(value, weight, Math::max)));
        return weights;
    }

    /** Makes what collects hits. */
    private interface Collecting<T> {
        /** @param checked the phrase that each hit is to be checked for, if it is */
        CollectorManager<?, T> with(@Nullable Phrase checked);
    }

    private <T> List<T> search(Phrase phrase, Collection<TextProperty> properties, Collecting<T> collecting) {
        if (phrase.isEmpty()) {
            return List.of();
        }
        return queries.words().search(searcher -> {
            List<T> found = new ArrayList<>();
            for (Sought sought : Sought.of(phrase, Languages.of(searcher.getIndexReader()))) {
                Query query = new BooleanQuery.Builder()
                        .add(sought.query(), Occur.MUST)
                        .add(oneOf(properties), Occur.FILTER)
                        .build();
                found.add(searcher.search(query, collecting.with(sought.checked() ? phrase : null)));
            }
            return found;
        });
    }

    private static Query oneOf(Collection<TextProperty> properties) {
        return new TermInSetQuery(
                WordIndex.PROPERTY,
                properties.stream()
                        .map(property -> new BytesRef(property.iri()))
                        .toList());
    }

    /** The IRIs of the concepts that are called so, and not only something with these words in it. */
    public Set<String> called(String name) {
        return queries.words().search(searcher -> {
            List<BytesRef> names = Stream.concat(
                            Stream.of(Forms.name(name, Optional.empty())),
                            Languages.of(searcher.getIndexReader()).stream()
                                    .map(language -> Forms.name(name, Optional.of(language))))
                    .map(BytesRef::new)
                    .toList();
            return searcher.search(
                    new TermInSetQuery(WordIndex.WHOLE, names), new Values.Manager(WordIndex.SUBJECT, null));
        });
    }

    /** All names of a concept: labels, synonyms, spellings. */
    public List<String> names(String concept) {
        return queries.words().search(searcher -> {
            Query query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(WordIndex.SUBJECT, concept)), Occur.FILTER)
                    .add(oneOf(LABELS), Occur.FILTER)
                    .build();
            List<String> names = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query, MOST_TEXTS).scoreDocs) {
                names.add(searcher.storedFields().document(found.doc).get(WordIndex.TEXT));
            }
            return names;
        });
    }

    /** The texts of these graphs that say one of the phrases at least; of very many phrases, of the first. */
    public List<Hit> hits(Collection<String> graphs, List<Phrase> phrases, Collection<TextProperty> properties) {
        if (graphs.isEmpty()) {
            return List.of();
        }
        List<BytesRef> names = graphs.stream().map(BytesRef::new).toList();
        return queries.words().search(searcher -> {
            Collection<Language> languages = Languages.of(searcher.getIndexReader());
            Hits hits = new Hits();
            for (Phrase phrase : phrases.subList(0, Math.min(phrases.size(), MOST_PHRASES))) {
                BooleanQuery.Builder query = new BooleanQuery.Builder()
                        .add(new TermInSetQuery(WordIndex.GRAPH, names), Occur.FILTER)
                        .add(oneOf(properties), Occur.FILTER)
                        .setMinimumNumberShouldMatch(1);
                Sought.of(phrase, languages).forEach(sought -> query.add(sought.query(), Occur.SHOULD));
                hits.add(searcher.search(query.build(), MOST_TEXTS * names.size()).scoreDocs);
            }
            return hits.read(searcher);
        });
    }

    /** Words of texts that are nearly written like one that no text has, the likeliest first. */
    public List<String> similar(String word) {
        return queries.words().search(searcher -> {
            SuggestWord[] similar = new DirectSpellChecker()
                    .suggestSimilar(new Term(WordIndex.TEXT, word), MOST_SUGGESTIONS, searcher.getIndexReader());
            return Arrays.stream(similar).map(one -> one.string).toList();
        });
    }

    /** Shows where words stand in a text of this index; those that each text has only beside another one. */
    public Marker marker(Words words) {
        List<Phrase> telling = telling(words.phrases());
        List<Phrase> phrases = new ArrayList<>(telling);
        for (int i = 0; i + 1 < words.phrases().size(); i++) {
            Phrase one = words.phrases().get(i);
            Phrase next = words.phrases().get(i + 1);
            if (telling.contains(one) || telling.contains(next)) {
                one.with(next).ifPresent(phrases::add);
            }
        }
        return marker(phrases);
    }

    /** Shows where the phrases stand in a text of this index. */
    public Marker marker(Collection<Phrase> phrases) {
        return queries.words().search(searcher -> new Marker(phrases, Languages.of(searcher.getIndexReader())));
    }
}
