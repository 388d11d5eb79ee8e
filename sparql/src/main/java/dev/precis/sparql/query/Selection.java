package dev.precis.sparql.query;

import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which summaries: those that all the choices and all the words hold for.
 *
 * @param choices in order, each once; no year beside a month of it, which says as much
 * @param words as typed, to be found in the texts; may be empty
 */
public record Selection(List<Choice> choices, String words) {
    /** All summaries. */
    public static final Selection ALL = new Selection(List.of(), "");

    /** The parameter of the words in addresses. */
    public static final String WORDS = "q";

    public Selection {
        List<Choice> all = List.copyOf(choices);
        choices = all.stream()
                .filter(choice -> all.stream().noneMatch(choice::isWider))
                .sorted()
                .distinct()
                .toList();
        words = words.strip();
    }

    /** The summaries of one choice. */
    public static Selection of(Choice choice) {
        return new Selection(List.of(choice), "");
    }

    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return choices.isEmpty() && words.isEmpty();
    }

    /** Whether it takes summaries of one year or month only. */
    public boolean isOfATime() {
        return choices.stream().anyMatch(choice -> choice.facet().ofTime());
    }

    /** The chosen of these cards, in their order. */
    public List<Card> of(List<Card> cards, Search search) {
        return search.of(chosen(cards), Words.of(words));
    }

    /** What its words find among those of the cards that its choices hold for. */
    public Search.Result sought(List<Card> cards, Search search) {
        return search.result(chosen(cards), Words.of(words));
    }

    private List<Card> chosen(List<Card> cards) {
        return cards.stream()
                .filter(card -> choices.stream().allMatch(choice -> choice.holds(card)))
                .toList();
    }

    /** The same with other words. */
    public Selection withWords(String other) {
        return new Selection(choices, other);
    }

    /** The same with one choice more. */
    public Selection with(Choice choice) {
        return new Selection(Stream.concat(choices.stream(), Stream.of(choice)).toList(), words);
    }

    /** The same without one of its choices. */
    public Selection without(Choice choice) {
        return new Selection(
                choices.stream().filter(other -> !other.equals(choice)).toList(), words);
    }

    /** The same without its words. */
    public Selection withoutWords() {
        return withWords("");
    }

    /** The parameters of its address, always in the same order; empty if it is all. */
    public String parameters() {
        List<String> parameters = new ArrayList<>();
        choices.forEach(choice -> parameters.add(parameter(choice.facet().parameter(), choice.value())));
        if (!words.isEmpty()) {
            parameters.add(parameter(WORDS, words));
        }
        return String.join("&", parameters);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What to call it in a title, such as {@code Alliance, Meta-analysis, “burnout”}; empty if it is all. */
    public String title() {
        return Stream.concat(
                        choices.stream().map(Choice::name),
                        words.isEmpty() ? Stream.empty() : Stream.of("“" + Excerpt.of(words, 60) + "”"))
                .collect(Collectors.joining(", "));
    }
}
