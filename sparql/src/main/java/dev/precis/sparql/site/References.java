package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Authorship;
import dev.precis.sparql.query.Reference;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All cited works of an edition, in the order of a bibliography, and who wrote the summaries. */
public final class References {
    private static final Comparator<Reference> AS_BIBLIOGRAPHIES_DO = Comparator.comparing(
                    (Reference reference) -> fold(
                            reference.authors().isEmpty()
                                    ? reference.heading()
                                    : reference.authors().getFirst().inverted()))
            .thenComparing(Reference::year)
            .thenComparing(reference -> fold(reference.heading()))
            .thenComparing(Reference::iri);

    private final List<Reference> all;
    private final List<Authorship> authorships;
    private final Map<String, Reference> byName = new HashMap<>();
    private final Map<String, Card> cards = new HashMap<>();

    private References(List<Reference> references, List<Authorship> authorships, List<Card> cards) {
        this.all = references.stream().sorted(AS_BIBLIOGRAPHIES_DO).toList();
        this.authorships = List.copyOf(authorships);
        all.forEach(reference -> byName.put(reference.iri(), reference));
        cards.forEach(card -> this.cards.put(card.item().iri(), card));
    }

    /** Found out once an edition. */
    public static References of(Edition edition, Catalogue catalogue) {
        return edition.once(
                References.class,
                () -> new References(
                        catalogue.references(),
                        catalogue.authorships(),
                        Cards.of(edition, catalogue).all()));
    }

    /** The text as it is sorted: without regard to case and accents. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Those that a blog cites. */
    public List<Reference> of(Blog blog) {
        return where(reference -> IriTemplate.WORK.isOf(blog.root(), reference.iri()));
    }

    public List<Reference> where(Predicate<Reference> wanted) {
        return all.stream().filter(wanted).toList();
    }

    public Optional<Reference> named(String iri) {
        return Optional.ofNullable(byName.get(iri));
    }

    /**
     * The work with a DOI, of that blog if it cites it. Several with the same DOI are one that is cited in several
     * ways.
     */
    public Optional<Reference> withDoi(String doi, Blog blog) {
        return doi.isEmpty()
                ? Optional.empty()
                : all.stream()
                        .filter(reference -> reference.identifiers().doi().equals(doi))
                        .min(Comparator.comparing((Reference reference) ->
                                        !reference.iri().startsWith(blog.root()))
                                .thenComparing(Reference::iri));
    }

    /** What one summary cites: the work that it summarises comes first. */
    public List<Reference> citedIn(String summary) {
        return Optional.ofNullable(cards.get(summary)).stream()
                .flatMap(card -> card.works().stream())
                .flatMap(work -> named(work).stream())
                .toList();
    }

    /** What several summaries cite, each work once, in the order of a bibliography. */
    public List<Reference> citedBy(List<Item> summaries) {
        Set<Reference> cited = new HashSet<>();
        summaries.forEach(summary -> cited.addAll(citedIn(summary.iri())));
        return cited.stream().sorted(AS_BIBLIOGRAPHIES_DO).toList();
    }

    /** The summaries that cite a work, newest first. */
    List<Item> citing(Reference reference) {
        return items(reference.summaries());
    }

    /** The summaries that somebody wrote, newest first. */
    public List<Item> writtenBy(String person) {
        return items(authorships.stream()
                .filter(authorship -> authorship.person().iri().equals(person))
                .map(Authorship::summary)
                .distinct()
                .toList());
    }

    public List<Authorship> authorships() {
        return authorships;
    }

    private List<Item> items(List<String> summaries) {
        List<Item> items = new ArrayList<>();
        summaries.forEach(summary -> Optional.ofNullable(cards.get(summary)).ifPresent(card -> items.add(card.item())));
        items.sort(Comparator.comparing((Item item) -> item.date().text())
                .reversed()
                .thenComparing(Item::iri));
        return List.copyOf(items);
    }
}
