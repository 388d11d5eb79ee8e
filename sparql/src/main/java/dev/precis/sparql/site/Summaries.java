package dev.precis.sparql.site;

import dev.precis.sparql.page.Neighbours;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Search;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Departures.Departed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The summaries of one blog and how to find them.
 *
 * @param cards newest first
 * @param topics all topics of the blog with the number of their summaries, by label
 * @param types the same of types of research
 * @param catalogue finds those that have words, and reads what lists show
 * @param departed those that went last, newest first
 */
public record Summaries(
        Blog blog,
        List<Card> cards,
        Choices choices,
        List<Count> topics,
        List<Count> types,
        Catalogue catalogue,
        List<Departed> departed) {
    private static final int MOST_DEPARTED = 50;

    public Summaries {
        departed = List.copyOf(departed);
        cards = List.copyOf(cards);
        topics = List.copyOf(topics);
        types = List.copyOf(types);
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
        List<Named> topics = catalogue.concepts(Places.topics(blog));
        List<Named> types = catalogue.concepts(Places.types(blog));
        topics.forEach(topic -> concepts.add(Facet.TOPIC.choice(topic)));
        types.forEach(type -> concepts.add(Facet.TYPE.choice(type)));
        return new Summaries(
                blog,
                cards,
                new Choices(concepts, cards),
                count(topics, cards, Card::topics),
                count(types, cards, Card::types),
                catalogue,
                edition.departures().newest(blog.root(), MOST_DEPARTED));
    }

    private static List<Count> count(List<Named> concepts, List<Card> cards, Function<Card, List<Named>> named) {
        Map<String, Integer> counts = new HashMap<>();
        cards.forEach(card -> named.apply(card).stream()
                .map(Named::iri)
                .distinct()
                .forEach(iri -> counts.merge(iri, 1, Integer::sum)));
        return concepts.stream()
                .map(concept -> new Count(concept.iri(), concept.name(), counts.getOrDefault(concept.iri(), 0)))
                .toList();
    }

    /** Those of a selection, newest first. */
    public List<Card> of(Selection selection) {
        return selection.of(cards, catalogue.search());
    }

    /** What the words of a selection find among those that its choices hold for. */
    public Search.Result sought(Selection selection) {
        return selection.sought(cards, catalogue.search());
    }

    /** Where its summaries are sought. */
    public String search() {
        return Places.search(blog);
    }

    /** Where the summaries of a selection are listed. */
    public String address(Selection selection) {
        return Places.page(search(), selection, 1);
    }

    /** The months that have summaries with the number of these, newest first. */
    public List<Count> months() {
        Map<String, Count> months = new TreeMap<>(Comparator.reverseOrder());
        cards.forEach(card -> months.merge(
                card.month() + " " + card.item().issue().iri(),
                new Count(card.item().issue().iri(), card.item().issue().name(), 1),
                (before, one) -> new Count(before.iri(), before.label(), before.count() + 1)));
        return List.copyOf(months.values());
    }

    /** What came before and after a summary. */
    public Neighbours neighbours(Item summary) {
        Card sought = new Card(summary, List.of(), List.of(), List.of(), "");
        int place = Collections.binarySearch(cards, sought, Card.NEWEST_FIRST);
        return place < 0 ? new Neighbours(Named.NONE, Named.NONE) : new Neighbours(named(place + 1), named(place - 1));
    }

    private Named named(int place) {
        if (place < 0 || place >= cards.size()) {
            return Named.NONE;
        }
        Item item = cards.get(place).item();
        return new Named(item.iri(), item.title());
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
