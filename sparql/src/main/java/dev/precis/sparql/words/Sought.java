package dev.precis.sparql.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * How a phrase is looked up.
 *
 * @param checked whether what is found only may have the phrase
 */
record Sought(Query query, boolean checked) {
    /** That a word begins so says less than any form of it. */
    private static final float BEGINNING = 0.1f;

    static List<Sought> of(Phrase phrase, Collection<Language> languages) {
        Forms forms = Forms.of(phrase.typed(), languages);
        if (!phrase.cutShort()) {
            boolean exact = phrase.reach() == Phrase.Reach.WORDS;
            return List.of(new Sought(exact ? forms.exact() : forms.any(), false));
        }
        List<String> words = phrase.words();
        Query beginning = new BoostQuery(
                new ConstantScoreQuery(new PrefixQuery(new Term(WordIndex.TEXT, words.getLast()))), BEGINNING);
        if (words.size() == 1) {
            return List.of(new Sought(either(forms.any(), beginning), false));
        }
        List<Sought> sought = new ArrayList<>();
        sought.add(new Sought(forms.any(), false));
        // a phrase that is cut short may have thousands of ends: it is looked up in what has all its words
        sought.add(new Sought(
                new BooleanQuery.Builder()
                        .add(whole(words.subList(0, words.size() - 1)), Occur.FILTER)
                        .add(beginning, Occur.MUST)
                        .build(),
                true));
        return sought;
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static Query whole(List<String> words) {
        return new PhraseQuery(WordIndex.TEXT, words.toArray(String[]::new));
    }
}
