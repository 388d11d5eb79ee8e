package dev.precis.sparql.query;

import java.util.Comparator;

/**
 * One value of a facet.
 *
 * @param value what addresses call it: the last part of a concept's name, {@code 2020}, {@code 2020-09}
 * @param name what readers call it
 */
public record Choice(Facet facet, String value, String name) implements Comparable<Choice> {
    private static final Comparator<Choice> ORDER =
            Comparator.comparing(Choice::facet).thenComparing(Choice::value).thenComparing(Choice::name);

    /** Whether the summary is among those chosen. */
    boolean holds(Card card) {
        return facet.choices(card).stream().anyMatch(choice -> choice.value.equals(value));
    }

    /** Whether all summaries of the other choice are among those of this one: a year is wider than its months. */
    boolean isWider(Choice other) {
        return facet == Facet.YEAR && other.facet == Facet.MONTH && other.value.startsWith(value + "-");
    }

    @Override
    public int compareTo(Choice other) {
        return ORDER.compare(this, other);
    }
}
