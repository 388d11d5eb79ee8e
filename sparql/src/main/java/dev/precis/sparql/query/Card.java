package dev.precis.sparql.query;

import java.util.Comparator;
import java.util.List;

/**
 * A summary in the card catalogue: what lists show of it, and what it is chosen by. Citation and lead are read when the
 * card is shown, and are empty until then: there may be cards of a hundred thousand summaries at once.
 *
 * @param works the names of the works that it cites, the summarised one first
 * @param lead how its text begins
 */
public record Card(Item item, List<Named> topics, List<Named> types, List<String> works, String lead) {
    /** The order of a blog: what came in the same month or on the same day by name. */
    public static final Comparator<Card> NEWEST_FIRST = Comparator.comparing(
                    (Card card) -> card.item().date().text())
            .reversed()
            .thenComparing(card -> card.item().iri());

    public Card {
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        works = List.copyOf(works);
    }

    /** The last part of the name of its issue, such as {@code 2020-09}. */
    public String month() {
        String issue = item.issue().iri();
        return issue.substring(issue.lastIndexOf('/') + 1);
    }

    /** The year of that month. */
    public String year() {
        return month().split("-", 2)[0];
    }

    /** The same with what lists show of it. */
    Card showing(String citation, String beginning) {
        return new Card(
                new Item(item.iri(), item.title(), item.date(), item.issue(), citation),
                topics,
                types,
                works,
                beginning);
    }

    /** What lists show of the cards. */
    public static List<Item> items(List<Card> cards) {
        return cards.stream().map(Card::item).toList();
    }

    /** A summary in a list: its citation as printed, empty where it has none. */
    public record Item(String iri, String title, PublicationDate date, Named issue, String citation) {}
}
