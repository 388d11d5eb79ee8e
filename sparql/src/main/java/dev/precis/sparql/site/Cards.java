package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import java.util.List;

/** The cards of all summaries, newest first. */
public record Cards(List<Card> all) {
    public Cards {
        all = List.copyOf(all);
    }

    /** Drawn once an edition. */
    public static Cards of(Edition edition, Catalogue catalogue) {
        return edition.once(Cards.class, () -> new Cards(catalogue.cards()));
    }

    /** Those of one blog. */
    public List<Card> of(Blog blog) {
        return all.stream()
                .filter(card ->
                        IriTemplate.SUMMARY.isOf(blog.root(), card.item().iri()))
                .toList();
    }
}
