package dev.precis.sparql.words;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/**
 * An index of words as {@code text:query} asks it: for reading alone, and never for more than a bounded effort. Jena's
 * own TextIndexLucene opens the index for every question and lets leading wildcards, regular expressions and any number
 * of clauses through.
 */
public final class TextQueries extends ReadOnlyTextIndex {
    /** So many hits at most; whoever wants the best of more must say how many. */
    public static final int MOST_HITS = 10_000;

    private static final long MILLISECONDS = 5_000;

    private final Supplier<WordIndex> words;
    private final int mostHits;
    private final EntityDefinition definition = definition();

    /** @param words the index that the transaction of this thread sees */
    public TextQueries(Supplier<WordIndex> words) {
        this(words, MOST_HITS);
    }

    public TextQueries(Supplier<WordIndex> words, int mostHits) {
        this.words = words;
        this.mostHits = mostHits;
    }

    private static EntityDefinition definition() {
        EntityDefinition definition = new EntityDefinition(WordIndex.SUBJECT, WordIndex.TEXT, WordIndex.GRAPH) {
            /** Jena would go on, and find nothing. */
            @Override
            public String getField(Node property) {
                String field = super.getField(property);
                if (field == null) {
                    throw new TextIndexParseException(
                            property.toString(), "The values of <" + property + "> cannot be sought by words.");
                }
                return field;
            }
        };
        definition.setLangField(WordIndex.LANGUAGE);
        for (TextProperty property : TextProperty.values()) {
            definition.set(WordIndex.TEXT, NodeFactory.createURI(property.iri()));
        }
        return definition;
    }

    WordIndex words() {
        return words.get();
    }

    @Override
    public EntityDefinition getDocDef() {
        return definition;
    }

    @Override
    public List<TextHit> query(
            @Nullable String subject,
            List<Resource> properties,
            String typed,
            @Nullable String graph,
            @Nullable String language,
            int limit,
            @Nullable String highlight) {
        if (highlight != null) {
            throw WordQueryParser.refused(typed, "highlighting is not offered");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        restrict(query, WordIndex.SUBJECT, subject);
        restrict(query, WordIndex.GRAPH, graph);
        restrict(query, WordIndex.LANGUAGE, language);
        if (!properties.isEmpty()) {
            List<BytesRef> iris = properties.stream()
                    .map(property -> new BytesRef(property.getURI()))
                    .toList();
            query.add(new TermInSetQuery(WordIndex.PROPERTY, iris), Occur.FILTER);
        }
        if (limit == 0) {
            WordQueryParser.query(typed, List.of()); // which may be refused
            return List.of();
        }
        boolean all = limit < 0 || limit > mostHits;
        List<TextHit> hits = words.get().search(searcher -> {
            query.add(WordQueryParser.query(typed, Languages.of(searcher.getIndexReader())), Occur.MUST);
            return hits(searcher, query.build(), typed, all ? mostHits + 1 : limit);
        });
        if (hits.size() > mostHits) {
            throw tooMany(typed);
        }
        return hits;
    }

    private TextIndexException tooMany(String typed) {
        return new TextIndexException(WordQueryParser.refusal(
                typed,
                "it has more than %d hits: add words, or say how many of the best, as in text:query ('words' 100)"
                        .formatted(mostHits)));
    }

    private static void restrict(BooleanQuery.Builder query, String field, @Nullable String value) {
        if (value != null) {
            query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private static List<TextHit> hits(IndexSearcher searcher, Query query, String typed, int most) throws IOException {
        searcher.setTimeout(new QueryTimeoutImpl(MILLISECONDS));
        try {
            ScoreDoc[] found = searcher.search(query, most).scoreDocs;
            if (searcher.timedOut()) {
                throw WordQueryParser.refused(typed, "it takes more than %d ms".formatted(MILLISECONDS));
            }
            List<TextHit> hits = new ArrayList<>(found.length);
            StoredFields documents = searcher.storedFields();
            for (ScoreDoc one : found) {
                hits.add(hit(documents.document(one.doc), one.score));
            }
            return hits;
        } catch (IndexSearcher.TooManyClauses | TooComplexToDeterminizeException e) {
            throw WordQueryParser.refused(typed, "its wildcards stand for too much");
        } catch (IllegalStateException e) {
            // MultiTermIntervalsSource, of a phrase whose last word is cut short
            throw WordQueryParser.refused(typed, "too many words begin like its last one");
        }
    }

    private static TextHit hit(Document document, float score) {
        return new TextHit(
                NodeFactory.createURI(document.get(WordIndex.SUBJECT)),
                score,
                literal(document.get(WordIndex.TEXT), document.get(WordIndex.LANGUAGE)),
                NodeFactory.createURI(document.get(WordIndex.GRAPH)),
                NodeFactory.createURI(document.get(WordIndex.PROPERTY)));
    }

    private static Node literal(String text, String language) {
        if (language.equals(WordIndex.NO_LANGUAGE)) {
            return NodeFactory.createLiteralString(text);
        }
        return language.startsWith(WordIndex.DATATYPE)
                ? NodeFactory.createLiteralDT(
                        text,
                        TypeMapper.getInstance().getSafeTypeByName(language.substring(WordIndex.DATATYPE.length())))
                : NodeFactory.createLiteralLang(text, language);
    }
}
