package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Authorship;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The cited works of an edition, in the order of a bibliography, and who wrote the summaries. */
public final class References {
    private static final Comparator<Sorted> AS_BIBLIOGRAPHIES_DO = Comparator.comparing(Sorted::author)
            .thenComparing(sorted -> sorted.work().year())
            .thenComparing(Sorted::heading)
            .thenComparing(sorted -> sorted.work().iri());

    private final Edition edition;
    private final Catalogue catalogue;

    private References(Edition edition, Catalogue catalogue) {
        this.edition = edition;
        this.catalogue = catalogue;
    }

    /** Each work is read when it is asked for. */
    public static References of(Edition edition, Catalogue catalogue) {
        return new References(edition, catalogue);
    }

    /** All works and all who wrote summaries, for the lists of them. */
    private record Whole(List<Reference> references, List<Authorship> authorships) {}

    private Whole whole() {
        return edition.once(
                Whole.class, () -> new Whole(sorted(catalogue.references()), catalogue.authorships()));
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
        return whole().references().stream().filter(wanted).toList();
    }

    public Optional<Reference> named(String iri) {
        return catalogue.references(List.of(iri)).stream().findFirst();
    }

    /**
     * The work with a DOI, of that blog if it cites it. Several with the same DOI are one that is cited in several
     * ways.
     */
    public Optional<Reference> withDoi(String doi, Blog blog) {
        return doi.isEmpty()
                ? Optional.empty()
                : catalogue.references(catalogue.worksWithDoi(doi)).stream()
                        .filter(reference -> reference.identifiers().doi().equals(doi))
                        .min(Comparator.comparing((Reference reference) ->
                                        !reference.iri().startsWith(blog.root()))
                                .thenComparing(Reference::iri));
    }

    /** What appeared in a journal or book. */
    public List<Reference> in(String venue) {
        return sorted(catalogue.references(catalogue.worksIn(venue)).stream()
                .filter(work -> work.container().iri().equals(venue))
                .toList());
    }

    /** What somebody wrote or edited. */
    public List<Reference> by(String person) {
        return sorted(catalogue.references(catalogue.worksOf(person)).stream()
                .filter(work -> contributors(work)
                        .anyMatch(contributor -> contributor.person().equals(person)))
                .toList());
    }

    /** Who wrote a work, then who edited it. */
    public static Stream<Contributor> contributors(Reference work) {
        return Stream.concat(work.authors().stream(), work.editors().stream());
    }

    /** What one summary cites: the work that it summarises comes first. */
    public List<Reference> citedIn(String summary) {
        List<String> works = cards().named(summary).map(Card::works).orElse(List.of());
        return catalogue.references(works).stream()
                .sorted(Comparator.comparing((Reference work) -> works.indexOf(work.iri())))
                .toList();
    }

    /** What several summaries cite, each work once, in the order of a bibliography. */
    public List<Reference> citedBy(List<Item> summaries) {
        return sorted(catalogue.references(summaries.stream()
                .flatMap(summary -> cards().named(summary.iri()).stream())
                .flatMap(card -> card.works().stream())
                .toList()));
    }

    /** The summaries that cite a work, newest first. */
    List<Item> citing(Reference reference) {
        return items(reference.summaries());
    }

    /** The summaries that somebody wrote, newest first. */
    public List<Item> writtenBy(String person) {
        return items(catalogue.authorships(person).stream()
                .map(Authorship::summary)
                .distinct()
                .toList());
    }

    /** Who wrote which summary. */
    public List<Authorship> authorships() {
        return whole().authorships();
    }

    private Cards cards() {
        return Cards.of(edition, catalogue);
    }

    private List<Item> items(List<String> summaries) {
        return summaries.stream()
                .flatMap(summary -> cards().named(summary).stream())
                .sorted(Card.NEWEST_FIRST)
                .map(Card::item)
                .toList();
    }

    /** What a bibliography is sorted by is made once a work, not with each comparison. */
    private record Sorted(Reference work, String author, String heading) {
        static Sorted of(Reference work) {
            String heading = fold(work.heading());
            return new Sorted(
                    work,
                    work.authors().isEmpty()
                            ? heading
                            : fold(work.authors().getFirst().inverted()),
                    heading);
        }
    }

    private static List<Reference> sorted(List<Reference> works) {
        return works.stream()
                .map(Sorted::of)
                .sorted(AS_BIBLIOGRAPHIES_DO)
                .map(Sorted::work)
                .toList();
    }
}
