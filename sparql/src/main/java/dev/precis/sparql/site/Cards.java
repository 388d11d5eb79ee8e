package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cards of all summaries, newest first, without what only lists show; kept from version to version. */
public final class Cards {
    private final List<Card> all;
    private final Map<String, Card> byName = new HashMap<>();

    private Cards(List<Card> all) {
        this.all = List.copyOf(all);
        all.forEach(card -> byName.put(card.item().iri(), card));
    }

    /** Drawn once, then only those of summaries that changed. */
    public static Cards of(Edition edition, Catalogue catalogue) {
        return edition.once(
                Cards.class, () -> new Cards(catalogue.cards()), (before, changed) -> before.after(changed, catalogue));
    }

    private Cards after(Set<String> changed, Catalogue catalogue) {
        Map<String, Card> drawn = catalogue.cards(changed);
        // what is no summary may be what topics are called
        if (!changed.stream().allMatch(graph -> drawn.containsKey(graph) || byName.containsKey(graph))) {
            return new Cards(catalogue.cards());
        }
        List<Card> next = new ArrayList<>(all.size() + drawn.size());
        all.stream().filter(card -> !changed.contains(card.item().iri())).forEach(next::add);
        next.addAll(drawn.values());
        next.sort(Card.NEWEST_FIRST);
        return new Cards(next);
    }

    /** Newest first. */
    public List<Card> all() {
        return all;
    }

    /** That of a summary. */
    public Optional<Card> named(String summary) {
        return Optional.ofNullable(byName.get(summary));
    }

    /** Those of one blog. */
    public List<Card> of(Blog blog) {
        return all.stream()
                .filter(card ->
                        IriTemplate.SUMMARY.isOf(blog.root(), card.item().iri()))
                .toList();
    }
}
