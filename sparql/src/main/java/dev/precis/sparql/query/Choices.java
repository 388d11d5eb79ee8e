package dev.precis.sparql.query;

import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the summaries of a blog can be chosen by. */
public final class Choices {
    private static final Comparator<Map.Entry<Choice, Integer>> BY_NAME = Comparator.comparing(
                    (Map.Entry<Choice, Integer> entry) -> entry.getKey().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Map.Entry::getKey);
    private static final Comparator<Map.Entry<Choice, Integer>> LAST_FIRST =
            Map.Entry.<Choice, Integer>comparingByKey().reversed();

    private final Map<Facet, Map<String, Choice>> known = new EnumMap<>(Facet.class);

    /** @param concepts choices that may have no summary yet */
    public Choices(Collection<Choice> concepts, List<Card> cards) {
        concepts.forEach(this::add);
        cards.forEach(card -> {
            for (Facet facet : Facet.values()) {
                facet.choices(card).forEach(this::add);
            }
        });
    }

    private void add(Choice choice) {
        known.computeIfAbsent(choice.facet(), facet -> new LinkedHashMap<>()).putIfAbsent(choice.value(), choice);
    }

    /** The choice of that value. */
    public Optional<Choice> find(Facet facet, String value) {
        return Optional.ofNullable(known.getOrDefault(facet, Map.of()).get(value));
    }

    /**
     * What was asked for.
     *
     * @param unknown values that nothing is known by, which cannot be chosen
     */
    public record Asked(Selection selection, List<Unknown> unknown) {
        public Asked {
            unknown = List.copyOf(unknown);
        }
    }

    /** A value that was asked for and is not there. */
    public record Unknown(String what, String value) {
        private static final int SHOWN = 80;

        public Unknown {
            value = Excerpt.of(Characters.clean(value), SHOWN);
        }
    }

    /** Reads the parameters of an address. What is empty asks for nothing, as in a form that was not filled in. */
    public Asked read(Map<String, List<String>> parameters) {
        List<Choice> chosen = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .map(value -> Characters.clean(value).strip())
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> find(facet, value)
                            .ifPresentOrElse(chosen::add, () -> unknown.add(new Unknown(facet.parameter(), value))));
        }
        String words = Characters.clean(String.join(" ", parameters.getOrDefault(Selection.WORDS, List.of())))
                .strip();
        if (!words.isEmpty() && Words.of(words).isEmpty()) {
            unknown.add(new Unknown("word", words));
            words = "";
        }
        return new Asked(new Selection(chosen, words), unknown);
    }

    /**
     * How many summaries remain with each further choice, for those that leave something out and something in.
     *
     * @param cards those of the selection
     */
    public Map<Facet, List<Map.Entry<Choice, Integer>>> further(List<Card> cards) {
        Map<Facet, List<Map.Entry<Choice, Integer>>> further = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<Map.Entry<Choice, Integer>> counts =
                    new ArrayList<>(count(facet, cards).entrySet());
            counts.removeIf(count -> count.getValue() == cards.size());
            counts.sort(facet.ofTime() ? LAST_FIRST : BY_NAME);
            if (!counts.isEmpty()) {
                further.put(facet, Collections.unmodifiableList(counts));
            }
        }
        if (further.containsKey(Facet.YEAR)) {
            // first the year, then its months: all months at once are too many to choose from
            further.remove(Facet.MONTH);
        }
        return further;
    }

    private Map<Choice, Integer> count(Facet facet, List<Card> cards) {
        Map<Choice, Integer> counts = new HashMap<>();
        cards.forEach(card -> facet.choices(card).stream()
                .map(Choice::value)
                .distinct()
                .flatMap(value -> find(facet, value).stream())
                .forEach(choice -> counts.merge(choice, 1, Integer::sum)));
        return counts;
    }
}
