package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Cited.Group;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Feeds;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.References.Listed;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Summaries;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                        ? Optional.of(index(edition, blog, address))
                        : Optional.of(iri)
                                .filter(person -> IriTemplate.PERSON.isOf(blog.root(), person))
                                .flatMap(person -> somebody(References.of(edition, catalogue), person))
                                .map(person -> person(edition, blog, person, address)));
    }

    @Override
    public String page(String resource) {
        return IriTemplate.PERSON.isOf(resource) ? Places.page(resource) : resource;
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap(blog -> Stream.concat(
                        Stream.of(Places.people(blog)),
                        everyone(edition, blog).stream().map(Count::iri)));
    }

    private record Person(String iri, String name, List<Listed> works) {}

    private static Optional<Person> somebody(References references, String iri) {
        return references.person(iri).map(person -> new Person(iri, person.name(), references.by(iri)));
    }

    /** Everyone in a blog with the number of their works and summaries, each under one name. */
    private List<Count> everyone(Edition edition, Blog blog) {
        References references = References.of(edition, catalogue);
        Tally tally = new Tally(references.spellings());
        references.all().forEach(work -> tally.addEach(work.people()));
        Set<Named> written = new HashSet<>();
        references.authorships().stream()
                .filter(one -> written.add(new Named(one.person().iri(), one.summary())))
                .forEach(authorship -> tally.add(authorship.person()));
        return tally.counts().stream()
                .filter(person -> IriTemplate.PERSON.isOf(blog.root(), person.iri()))
                .toList();
    }

    private Document index(Edition edition, Blog blog, Address address) {
        return Directory.of(
                edition,
                places,
                blog,
                new Named(Places.people(blog), Phrases.of(blog.language()).say("people")),
                Phrases.of(blog.language()).say("people.explained"),
                everyone(edition, blog),
                address);
    }

    private Document person(Edition edition, Blog blog, Person person, Address address) {
        References references = References.of(edition, catalogue);
        CitedWorks cited = new CitedWorks(references);
        Phrases phrases = Phrases.of(blog.language());
        List<Item> all = references.writtenBy(person.iri());
        // works first, then summaries: a page has the end of the ones and the beginning of the others
        Part<String> part = Part.of(
                Stream.concat(
                                person.works().stream().map(Listed::iri),
                                all.stream().map(Item::iri))
                        .toList(),
                address,
                Places.page(person.iri()),
                Part.SIZE);
        Set<String> shown = Set.copyOf(part.shown());
        List<Reference> works = references.read(person.works().stream()
                .filter(work -> shown.contains(work.iri()))
                .toList());
        List<Item> written =
                all.stream().filter(item -> shown.contains(item.iri())).toList();
        List<Group> roles = Stream.concat(
                        cited.group(phrases.say("person.wrote"), in(person, works, Role.AUTHOR)),
                        cited.group(phrases.say("person.edited"), in(person, works, Role.EDITOR)))
                .toList();
        FeedSource source = FeedSource.of(blog, new Named(person.iri(), person.name()));
        String description = phrases.say("person.description", person.name(), blog.name());
        List<Named> entries = Stream.concat(
                        works.stream().map(work -> new Named(work.iri(), work.heading())),
                        written.stream().map(item -> new Named(item.iri(), item.title())))
                .toList();
        return new ListPage(edition, places, blog, new Named(person.iri(), person.name()))
                .about("Person")
                .described(description)
                .below(new Named(
                        Places.people(blog), Phrases.of(blog.language()).say("people")))
                .of(entries)
                .citing(works, !person.works().isEmpty(), () -> references.read(person.works()))
                .with(() -> references.spellings().describe(person.iri(), catalogue))
                .part(part.paging())
                .followedBy(source.links())
                .document(frame -> Pages.person(
                        frame,
                        written,
                        roles,
                        PrintedName.of(person.iri(), references.spellings(), references::person),
                        part.paging()))
                .with(Feeds.followed(edition, source, Summaries.of(edition, catalogue, blog), catalogue));
    }

    private enum Role {
        AUTHOR,
        EDITOR
    }

    private static List<Reference> in(Person person, List<Reference> works, Role role) {
        return works.stream()
                .filter(work -> (role == Role.AUTHOR ? work.authors() : work.editors())
                        .stream().anyMatch(contributor -> contributor.person().equals(person.iri())))
                .toList();
    }
}
