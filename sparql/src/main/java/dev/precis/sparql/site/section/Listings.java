package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Listing;
import dev.precis.sparql.page.Paging;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Search;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the pages of lists of summaries: what is on them, and what each further choice would leave. */
final class Listings {
    static final int SIZE = 20;
    private static final int FURTHEST = 1_000_000;

    private Listings() {}

    /**
     * The page of a list that an address asks for.
     *
     * @param sought what the selection that is asked for finds
     * @param list where the list is found, without parameters
     * @param kept the part of the selection that the list's address has as parameters
     */
    static Listing of(
            Summaries summaries,
            Choices.Asked asked,
            Search.Result sought,
            String list,
            Selection kept,
            Address address) {
        List<Choices.Unknown> unknown = new ArrayList<>(asked.unknown());
        int page = page(address, unknown);
        Selection selection = asked.selection();
        List<Card> cards = sought.best();
        List<Card> shown = summaries.shown(
                cards.stream().skip((page - 1L) * SIZE).limit(SIZE).toList());
        List<Card> closest = sought.isInVain() ? summaries.shown(sought.closest()) : List.of();
        return new Listing(
                shown,
                sought.found(shown.isEmpty() ? closest : shown),
                closest,
                cards.size(),
                Paging.of(page, cards.size(), SIZE, number -> Places.page(list, kept, number)),
                selection,
                summaries.search(),
                chosen(summaries, selection),
                sought.isInVain() ? meant(summaries, selection, sought) : Named.NONE,
                groups(summaries, selection, cards),
                unknown);
    }

    private static Named meant(Summaries summaries, Selection selection, Search.Result sought) {
        return sought.nearly()
                .map(selection::withWords)
                .map(meant -> new Named(summaries.address(meant), meant.words()))
                .orElse(Named.NONE);
    }

    /** The number of the page that an address asks for. */
    static int page(Address address, List<Choices.Unknown> unknown) {
        for (String value : address.values(Places.PAGE)) {
            if (value.matches("[1-9][0-9]{0,5}")) {
                return Integer.parseInt(value);
            }
            if (value.matches("[1-9][0-9]+")) {
                return FURTHEST;
            }
            if (!value.isBlank()) {
                unknown.add(new Choices.Unknown(Places.PAGE, value));
            }
        }
        return 1;
    }

    private static List<Listing.Chosen> chosen(Summaries summaries, Selection selection) {
        Phrases phrases = Phrases.of(summaries.blog().language());
        List<Listing.Chosen> chosen = new ArrayList<>();
        for (Choice choice : selection.choices()) {
            chosen.add(chosen(
                    summaries,
                    phrases.say("facet." + choice.facet().parameter()),
                    choice.name(),
                    selection.without(choice)));
        }
        if (!selection.words().isEmpty()) {
            chosen.add(chosen(summaries, phrases.say("facet.words"), selection.words(), selection.withoutWords()));
        }
        return chosen;
    }

    private static Listing.Chosen chosen(Summaries summaries, String kind, String name, Selection without) {
        return new Listing.Chosen(
                kind, name, summaries.address(without), summaries.of(without).size());
    }

    private static List<Listing.Group> groups(Summaries summaries, Selection selection, List<Card> cards) {
        Phrases phrases = Phrases.of(summaries.blog().language());
        List<Listing.Group> groups = new ArrayList<>();
        summaries
                .choices()
                .further(cards)
                .forEach((facet, choices) -> groups.add(new Listing.Group(
                        facet.parameter(),
                        kind(phrases, selection, facet),
                        choices.stream().map(Listings::option).toList())));
        return groups;
    }

    private static String kind(Phrases phrases, Selection selection, Facet facet) {
        return selection.choices().stream().anyMatch(choice -> choice.facet() == facet)
                ? phrases.say("facet." + facet.parameter() + ".further")
                : phrases.say("facet." + facet.parameter());
    }

    private static Listing.Option option(Map.Entry<Choice, Integer> choice) {
        return new Listing.Option(choice.getKey().value(), choice.getKey().name(), choice.getValue());
    }

    /** The pages before and after, for the head and the header fields. */
    static List<Link> links(Paging paging, Blog blog) {
        Phrases phrases = Phrases.of(blog.language());
        List<Link> links = new ArrayList<>();
        String type = Representation.HTML.mediaType();
        if (!paging.previous().isEmpty()) {
            links.add(new Link("prev", paging.previous(), type, phrases.say("pages.previous")));
        }
        if (!paging.next().isEmpty()) {
            links.add(new Link("next", paging.next(), type, phrases.say("pages.next")));
        }
        return links;
    }
}
