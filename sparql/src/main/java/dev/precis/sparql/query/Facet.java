package dev.precis.sparql.query;

import java.util.Comparator;
import java.util.List;

/** What summaries can be chosen by. A way to choose is added by a line here, and by what a card then has of it. */
public enum Facet {
    TOPIC("topic"),
    TYPE("type"),
    YEAR("year"),
    MONTH("month");

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** Its name in addresses. */
    public String parameter() {
        return parameter;
    }

    /** Whether its values follow one another in time. */
    boolean ofTime() {
        return this == YEAR || this == MONTH;
    }

    /** All choices that the summary is among. */
    public List<Choice> choices(Card card) {
        return switch (this) {
            case TOPIC -> card.topics().stream().map(this::choice).toList();
            case TYPE -> card.types().stream().map(this::choice).toList();
            case YEAR -> List.of(choice(card.year(), card.year()));
            case MONTH -> List.of(choice(card.month(), card.item().issue().name()));
        };
    }

    /** The choice of a concept: its value is the last part of the concept's name. */
    public Choice choice(Named concept) {
        return choice(concept.iri().substring(concept.iri().lastIndexOf('/') + 1), concept.name());
    }

    private Choice choice(String value, String name) {
        return new Choice(this, value, name);
    }

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
}
