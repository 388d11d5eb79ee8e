package dev.precis.sparql.site;

import dev.precis.sparql.face.Faces;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.redirect.OldAddress;
import dev.precis.sparql.site.Section.NavigationEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that is served, but the answers to SPARQL: each path in each representation, rendered once a version. */
public final class Site {
    /** So often a page is made before it is shown though the store changes again and again. */
    private static final int ATTEMPTS = 3;

    private static final List<Representation> ALL = List.of(Representation.values());

    private final Places places;
    private final Catalogue catalogue;
    private final Supplier<String> version;
    private final InstantSource changed;
    private final Function<String, Optional<Set<String>>> changes;
    private final List<Section> sections;
    private final List<Service> services;
    private final Departures departures;
    private final Feeds.Hub hub;
    private final Answers answers;
    private final Forwarding forwarding;
    private final Frames frames;
    private Edition edition;

    /**
     * @param version changes whenever what the catalogue tells does, or what else the sections tell
     * @param changed when that was last
     * @param changes which graphs changed since a version; empty if that is not known
     * @param sections the first that has a document at an address is asked for it
     * @param services asked before the sections
     * @param departures asked last
     * @param hub that passes on what is new
     * @param faces what blogs look like
     */
    public Site(
            Catalogue catalogue,
            Places places,
            Supplier<String> version,
            InstantSource changed,
            Function<String, Optional<Set<String>>> changes,
            List<Section> sections,
            List<Service> services,
            Departures departures,
            Feeds.Hub hub,
            Faces faces) {
        this.hub = hub;
        this.catalogue = catalogue;
        this.places = places;
        this.version = version;
        this.changed = changed;
        this.changes = changes;
        this.sections = List.copyOf(sections);
        this.services = List.copyOf(services);
        this.departures = departures;
        this.answers = new Answers(places, catalogue);
        this.forwarding = new Forwarding(places, catalogue, this.sections, departures, answers);
        this.frames = new Frames(places, this::navigation, faces);
        this.edition = new Edition(version.get(), now(), catalogue.blogs(), frames, departures);
    }

    /** The path of the base IRI: what the path of every page begins with. */
    public String basePath() {
        return places.base().path();
    }

    /** Where everything is. */
    public Places places() {
        return places;
    }

    /** Another one whenever anything here is. */
    public String version() {
        return version.get();
    }

    /** All feeds that a hub is told of. */
    public List<String> topics() {
        return edition().blogs().stream().flatMap(Feeds.Hub::topics).toList();
    }

    /** Those that it is told of when graphs of these names changed. */
    public List<String> topics(Set<String> changed) {
        Edition current = edition();
        return changed.stream()
                .flatMap(graph -> current.blogOf(graph).stream())
                .distinct()
                .flatMap(Feeds.Hub::topics)
                .toList();
    }

    /** The resources that have a document. */
    public Stream<String> resources() {
        Edition current = edition();
        return sections.stream().flatMap(section -> section.resources(current)).distinct();
    }

    /**
     * The answer to a GET.
     *
     * @param target what follows the base, such as {@code summary/2020-09/slug.ttl} or {@code search?q=alliance}, not
     *     decoded
     * @param accept the Accept field; empty if there is none
     */
    public Response get(String target, String accept) {
        for (int attempt = 1; ; attempt++) {
            Edition current = edition();
            Response response = get(current, target, accept);
            // what was read may be newer than the version that the page was framed by
            if (attempt == ATTEMPTS || current.version().equals(version.get())) {
                return response;
            }
        }
    }

    /**
     * The same for somebody who may leave before it is made.
     *
     * @param gone whether they have
     * @throws dev.precis.sparql.query.asker.Abandoned if they had
     */
    public Response get(String target, String accept, BooleanSupplier gone) {
        return catalogue.awaiting(gone, () -> get(target, accept));
    }

