package dev.precis.sparql.words;

import dev.precis.sparql.archive.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
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

    /**
     * A word in a text, or a form of it.
     *
     * @param place the number of the word, from 0; its forms have the same
     * @param ofTwo whether it is made of the word before as well
     */
    record Token(String form, int place, boolean ofTwo, int start, int end) {}

    /** The words of a text with all their forms, in their order. */
    List<Token> tokens(String text) {
        try (TokenStream stream = tokenStream(WordIndex.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            List<Token> tokens = new ArrayList<>();
            int place = -1;
            while (stream.incrementToken()) {
                place += increment.getPositionIncrement();
                tokens.add(new Token(
                        term.toString(),
                        place,
                        type.type().equals(JoinedWords.TYPE),
                        offsets.startOffset(),
                        offsets.endOffset()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
