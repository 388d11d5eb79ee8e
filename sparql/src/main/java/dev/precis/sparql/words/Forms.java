package dev.precis.sparql.words;

import dev.precis.sparql.words.WordAnalyzer.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/** What words that somebody seeks can be in a text: as they stand, joined, or as another form of the same word. */
final class Forms {
    /** Another form of a word counts so much of the word itself. */
    private static final float STEM = 0.5f;
    /** Words that follow one another as they were typed count more than other forms of them. */
    private static final float AS_TYPED = 2;

    /** Of a longer phrase, which nobody types, no other forms are sought. */
    private static final int MOST_WORDS = 64;
    /** Of a longer name, so many characters count. */
    private static final int LONGEST_NAME = 1_000;

    // one of each for each place
    private final List<Set<String>> words = new ArrayList<>();
    private final List<Set<String>> stems = new ArrayList<>();
    private final Set<String> joined = new LinkedHashSet<>();

    private Forms() {}

    /** Those of a text, with the stems of each of the languages. */
    static Forms of(String text, Collection<Language> languages) {
        Forms forms = new Forms();
        WordAnalyzer.plain().tokens(text).forEach(forms::put);
        languages.forEach(language -> forms.stem(text, language));
        return forms;
    }

    private void put(Token token) {
        if (token.ofTwo()) {
            joined.add(token.form());
            return;
        }
        if (token.place() == words.size()) {
            words.add(new LinkedHashSet<>());
            stems.add(new LinkedHashSet<>());
        }
        (isStem(token.form()) ? stems : words).get(token.place()).add(token.form());
    }

    // a word that is its own stem has none beside it, in texts as here
    private void stem(String text, Language language) {
        List<Token> tokens = WordAnalyzer.of(Optional.of(language)).tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Token word = tokens.get(i);
            boolean stemmed = i + 1 < tokens.size() && isStem(tokens.get(i + 1).form());
            String stem = stemmed ? tokens.get(++i).form() : MarkedStems.mark(language) + word.form();
            add(stem, word);
            add(stem.substring(MarkedStems.mark(language).length()), word);
        }
    }

    private void add(String stem, Token word) {
        (word.ofTwo() ? joined : stems.get(word.place())).add(stem);
    }

    private static boolean isStem(String form) {
        return form.charAt(0) == MarkedStems.MARK;
    }

    /** The words as they stand, one after the other, alone. */
    Query exact() {
        return switch (words.size()) {
            case 0 -> new MatchNoDocsQuery("no words");
            case 1 -> synonyms(words.getFirst(), Set.of());
            default -> phrase(words);
        };
    }

    /** The words in any of their forms, one after the other; those as they stand count more. */
    Query any() {
        if (words.size() == 1) {
            return synonyms(words.getFirst(), stems.getFirst());
        }
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return exact();
        }
        List<Set<String>> both = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            both.add(new LinkedHashSet<>(all(i).toList()));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(new BoostQuery(exact(), AS_TYPED), Occur.SHOULD)
                .add(phrase(both), Occur.SHOULD);
        if (words.size() == 2 && !joined.isEmpty()) {
            query.add(synonyms(joined, Set.of()), Occur.SHOULD);
        }
        return query.build();
    }

    /** Whether a form is one of those of the word at a place. */
    boolean isAt(int place, String form) {
        return words.get(place).contains(form) || stems.get(place).contains(form);
    }

    /** Whether a form is one of those that two words are joined to. */
    boolean isJoined(String form) {
        return words.size() == 2 && joined.contains(form);
    }

    private Stream<String> all(int place) {
        return Stream.concat(words.get(place).stream(), stems.get(place).stream());
    }

    private static Query synonyms(Set<String> words, Set<String> stems) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(WordIndex.TEXT);
        words.forEach(form -> query.addTerm(term(form), 1));
        stems.stream().filter(form -> !words.contains(form)).forEach(form -> query.addTerm(term(form), STEM));
        return query.build();
    }

    private static Query phrase(List<Set<String>> places) {
        if (places.size() > MOST_WORDS) {
            return new PhraseQuery(
                    WordIndex.TEXT,
                    places.stream().map(forms -> forms.iterator().next()).toArray(String[]::new));
        }
        MultiPhraseQuery.Builder query = new MultiPhraseQuery.Builder();
        places.forEach(forms -> query.add(forms.stream().map(Forms::term).toArray(Term[]::new)));
        return query.build();
    }

    private static Term term(String form) {
        return new Term(WordIndex.TEXT, form);
    }

    /** What all spellings of a name have in common, whether its words are parted by spaces, hyphens or nothing. */
    static String name(String text, Optional<Language> language) {
        Forms forms = of(text, language.stream().toList());
        List<Set<String>> places = language.isEmpty() ? forms.words : forms.stems;
        StringBuilder name = new StringBuilder();
        places.forEach(place -> place.stream().limit(1).forEach(name::append));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
