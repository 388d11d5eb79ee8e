package dev.precis.sparql.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * What makes one word of the forms of a word in a language: Snowball's stemmer, as far as it has one, and before it the
 * rules of a file {@code <tag>.tsv}, if there is one, for what the stemmer does not know.
 */
final class Language {
    private static final Map<String, Optional<Language>> KNOWN = new ConcurrentHashMap<>();
    private static final String STEMMERS = "org.tartarus.snowball.ext.";

    private final String tag;
    private final String stemmer;
    private final List<Rule> rules;
    private final CharArraySet commonWords;

    /** A spelling and what it becomes. */
    private record Rule(Pattern pattern, String replacement) {}

    private Language(String tag, String stemmer) {
        this.tag = tag;
        this.stemmer = stemmer;
        this.rules = rules(tag)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(cells -> new Rule(Pattern.compile(cells[0]), cells[1]))
                .toList();
        this.commonWords = commonWords(stemmer);
    }

    /** That of a text whose language is tagged so (BCP 47), unless nothing is known of its words. */
    static Optional<Language> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return KNOWN.computeIfAbsent(locale.getLanguage(), language -> known(language, locale));
    }

    private static Optional<Language> known(String tag, Locale locale) {
        String stemmer = locale.getDisplayLanguage(Locale.ENGLISH);
        try {
            Class.forName(STEMMERS + stemmer + "Stemmer");
            return Optional.of(new Language(tag, stemmer));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    String tag() {
        return tag;
    }

    /** The words of a stream as what all forms of each have in common. */
    TokenStream stems(TokenStream words) {
        TokenStream stream = words;
        for (Rule rule : rules) {
            stream = new PatternReplaceFilter(stream, rule.pattern(), rule.replacement(), false);
        }
        return new SnowballFilter(stream, stemmer);
    }

    /** Whether a word says so little that nobody seeks it beside others, as "the" or "does". */
    boolean isCommon(String word) {
        return commonWords.contains(word);
    }

    /** The file of rules of a language; empty if there is none. */
    static String rules(String tag) {
        try (InputStream file = Language.class.getResourceAsStream(tag + ".tsv")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // the lists that Snowball gives out with its stemmers
    private static CharArraySet commonWords(String stemmer) {
        String file = stemmer.toLowerCase(Locale.ROOT) + "_stop.txt";
        try (InputStream list = SnowballFilter.class.getResourceAsStream(file)) {
            if (list == null) {
                return CharArraySet.EMPTY_SET;
            }
            CharArraySet words = new CharArraySet(256, true);
            WordlistLoader.getSnowballWordSet(new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)))
                    .forEach(word -> words.addAll(single(Phrase.of(new String((char[]) word), false))));
            return CharArraySet.unmodifiableSet(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> single(Phrase phrase) {
        return phrase.words().size() == 1 ? phrase.words() : List.of();
    }
}
