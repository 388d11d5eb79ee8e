package dev.precis.sparql.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.sparql.language.Phrases.Piece;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PhrasesTest {
    @SuppressWarnings("UnusedVariable") // a source of parameters
    private static final List<Locale> SHIPPED = Phrases.SHIPPED;

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]\\}|\\[");

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyLanguageSaysTheSameOfTheSameValues(Locale language) {
        assertThat(places(messages(language)))
                .as(language.toString())
                .hasSizeGreaterThan(200)
                .isEqualTo(places(messages(Locale.ENGLISH)));
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyMessageSaysSomething(Locale language) {
        assertThat(messages(language).values())
                .noneMatch(message -> message.toString().isBlank());
    }

    /** By key, what is put into a message and how often words are set apart. */
    private static TreeMap<String, String> places(Properties messages) {
        return messages.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key,
                        key -> PLACE.matcher(messages.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .collect(Collectors.joining()),
                        (one, same) -> one,
                        TreeMap::new));
    }

    @ParameterizedTest
    @CsvSource({"fr", "de"})
    void everyKindOfNumberAndOfComparatorHasAName(String language) {
        Stream<Concept> shown =
                Stream.concat(Ontology.statistics().concepts().stream(), Ontology.comparators().concepts().stream());

        assertThat(shown.map(term -> term.prefLabel().replace(' ', '-')))
                .containsExactlyInAnyOrderElementsOf(
                        properties("terms_" + language + ".properties").stringPropertyNames());
        assertThat(Phrases.of(language).term("sample size")).isNotEqualTo("sample size");
        assertThat(Phrases.of(language).term("no term")).isEqualTo("no term");
        assertThat(Phrases.ENGLISH.term("sample size")).isEqualTo("sample size");
    }

    private static Properties messages(Locale language) {
        return properties("phrases" + (language.equals(Locale.ENGLISH) ? "" : "_" + language) + ".properties");
    }

    private static Properties properties(String file) {
        Properties messages = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2021-03-15, 15 March 2021",
        "en, 2021-03, March 2021",
        "en, 2021, 2021",
        "en, 2021-02-31, 2021-02-31",
        "en, in spring, in spring",
        "fr, 2021-03-15, 15 mars 2021",
        "fr-CA, 2021-08, août 2021",
        "de, 2021-03-15, 15. März 2021",
        "es, 2021-03, March 2021",
        "'', 2021-03, March 2021",
    })
    void saysTheDayTheMonthOrTheYear(String language, String text, String said) {
        assertThat(Phrases.of(language).date(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 0, 0 summaries",
        "en, 1, 1 summary",
        "en, 1200, 1200 summaries",
        "fr, 0, 0 résumé",
        "fr, 1, 1 résumé",
        "fr, 2, 2 résumés",
        "de, 0, 0 Zusammenfassungen",
        "de, 1, 1 Zusammenfassung",
    })
    void countsAsTheLanguageDoes(String language, int number, String said) {
        assertThat(Phrases.of(language).count("summaries", number)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"en, −0.31, −0.31", "fr, −0.31, '−0,31'", "de, 12, 12", "de-CH, 0.5, 0.5"})
    void writesDecimalsAsTheLanguageDoes(String language, String number, String said) {
        assertThat(Phrases.of(language).decimal(number)).isEqualTo(said);
    }

    @Test
    void aLanguageWithoutWordsIsAnsweredInEnglish() {
        assertThat(Stream.of("es", "", "no such tag").map(Phrases::of)).containsOnly(Phrases.ENGLISH);
        assertThat(Phrases.of("es").language()).isEqualTo("en");
        assertThat(Phrases.of("fr-CA").language()).isEqualTo("fr");
    }

    @Test
    void valuesStayAsTheyAre() {
        assertThat(Phrases.of("fr").say("search.without", "l'{1} $1 [x]")).isEqualTo("Sans «\u00a0l'{1} $1 [x]\u00a0»");
        assertThat(Phrases.of("de").pieces("home.newest", "[a] {0}"))
                .containsExactly(new Piece("Neu: ", -1), new Piece("[a] {0}", 0));
    }
}
