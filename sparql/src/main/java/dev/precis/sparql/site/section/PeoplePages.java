package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Cited.Group;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Authorship;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for everyone who wrote or edited a cited work or wrote a summary, and an index of all of them. */
public final class PeoplePages implements Section {
    private final Catalogue catalogue;
    private final Places places;

    public PeoplePages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        return edition.blogOf(iri)
                .filter(blog -> iri.startsWith(Places.people(blog)))
                .flatMap(blog -> iri.equals(Places.people(blog))
                        ? Optional.of(index(edition, blog))
                        : Optional.of(iri)
                                .filter(person -> IriTemplate.PERSON.isOf(blog.root(), person))
                                .flatMap(person -> somebody(References.of(edition, catalogue), person))
                                .map(person -> person(edition, blog, person)));
    }

    @Override
    public String page(String resource) {
        return IriTemplate.PERSON.isOf(resource) ? Places.page(resource) : resource;
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap(
                        blog -> Stream.concat(Stream.of(Places.people(blog)), people(edition, blog).keySet().stream()));
    }

    /** @param sorted the name as an index has it */
    private record Person(String iri, String name, String sorted, List<Reference> works) {}

    /** Somebody by their IRI: called as the first of their works has it, else as the blog does. */
    private Optional<Person> somebody(References references, String iri) {
        List<Reference> works = references.by(iri);
        return works.stream()
                .flatMap(References::contributors)
                .filter(contributor -> contributor.person().equals(iri))
                .findFirst()
                .map(contributor -> new Person(iri, contributor.natural(), contributor.inverted(), works))
                .or(() -> catalogue.authorships(iri).stream()
                        .map(Authorship::person)
                        .findFirst()
                        .map(author -> new Person(iri, author.name(), author.name(), List.of())));
    }

    /** Everyone in a blog by their IRI; found out once an edition. */
    private Map<String, Person> people(Edition edition, Blog blog) {
        return edition.once(Everyone.class, () -> everyone(References.of(edition, catalogue)))
                .of(blog);
    }

    private record Everyone(Map<String, Person> people) {
        Map<String, Person> of(Blog blog) {
            Map<String, Person> here = new LinkedHashMap<>(people);
            here.keySet().removeIf(iri -> !IriTemplate.PERSON.isOf(blog.root(), iri));
            return here;
        }
    }

    private static Everyone everyone(References references) {
        Map<String, Person> people = new LinkedHashMap<>();
        for (Reference work : references.where(any -> true)) {
            for (Contributor contributor : References.contributors(work).toList()) {
                Person person = people.computeIfAbsent(
                        contributor.person(),
                        iri -> new Person(iri, contributor.natural(), contributor.inverted(), new ArrayList<>()));
                if (!person.works().contains(work)) {
                    person.works().add(work);
                }
            }
        }
        references
                .authorships()
                .forEach(authorship -> people.computeIfAbsent(
                        authorship.person().iri(),
                        iri -> new Person(
                                iri,
                                authorship.person().name(),
                                authorship.person().name(),
                                List.of())));
        return new Everyone(people);
    }

    private Document index(Edition edition, Blog blog) {
        References references = References.of(edition, catalogue);
        Map<String, Integer> written = new HashMap<>();
        references.authorships().stream()
                .map(authorship -> new Named(authorship.person().iri(), authorship.summary()))
                .distinct()
                .forEach(authorship -> written.merge(authorship.iri(), 1, Integer::sum));
        List<Count> counts = people(edition, blog).values().stream()
                .map(person -> new Count(
                        person.iri(),
                        person.sorted(),
                        person.works().size() + written.getOrDefault(person.iri(), 0)))
                .toList();
        return Directory.of(
                edition,
                places,
                blog,
                new Named(Places.people(blog), "People"),
                "Everyone who wrote or edited a study that is cited here, or wrote a summary, and how many of them.",
                counts);
    }

    private Document person(Edition edition, Blog blog, Person person) {
        References references = References.of(edition, catalogue);
        CitedWorks cited = new CitedWorks(references);
        List<Item> written = references.writtenBy(person.iri());
        List<Group> roles = Stream.concat(
                        cited.group("Wrote", in(person, Role.AUTHOR)), cited.group("Edited", in(person, Role.EDITOR)))
                .toList();
        String description = "Works and summaries of " + person.name() + " in " + blog.name();
        List<Named> entries = Stream.concat(
                        person.works().stream().map(work -> new Named(work.iri(), work.heading())),
                        written.stream().map(item -> new Named(item.iri(), item.title())))
                .toList();
        return new ListPage(edition, places, blog, new Named(person.iri(), person.name()))
                .about("Person")
                .described(description)
                .below(new Named(Places.people(blog), "People"))
                .of(entries)
                .citing(person.works(), person.works())
                .with(() -> catalogue.describe(person.iri()))
                .document(frame -> Pages.person(frame, written, roles));
    }

    private enum Role {
        AUTHOR,
        EDITOR
    }

    private static List<Reference> in(Person person, Role role) {
        return person.works().stream()
                .filter(work -> (role == Role.AUTHOR ? work.authors() : work.editors())
                        .stream().anyMatch(contributor -> contributor.person().equals(person.iri())))
                .toList();
    }
}
