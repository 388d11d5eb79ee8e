package dev.precis.sparql.site;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Authorship;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cited works of an edition, in the order of a bibliography, and who wrote the summaries. */
public final class References {
    private static final Comparator<Listed> AS_BIBLIOGRAPHIES_DO = Comparator.comparing(Listed::author)
            .thenComparing(Listed::year)
            .thenComparing(Listed::heading)
            .thenComparing(Listed::iri);

    private static final int AT_ONCE = 500;

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

    /**
     * A cited work in the lists of all of them; it is read whole where it is shown.
     *
     * @param container the journal or book that it appeared in, if it is known
     * @param people who wrote it, then who edited it, each as an index has their name
     * @param author what a bibliography sorts it by first
     */
    public record Listed(String iri, String year, Named container, List<Named> people, String author, String heading) {
        public Listed {
            people = List.copyOf(people);
        }

        /** @param once the same for names that are the same: most journals and many people stand in many works */
        private static Listed of(Reference work, UnaryOperator<Named> once) {
            String heading = fold(work.heading());
            return new Listed(
                    work.iri(),
                    work.year(),
                    once.apply(work.container()),
                    contributors(work)
                            .map(person -> once.apply(new Named(person.person(), person.inverted())))
                            .toList(),
                    work.authors().isEmpty()
                            ? heading
                            : fold(work.authors().getFirst().inverted()),
                    heading);
        }
    }

    /** All works, in the order of a bibliography, and who wrote the summaries; kept from version to version. */
    private record Whole(Cards cards, List<Listed> works, List<Authorship> authorships) {
        static Whole read(Cards cards, Catalogue catalogue) {
            return new Whole(
                    cards,
                    listed(cards.all().stream().flatMap(card -> card.works().stream()), catalogue)
                            .sorted(AS_BIBLIOGRAPHIES_DO)
                            .toList(),
                    catalogue.authorships());
        }

        /** The same after these graphs changed: what the summaries cited before or cite now is read again. */
        Whole after(Set<String> changed, Cards now, Catalogue catalogue) {
            Set<String> again = Stream.of(cards, now)
                    .flatMap(some -> changed.stream().flatMap(graph -> some.named(graph).stream()))
                    .flatMap(card -> card.works().stream())
                    .collect(Collectors.toSet());
            return new Whole(
                    now,
                    Stream.concat(
                                    works.stream().filter(work -> !again.contains(work.iri())),
                                    listed(again.stream(), catalogue))
                            .sorted(AS_BIBLIOGRAPHIES_DO)
                            .toList(),
                    Stream.concat(
                                    authorships.stream().filter(one -> !changed.contains(one.summary())),
                                    catalogue.authorships(changed).stream())
                            .toList());
        }

        /** Read some at a time: all of them whole are more than there is room for. */
        private static Stream<Listed> listed(Stream<String> works, Catalogue catalogue) {
            List<String> all = works.distinct().toList();
            Map<Named, Named> names = new HashMap<>();
            UnaryOperator<Named> once = name -> names.computeIfAbsent(name, one -> one);
            return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                    .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .flatMap(some -> catalogue.references(some).stream().map(work -> Listed.of(work, once)));
        }
    }

    private Whole whole() {
        return edition.once(
                Whole.class,
                () -> Whole.read(cards(), catalogue),
                (before, changed) -> before.after(changed, cards(), catalogue));
    }

    /** The text as it is sorted: without regard to case and accents. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Those that a blog cites. */
    public List<Listed> of(Blog blog) {
        return whole().works().stream()
                .filter(work -> IriTemplate.WORK.isOf(blog.root(), work.iri()))
                .toList();
    }

    /** All of them. */
    public List<Listed> all() {
        return whole().works();
    }

    /** Some of them, whole. */
    public List<Reference> read(List<Listed> some) {
        return sorted(works(some.stream().map(Listed::iri).toList()));
    }

    public Optional<Reference> named(String iri) {
        return works(List.of(iri)).stream().findFirst();
    }

