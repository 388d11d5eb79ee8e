package dev.precis.sparql.site;

import dev.precis.sparql.page.Neighbours;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Departures.Departed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The summaries of one blog and how to find them.
 *
 * @param cards newest first
 * @param catalogue finds those that have words, and reads what lists show
 * @param departed those that went last, newest first
 */
public record Summaries(Blog blog, List<Card> cards, Choices choices, Catalogue catalogue, List<Departed> departed) {
    private static final int MOST_DEPARTED = 50;

    public Summaries {
        departed = List.copyOf(departed);
        cards = List.copyOf(cards);
    }

    /** Those of all blogs, each by the root of its blog. */
    private record ByBlog(Map<String, Summaries> byRoot) {}

    /** That of a blog; all are found once an edition. */
    public static Summaries of(Edition edition, Catalogue catalogue, Blog blog) {
        ByBlog all = edition.once(
                ByBlog.class,
                () -> new ByBlog(edition.blogs().stream()
                        .collect(Collectors.toMap(Blog::root, each -> fill(edition, catalogue, each)))));
        return Objects.requireNonNull(all.byRoot().get(blog.root()), blog.root());
    }

    private static Summaries fill(Edition edition, Catalogue catalogue, Blog blog) {
        List<Card> cards = Cards.of(edition, catalogue).of(blog);
        List<Choice> concepts = new ArrayList<>();
        catalogue.topics(Places.topics(blog)).forEach(topic -> concepts.add(choice(Facet.TOPIC, topic)));
        catalogue.types(Places.types(blog)).forEach(type -> concepts.add(choice(Facet.TYPE, type)));
        return new Summaries(
                blog,
                cards,
                new Choices(concepts, cards),
                catalogue,
                edition.departures().newest(blog.root(), MOST_DEPARTED));
    }

    private static Choice choice(Facet facet, Count concept) {
        return facet.choice(new Named(concept.iri(), concept.label()));
    }

    /** Those of a selection, newest first. */
    public List<Card> of(Selection selection) {
        return selection.of(cards, catalogue.search());
    }

    /** Where its summaries are sought. */
    public String search() {
        return Places.search(blog);
    }

    /** Where the summaries of a selection are listed. */
    public String address(Selection selection) {
        return Places.page(search(), selection, 1);
    }

    /** The months that have summaries, newest first. */
    public List<Named> months() {
        return cards.stream().map(card -> card.item().issue()).distinct().toList();
    }

    /** What came before and after a summary. */
    public Neighbours neighbours(String summary) {
        return Neighbours.of(
                summary,
                cards.stream()
                        .map(card -> new Named(card.item().iri(), card.item().title()))
                        .toList());
    }

    /** The newest month's summaries, as lists show them. */
    public List<Card> newest() {
        return shown(cards.stream()
                .filter(card -> card.month().equals(cards.getFirst().month()))
                .toList());
    }

    /** Some of them as lists show them. */
    public List<Card> shown(List<Card> some) {
        return catalogue.shown(some);
    }
}
