package dev.precis.pipeline.route;

import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveEntry.Facts;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Registration;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;

/** What register and archive tell of a summary that was kept before; read when it is asked for. */
final class Kept {
    private final GraphArchive archive;
    private final String source;
    private final Home home;
    private final String name;
    private final Optional<Registration> registration;
    private Optional<NamedGraph> graph = Optional.empty();
    private boolean looked;

    /**
     * @param source id of the source, which keys begin with in the register
     * @param home of the source
     */
    Kept(GraphArchive archive, String source, Home home, String name) {
        this.archive = archive;
        this.source = source;
        this.home = home;
        this.name = name;
        this.registration = archive.registration(name);
    }

    /** Whether the name stands for something that is known by a key. */
    boolean isTaken() {
        return registration
                .filter(row -> !row.keys().isEmpty() || row.removed().isPresent())
                .isPresent();
    }

    /**
     * What is to say of a summary that is read again though it was taken out; empty if it may come again.
     *
     * @param content digest of what it would say
     * @param again whether it is read from what was read before, so that it is not there again
     */
    Optional<Notice> staysAway(String content, boolean again) {
        return registration
                .filter(row -> row.removed()
                        .filter(tombstone -> again || tombstone.by() == Registration.By.EDITOR)
                        .isPresent())
                .map(row -> row.content().equals(content)
                        ? Notice.info("taken-back", name, "was taken back, and stays away")
                        : Notice.warning(
                                "taken-back",
                                name,
                                "was taken back, and says something else now: ./precis reinstate " + name
                                        + " lets it come again"));
    }

    Identity identity() {
        Set<PostKey> keys = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (String key :
                registration.stream().flatMap(row -> row.keys().stream()).toList()) {
            for (PostKey.Kind kind : PostKey.Kind.values()) {
                String prefix = source + " " + kind.name().toLowerCase(Locale.ROOT) + " ";
                if (key.startsWith(prefix) && kind == PostKey.Kind.TITLE) {
                    titles.add(key.substring(prefix.length()));
                } else if (key.startsWith(prefix)) {
                    keys.add(home.meant(new PostKey(kind, key.substring(prefix.length()))));
                }
            }
        }
        return new Identity(keys, titles, this::citations);
    }

    /** What is to say of a reading that cites another work; nothing if it does not. */
    Optional<Notice> conflict(Draft draft, Works works) {
        List<String> cited = draft.citations().stream().map(Passage::text).toList();
        if (works.compare(cited, citations()) != Works.Likeness.OTHER) {
            return Optional.empty();
        }
        String message = "\"%s\" cites \"%s\", but %s cites \"%s\", which %s"
                .formatted(
                        draft.name(),
                        String.join("\", \"", cited),
                        name,
                        String.join("\", \"", citations()),
                        yieldsTo(draft) ? "is older and is replaced" : "stays");
        return Optional.of(
                Notice.warning("citation-conflict", draft.origin().address().toString(), message));
    }

    /**
     * Whether a reading may take its place although it cites another work: one of the same bytes, or one of the same
     * address or file that is not older.
     */
    boolean yieldsTo(Draft draft) {
        boolean sameBytes = hasSnapshotOf(draft);
        PostKey address = key(draft.origin().address().toString());
        boolean sameAddress =
                any(DCTerms.source).map(node -> key(node.toString())).anyMatch(address::equals);
        boolean sameFile = draft.origin().keys().stream()
                .anyMatch(key ->
                        key.kind() == PostKey.Kind.FILE && identity().keys().contains(key));
        return sameBytes || ((sameAddress || sameFile) && !isLaterThan(draft));
    }

    /** Whether an address means the page that it was read from. */
    boolean isAt(URI address) {
        return source().filter(page -> key(page.toString()).equals(key(address.toString())))
                .isPresent();
    }

    private PostKey key(String address) {
        return home.meant(PostKey.ofAddress(address));
    }

    /**
     * Whether the capture that it was read from was made after that of a draft, as far as both say when; what was made
     * after now, by a clock that was wrong, does not.
     */
    boolean isLaterThan(Draft draft) {
        Instant now = Instant.now();
        return draft.origin().captured().isPresent()
                && any(Prov.generatedAtTime)
                        .map(node -> Instant.parse(node.getLiteralLexicalForm()))
                        .filter(captured -> !captured.isAfter(now))
                        .anyMatch(draft.origin().captured().get()::isBefore);
    }

    /** The page that it was read from; empty for a file that told no address. */
    Optional<URI> source() {
        return facts().map(Facts::page)
                .or(() -> own(DCTerms.source).map(Node::getURI).findFirst())
                .filter(page -> !page.isEmpty())
                .map(URI::create);
    }

    /** The IRIs of its topics and types of research. */
    List<String> labels() {
        return facts().map(Facts::labels)
                .orElseGet(() -> Stream.of(DCTerms.subject, DCTerms.type)
                        .flatMap(this::own)
                        .map(Node::getURI)
                        .sorted()
                        .toList());
    }

    private Optional<Facts> facts() {
        return archive.entry(name).flatMap(ArchiveEntry::facts);
    }

    /** Whether it was read from the same bytes as a draft. */
    boolean hasSnapshotOf(Draft draft) {
        return archive.entry(name)
                .filter(row -> row.snapshot().equals(draft.origin().snapshot()))
                .isPresent();
    }

    List<String> citations() {
        return any(DCTerms.bibliographicCitation)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    /** Whether there is a graph of it, and an undamaged one: a damaged one is made anew by reading its source. */
    boolean isReadable() {
        return graph().isPresent();
    }

    /** What the summary itself has for a property; nothing where there is no graph to read. */
    Stream<Node> own(Property property) {
        return graph().stream().flatMap(kept -> kept.own(property));
    }

    /** In UTF-16 units; 0 where there is no text or no graph to read. */
    int lengthOfText() {
        return own(Schema.articleBody)
                .mapToInt(body -> body.getLiteralLexicalForm().length())
                .sum();
    }

    private Stream<Node> any(Property property) {
        return graph().stream()
                .flatMap(kept -> Iter.asStream(kept.graph().find(Node.ANY, property.asNode(), Node.ANY)))
                .map(Triple::getObject);
    }

    private Optional<NamedGraph> graph() {
        if (!looked) {
            looked = true;
            graph = archive.entry(name).filter(archive::isWhole).map(archive::read);
        }
        return graph;
    }
}
