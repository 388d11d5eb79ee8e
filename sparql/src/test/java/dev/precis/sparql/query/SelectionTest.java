package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import dev.precis.sparql.query.Facet.Choice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Catalogue CATALOGUE = new Catalogue(Studies.dataset());
    private static final Search SEARCH = CATALOGUE.search();
    private static final List<Card> CARDS = CATALOGUE.cards().stream()
            .filter(card -> card.item().iri().startsWith(Studies.BASE + "summary/"))
            .toList();
    private static final Choice SAILING = new Choice(Facet.TOPIC, "sailing", "Sailing");
    private static final Choices CHOICES = new Choices(List.of(SAILING), CARDS);

    @Test
    void takesWhatEveryChoiceHoldsFor() {
        assertThat(titles("topic", "alliance"))
                .containsExactly("A Very Small Trial of <Silence> & Its \"Meaning\"", "Supervision by Letter");
        assertThat(titles("topic", "alliance", "type", "randomised-trial", "year", "2021"))
                .containsExactly("A Very Small Trial of <Silence> & Its \"Meaning\"", "Supervision by Letter");
        assertThat(titles("topic", "alliance", "topic", "supervision")).containsExactly("Supervision by Letter");
        assertThat(titles("month", "2021-02")).containsExactly("What a Waiting List Does to Those Who Wait");
        assertThat(titles("topic", "sailing")).isEmpty();
    }

    @Test
    void findsWordsInHeadlineBodyCitationImplicationsAndNamesOfConcepts() {
        assertThat(titles("q", "waiting zelaznik telephon")).hasSize(1);
        assertThat(titles("q", "\"low mood\"")).isNotEmpty().hasSameSizeAs(titles("topic", "depression"));
        assertThat(titles("q", "alliance supervis", "year", "2021")).containsExactly("Supervision by Letter");
    }

    @Test
    void saysWhatItDoesNotKnowAndTakesTheRest() {
        Choices.Asked asked = CHOICES.read(Map.of(
                "topic", List.of("nothing", "alliance", ""),
                "year", List.of("1999"),
                "type", List.of(" "),
                "month", List.of("2020-13"),
                "q", List.of("?!"),
                "colour", List.of("blue")));

        assertThat(asked.selection().parameters()).isEqualTo("topic=alliance");
        assertThat(asked.unknown())
                .containsExactly(
                        new Choices.Unknown("topic", "nothing"),
                        new Choices.Unknown("year", "1999"),
                        new Choices.Unknown("month", "2020-13"),
                        new Choices.Unknown("word", "?!"));
    }

    @Test
    void hasOneAddressHoweverItWasAskedFor() {
        Selection one = read("type", "meta-analysis", "topic", "outdoors", "topic", "anxiety", "q", " a&b ü ");
        Selection other = read(
                "q", "a&b ü", "topic", "anxiety", "topic", "outdoors", "topic", "anxiety", "type", "meta-analysis");

        assertThat(one).isEqualTo(other);
        assertThat(one.parameters()).isEqualTo("topic=anxiety&topic=outdoors&type=meta-analysis&q=a%26b+%C3%BC");
        assertThat(one.title()).isEqualTo("Anxiety, Outdoor therapy, Meta-analysis, “a&b ü”");
    }

    @Test
    void aMonthTakesThePlaceOfItsYear() {
        Selection year = read("year", "2021", "topic", "alliance");
        Choice month = CHOICES.find(Facet.MONTH, "2021-03").orElseThrow();

        assertThat(year.with(month).parameters()).isEqualTo("topic=alliance&month=2021-03");
        assertThat(year.with(month).without(month)).isEqualTo(read("topic", "alliance"));
        assertThat(read("year", "2021", "month", "2021-03").parameters()).isEqualTo("month=2021-03");
        assertThat(read("year", "2020", "month", "2021-03").of(CARDS, SEARCH)).isEmpty();
    }

    @Test
    void offersMonthsOnlyWithinAYear() {
        assertThat(CHOICES.further(CARDS)).containsKey(Facet.YEAR).doesNotContainKey(Facet.MONTH);
        assertThat(CHOICES.further(read("year", "2021").of(CARDS, SEARCH)))
                .containsKey(Facet.MONTH)
                .doesNotContainKey(Facet.YEAR);
        assertThat(CHOICES.further(List.of())).isEmpty();
        assertThat(CHOICES.further(CARDS.subList(0, 1))).isEmpty();
    }

    @Property
    void everyFurtherChoiceLeavesAsManyAsItSays(@ForAll("asked") Map<String, List<String>> parameters) {
        Selection selection = CHOICES.read(parameters).selection();
        List<Card> cards = selection.of(CARDS, SEARCH);
        CHOICES.further(cards)
                .forEach((facet, counts) -> counts.forEach(
                        count -> assertThat(selection.with(count.getKey()).of(CARDS, SEARCH))
                                .hasSize(count.getValue())
                                .hasSizeBetween(1, cards.size() - 1)));
    }

    @Provide
    Arbitrary<Map<String, List<String>>> asked() {
        Arbitrary<String> values = Arbitraries.of(
                "alliance",
                "anxiety",
                "depression",
                "meta-analysis",
                "randomised-trial",
                "2021",
                "2020",
                "2021-03",
                "of");
        return Arbitraries.maps(
                        Arbitraries.of("topic", "type", "year", "month", "q"),
                        values.list().ofMinSize(1).ofMaxSize(2))
                .ofMaxSize(3);
    }

    @Property
    void anyTextIsReadAndReadBackFromItsOwnAddress(@ForAll String words, @ForAll String topic) {
        Selection selection = CHOICES.read(Map.of("q", List.of(words), "topic", List.of(topic)))
                .selection();
        String parameters = selection.parameters();

        assertThat(parameters).matches("[\\x21-\\x7e]*");
        String typed = URLDecoder.decode(
                parameters.isEmpty() ? "" : parameters.replaceFirst("^.*q=", ""), StandardCharsets.UTF_8);
        assertThat(CHOICES.read(Map.of("q", List.of(typed))).selection()).isEqualTo(selection);
        assertThat(selection.of(CARDS, SEARCH)).hasSizeLessThanOrEqualTo(CARDS.size());
    }

    private static List<String> titles(String... parameters) {
        return read(parameters).of(CARDS, SEARCH).stream()
                .map(card -> card.item().title())
                .toList();
    }

    private static Selection read(String... parameters) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            String value = parameters[i + 1];
            read.merge(
                    parameters[i],
                    List.of(value),
                    (a, b) -> Stream.of(a, b).flatMap(List::stream).toList());
        }
        Choices.Asked asked = CHOICES.read(read);
        assertThat(asked.unknown()).as(Arrays.toString(parameters)).isEmpty();
        return asked.selection();
    }
}