    /**
     * Writes an answer that is made while it is sent, all of it from one state of the store: that of which its tag
     * tells.
     *
     * @param asked the version that the site had before it was asked for the answer
     * @param open asked once, before the first byte, where to
     * @return whether it was written; nothing was where the store is another by now, and the answer too
     * @throws IOException if nobody takes it
     */
    public boolean write(Response answer, String asked, Opening open) throws IOException {
        try {
            return catalogue.atOnce(() -> {
                if (!asked.equals(version.get())) {
                    return false;
                }
                try {
                    OutputStream out = open.out();
                    answer.writeTo(out);
                    // only what is whole may end as if it were
                    out.close();
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** Where an answer is written to. */
    @FunctionalInterface
    public interface Opening {
        OutputStream out() throws IOException;
    }

    /** The page for an address that nothing is at, whichever it is. */
    public Response missing() {
        return answers.missing(edition());
    }

    private Response get(Edition current, String target, String accept) {
        Address address = Address.of(places.base().iri(), target);
        Optional<Representation> named = ALL.stream()
                .filter(representation -> address.iri().endsWith(representation.suffix()))
                .max(Comparator.comparingInt(
                        representation -> representation.suffix().length()));
        Wanted wanted = new Wanted(named, accept);
        String key = wanted.key() + " " + target;
        return current.cached(key).orElseGet(() -> {
            Response response =
                    hub.told(catalogue.atOnce(() -> answer(current, address, wanted)), current.blogs(), address.iri());
            if (isKept(response)) {
                current.keep(key, response);
            }
            return response;
        });
    }

    /** Pictures are read and not rendered; what must not be stored is another answer each time. */
    private static boolean isKept(Response response) {
        return response.status() == 200
                && response.file().isEmpty()
                && response.writing().isEmpty()
                && !response.contentType().startsWith("image/")
                && response.header("Cache-Control").filter("no-store"::equals).isEmpty();
    }

    /** The site as it is now. */
    public synchronized Edition edition() {
        String now = version.get();
        if (!edition.version().equals(now)) {
            // RFC 9110 section 8.8.2.2: two versions within one second must not look alike
            Instant after = edition.since().plusSeconds(1);
            edition = edition.next(
                    now, now().isAfter(after) ? now() : after, catalogue.blogs(), changes.apply(edition.version()));
        }
        return edition;
    }

    private List<Named> navigation(Optional<Blog> blog) {
        return sections.stream()
                .flatMap(section -> section.navigation(blog).stream())
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .map(NavigationEntry::place)
                .toList();
    }

    private Instant now() {
        return changed.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Response answer(Edition current, Address address, Wanted wanted) {
        // a parameter that an old address had means nothing here: a page would be shown as if it were not there
        Optional<Response> first = OldAddress.of("", address.parameters()).isRoot()
                ? forwarding.readAt(current, address, wanted, this::resources)
                : forwarding.formerly(current, address);
        return first.or(() -> forwarding.spelledOtherwise(current, address, wanted))
                .or(() -> services.stream()
                        .flatMap(service -> service.get(current, address).stream())
                        .findFirst())
                .or(() -> forwarding.departed(
                        current,
                        address,
                        wanted,
                        departed -> departed.successor().isPresent()))
                .or(() -> document(current, address, wanted).map(found -> answers.of(current, found, wanted)))
                .or(() -> answers.folder(current, address.iri()))
                .or(() -> forwarding.departed(current, address, wanted, departed -> true))
                .or(() -> forwarding.formerly(current, address))
                .orElseGet(() -> answers.notFound(current, address.iri(), wanted));
    }

    /** All addresses of sites that were here before, and what they lead to. */
    public Map<OldAddress, String> formerly() {
        return forwarding.formerly(edition(), resources().toList());
    }

    private Optional<Document> document(Edition current, Address address, Wanted wanted) {
        Address resource = wanted.resource(address);
        return sections.stream()
                .flatMap(section -> section.find(current, resource).stream())
                .findFirst()
                .map(document -> document.answeredAt(places));
    }
}
