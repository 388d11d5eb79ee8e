package dev.precis.pipeline.app.scale;

import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.ArchiveVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A graph in a store elsewhere that says who writes there, until when, and how far that store has come. SPARQL has no
 * lock: who takes it over looks a moment later whether somebody else did too, and what both write meanwhile is the same
 * if they follow the same archive.
 */
final class Lease {
    /** The graph, and what it speaks of. It is no part of what is published. */
    static final String GRAPH = Precis.NS.replace("ns#", "follower");

    private static final Node SELF = NodeFactory.createURI(GRAPH);

    private final RemoteClient client;
    private final String holder;
    private final Duration time;
    private final Duration pause;
    private final InstantSource clock;

    /**
     * @param holder what this archive is known by there
     * @param time that it holds without being renewed
     * @param pause before it is looked whether somebody else took it
     */
    Lease(RemoteClient client, String holder, Duration time, Duration pause, InstantSource clock) {
        this.client = client;
        this.holder = holder;
        this.time = time;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * What the graph says.
     *
     * @param version that the store has for sure
     */
    private record Said(String holder, Instant until, ArchiveVersion version) {}

    /**
     * Takes or renews it.
     *
     * @return the version that the store had from this archive; {@link ArchiveVersion#NONE} if it tells none
     * @throws RemoteException if somebody else has it
     */
    ArchiveVersion take() {
        Optional<Said> said = read();
        Instant now = clock.instant();
        boolean ours = said.filter(one -> one.holder().equals(holder)).isPresent();
        if (ours) {
            ArchiveVersion version = said.get().version();
            say(version, now.plus(time));
            return version;
        }
        said.filter(one -> one.until().isAfter(now)).ifPresent(this::refuse);
        say(ArchiveVersion.NONE, now.plus(time));
        sleep();
        read().filter(one -> !one.holder().equals(holder)).ifPresent(this::refuse);
        return ArchiveVersion.NONE;
    }

    private void refuse(Said other) {
        throw RemoteException.of("another one (" + other.holder() + ") writes to this store until " + other.until()
                + " at least: this one waits; end one of the two");
    }

    private void sleep() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteException.of("stopped");
        }
    }

    /** Renews it, and says how far the store has come. */
    void reached(ArchiveVersion version) {
        say(version, clock.instant().plus(time));
    }

    /** Lets others have it from now on. */
    void giveBack(ArchiveVersion version) {
        if (read().filter(one -> one.holder().equals(holder)).isPresent()) {
            say(version, clock.instant());
        }
    }

    private void say(ArchiveVersion version, Instant until) {
        String triples = line(DCTerms.publisher.getURI(), holder)
                + line(DCTerms.valid.getURI(), until.toString())
                + line(DCTerms.hasVersion.getURI(), Long.toString(version.number()))
                + line(DCTerms.modified.getURI(), version.committed().toString());
        client.write(List.of(new RemoteClient.Write(GRAPH, triples.getBytes(StandardCharsets.UTF_8))));
    }

    private static String line(String property, String value) {
        return "<" + GRAPH + "> <" + property + "> \"" + value + "\" .\n";
    }

    private Optional<Said> read() {
        Graph graph = client.graph(GRAPH);
        try {
            return value(graph, DCTerms.publisher.asNode())
                    .map(who -> new Said(
                            who,
                            Instant.parse(value(graph, DCTerms.valid.asNode()).orElse("")),
                            new ArchiveVersion(
                                    Long.parseLong(value(graph, DCTerms.hasVersion.asNode())
                                            .orElse("")),
                                    Instant.parse(value(graph, DCTerms.modified.asNode())
                                            .orElse("")))));
        } catch (NumberFormatException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(Graph graph, Node property) {
        return graph.find(SELF, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }
}
