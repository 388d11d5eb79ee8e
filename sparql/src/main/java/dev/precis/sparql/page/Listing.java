package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Cited.Group;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Found;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a list of summaries, and where one can go from there.
 *
 * @param cards those on this page
 * @param found why they were found, by the names of their summaries; nothing where no words were sought
 * @param closest where no summary has all words, those that have the most of them
 * @param total how many there are on all pages
 * @param selection which these are
 * @param search where other selections are found
 * @param chosen what they were chosen by
 * @param meant the address of a list of words that may have been meant, and these; none where some summary was found
 * @param groups what they can be chosen by further
 * @param unknown what was asked for in vain
 */
public record Listing(
        List<Card> cards,
        Map<String, Found> found,
        List<Card> closest,
        int total,
        Paging paging,
        Selection selection,
        String search,
        List<Chosen> chosen,
        Named meant,
        List<Group> groups,
        List<Choices.Unknown> unknown) {
    public Listing {
        cards = List.copyOf(cards);
        found = Map.copyOf(found);
        closest = List.copyOf(closest);
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

    /**
     * Further choices of one kind. They are offered in a form, which robots do not follow: all choices combined are
     * more lists than there are summaries.
     */
    public record Group(String parameter, String kind, List<Option> options) {
        public Group {
            options = List.copyOf(options);
        }
    }

    /** A further choice and how many summaries it leaves. */
    public record Option(String value, String name, int count) {}

    /** What it can be narrowed down by, such as {@code words, topic, year}. */
    public String kinds(Phrases phrases) {
        return Stream.concat(
                        Stream.of(phrases.within(phrases.say("facet.words"))),
                        groups.stream().map(group -> phrases.within(group.kind())))
                .collect(Collectors.joining(", "));
    }
}