    /**
     * The work with a DOI, of that blog if it cites it. Several with the same DOI are one that is cited in several
     * ways.
     */
    public Optional<Reference> withDoi(String doi, Blog blog) {
        return doi.isEmpty()
                ? Optional.empty()
                : works(catalogue.worksWithDoi(doi)).stream()
                        .filter(reference -> reference.identifiers().doi().equals(doi))
                        .min(Comparator.comparing((Reference reference) ->
                                        !reference.iri().startsWith(blog.root()))
                                .thenComparing(Reference::iri));
    }

    /** These works, with the names that are used for people and journals. */
    private List<Reference> works(Collection<String> some) {
        return catalogue.references(some).stream()
                .map(work -> work.with(spellings()))
                .toList();
    }

    /** Which names are used for which. */
    public Spellings spellings() {
        return Spellings.of(edition, catalogue);
    }

    /**
     * Somebody who wrote or edited a work or wrote a summary, in that spelling: called as the first of their works has
     * it, else as the blog does.
     */
    public Optional<Named> person(String iri) {
        List<String> first = all().stream()
                .filter(work -> work.people().stream().anyMatch(one -> one.iri().equals(iri)))
                .map(Listed::iri)
                .limit(1)
                .toList();
        return catalogue.references(first).stream()
                .flatMap(References::contributors)
                .filter(contributor -> contributor.person().equals(iri))
                .findFirst()
                .map(contributor -> new Named(iri, contributor.natural()))
                .or(() -> catalogue.authorships(iri).stream()
                        .map(Authorship::person)
                        .findFirst()
                        .map(author -> new Named(iri, author.name())));
    }

    /** A journal or book that something cited appeared in, in that spelling. */
    public Optional<Named> venue(String iri) {
        return all().stream()
                .map(Listed::container)
                .filter(venue -> venue.iri().equals(iri))
                .findFirst();
    }

    /**
     * The summaries that cite what somebody wrote or edited or what appeared in a journal or book, or that they wrote.
     */
    public Set<String> summariesOf(String iri) {
        Set<String> works = Stream.concat(by(iri).stream(), in(iri).stream())
                .map(Listed::iri)
                .collect(Collectors.toSet());
        Stream<String> citing = cards().all().stream()
                .filter(card -> card.works().stream().anyMatch(works::contains))
                .map(card -> card.item().iri());
        return Stream.concat(citing, writtenBy(iri).stream().map(Item::iri)).collect(Collectors.toSet());
    }

    /** What appeared in a journal or book, in whichever spelling. */
    public List<Listed> in(String venue) {
        Spellings spellings = spellings();
        return whole().works().stream()
                .filter(work -> spellings.apply(work.container().iri()).equals(venue))
                .toList();
    }

    /** What somebody wrote or edited, in whichever spelling. */
    public List<Listed> by(String person) {
        Spellings spellings = spellings();
        return whole().works().stream()
                .filter(work -> work.people().stream()
                        .anyMatch(one -> spellings.apply(one.iri()).equals(person)))
                .toList();
    }

    /** Who wrote a work, then who edited it. */
    public static Stream<Contributor> contributors(Reference work) {
        return Stream.concat(work.authors().stream(), work.editors().stream());
    }

    /** What one summary cites: the work that it summarises comes first. */
    public List<Reference> citedIn(String summary) {
        List<String> works = cards().named(summary).map(Card::works).orElse(List.of());
        return works(works).stream()
                .sorted(Comparator.comparing((Reference work) -> works.indexOf(work.iri())))
                .toList();
    }

    /** What several summaries cite, each work once, in the order of a bibliography. */
    public List<Reference> citedBy(List<Item> summaries) {
        return sorted(works(summaries.stream()
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
        return items(spellings()
                .all(person)
                .flatMap(name -> catalogue.authorships(name).stream())
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

    private static List<Reference> sorted(List<Reference> works) {
        // what they are sorted by is made once a work, not with each comparison
        Map<String, Listed> keys = works.stream()
                .collect(Collectors.toMap(Reference::iri, work -> Listed.of(work, UnaryOperator.identity())));
        return works.stream()
                .sorted(Comparator.comparing(
                        (Reference work) -> Objects.requireNonNull(keys.get(work.iri())), AS_BIBLIOGRAPHIES_DO))
                .toList();
    }
}
