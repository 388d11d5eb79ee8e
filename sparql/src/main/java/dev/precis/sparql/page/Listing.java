package dev.precis.sparql.page;

import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Selection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page of a list of summaries, and where one can go from there.
 *
 * @param cards those on this page
 * @param total how many there are on all pages
 * @param selection which these are
 * @param search where other selections are found
 * @param chosen what they were chosen by
 * @param groups what they can be chosen by further
 * @param unknown what was asked for in vain
 */
public record Listing(
        List<Card> cards,
        int total,
        Paging paging,
        Selection selection,
        String search,
        List<Chosen> chosen,
        List<Group> groups,
        List<Choices.Unknown> unknown) {
    public Listing {
        cards = List.copyOf(cards);
        chosen = List.copyOf(chosen);
        groups = List.copyOf(groups);
        unknown = List.copyOf(unknown);
    }

    /**
     * One of the choices.
     *
     * @param without address of the list without it
     * @param remaining how many summaries that list has
     */
    public record Chosen(String kind, String name, String without, int remaining) {}

    /** Further choices of one kind, each with the address of the list that it leads to and what that list has. */
    public record Group(String kind, List<Count> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /** Such as {@code 1 summary}. */
    public String size() {
        return total + (total == 1 ? " summary" : " summaries");
    }

    /** What it can be narrowed down by, such as {@code topic, type of research, year}. */
    public String kinds() {
        return groups.stream()
                .map(group -> group.kind().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
