package dev.precis.sparql.words;

import dev.precis.sparql.archive.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.util.Version;

/**
 * Takes texts apart into words, the same way for what is sought and what is found; nothing is left out. Beside the word
 * as it stands are the one that a hyphen parted, the one spelled without marks, and the stems in the language of the
 * text.
 */
final class WordAnalyzer extends Analyzer {
    /** To be raised whenever texts are taken apart otherwise, or documents of the index have other fields. */
    private static final int FORMAT = 2;

    private static final WordAnalyzer PLAIN = new WordAnalyzer(Optional.empty());
    private static final Map<String, WordAnalyzer> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Optional<Language> language;

    private WordAnalyzer(Optional<Language> language) {
        this.language = language;
    }

    /** That of texts of which no language is known: words as they stand. */
    static WordAnalyzer plain() {
        return PLAIN;
    }

    static WordAnalyzer of(Optional<Language> language) {
        return language.map(known -> BY_LANGUAGE.computeIfAbsent(known.tag(), tag -> new WordAnalyzer(language)))
                .orElse(PLAIN);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        WordTokenizer words = new WordTokenizer();
        TokenStream joined = new JoinedWords(words);
        return new TokenStreamComponents(
                words, language.map(known -> MarkedStems.of(joined, known)).orElse(joined));
    }

    /** What an index is made with: one that was made with anything else is not asked, but built anew. */
    static String version() {
        String rules =
                Arrays.stream(Locale.getISOLanguages()).map(Language::rules).collect(Collectors.joining());
        String properties =
                Arrays.stream(TextProperty.values()).map(TextProperty::iri).collect(Collectors.joining(" "));
        return "words %d %s, lucene %s"
                .formatted(FORMAT, Sha256.of(properties + rules).substring(0, 8), Version.LATEST);
    }
}
