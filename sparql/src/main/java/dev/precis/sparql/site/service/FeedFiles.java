package dev.precis.sparql.site.service;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Feeds;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.write.feed.FeedFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The feeds: the newest of a blog, topic, type of research, month, search, person and journal, in every format. */
public final class FeedFiles implements Service {
    /** Where other programs have the feed of a site or of a list, and people look for it. */
    private static final Map<FeedFormat, List<String>> USUAL = Map.of(
            FeedFormat.RSS, List.of("feed", "feed/", "feed/rss2/", "rss", "rss/", "rss.xml", "feed.xml", "index.xml"),
            FeedFormat.ATOM, List.of("feed/atom", "feed/atom/", "atom", "atom/", "atom.xml"));

    /** These names, below the address of a blog. */
    public static List<String> usualNames() {
        return USUAL.values().stream().flatMap(List::stream).toList();
    }

    private final Catalogue catalogue;

    public FeedFiles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        return format(address.iri())
                .flatMap(format ->
                        of(edition, address, (summaries, source) -> answer(edition, format, source, summaries)))
                .or(() -> usual(edition, address));
    }

    /** What is made of the summaries of the feed at an address, if there is one. */
    private Optional<Response> of(Edition edition, Address feed, BiFunction<Summaries, FeedSource, Response> answer) {
        return edition.blogOf(feed.iri())
                .map(blog -> Summaries.of(edition, catalogue, blog))
                .flatMap(summaries -> source(summaries, feed)
                        .or(() -> resource(edition, summaries.blog(), list(feed)))
                        .map(source -> answer.apply(summaries, source)));
    }

    private Optional<Response> usual(Edition edition, Address address) {
        return USUAL.entrySet().stream()
                .flatMap(names -> names.getValue().stream()
                        .map(name -> "/" + name)
                        .filter(address.iri()::endsWith)
                        .map(name -> address.iri().substring(0, address.iri().length() - name.length() + 1)
                                + names.getKey().file())
                        .flatMap(file ->
                                moved(edition, names.getKey(), new Address(file, address.parameters())).stream()))
                .findFirst();
    }

    // 301 and not 308: what reads feeds may be old
    private Optional<Response> moved(Edition edition, FeedFormat format, Address feed) {
        return of(edition, feed, (summaries, source) -> {
            String place = source.address(format);
            return Response.of(301, Answers.TEXT, place + "\n", edition.since(), new Header("Location", place));
        });
    }

    /** The format that an address asks for, if it is the address of a feed. */
    private static Optional<FeedFormat> format(String address) {
        return Arrays.stream(FeedFormat.values())
                .filter(format -> address.endsWith("/" + format.file()))
                .findFirst();
    }

    private Response answer(Edition edition, FeedFormat format, FeedSource source, Summaries summaries) {
        byte[] body =
                Feeds.followed(edition, source, summaries, catalogue).feed().apply(format);
        return new Response(200, format.contentType(), body, edition.since(), List.of(Answers.REVALIDATE));
    }

    /** The list that has a feed at that address. */
    private static String list(Address feed) {
        return feed.iri().substring(0, feed.iri().lastIndexOf('/'));
    }

    /** People and journals are followed by what is summed up of theirs. */
    private Optional<FeedSource> resource(Edition edition, Blog blog, String iri) {
        References references = References.of(edition, catalogue);
        Optional<Named> resource = IriTemplate.PERSON.isOf(blog.root(), iri)
                ? references.person(iri)
                : IriTemplate.VENUE.isOf(blog.root(), iri) ? references.venue(iri) : Optional.empty();
        return resource.map(named -> FeedSource.of(blog, named));
    }

    /** What the feed at an address is made of. */
    private static Optional<FeedSource> source(Summaries summaries, Address address) {
        Blog blog = summaries.blog();
        String list = list(address);
        if ((list + "/").equals(blog.root())) {
            return Optional.of(FeedSource.of(blog));
        }
        return list.equals(Places.search(blog)) ? search(summaries, address) : concept(summaries, list);
    }

    /** A feed of everything is not what somebody wants who asked for a topic that is no more: so there is none. */
    private static Optional<FeedSource> search(Summaries summaries, Address address) {
        Choices.Asked asked = summaries.choices().read(address.parameters());
        return asked.unknown().isEmpty()
                ? Optional.of(FeedSource.of(summaries.blog(), asked.selection()))
                : Optional.empty();
    }

    private static Optional<FeedSource> concept(Summaries summaries, String iri) {
        String root = summaries.blog().root();
        return concept(summaries, Facet.TOPIC, IriTemplate.TOPIC.read(root, iri), iri)
                .or(() -> concept(summaries, Facet.TYPE, IriTemplate.TYPE.read(root, iri), iri))
                .or(() -> concept(summaries, Facet.MONTH, IriTemplate.ISSUE.read(root, iri), iri));
    }

    private static Optional<FeedSource> concept(
            Summaries summaries, Facet facet, Optional<List<String>> name, String iri) {
        return name.flatMap(parts -> summaries.choices().find(facet, parts.getFirst()))
                .map(choice -> FeedSource.of(summaries.blog(), iri, choice));
    }
}
