package dev.precis.pipeline.app.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.precis.pipeline.app.scale.FaultyProxy.Fault;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.Backup;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.StoreRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One archive becomes what another one is, over HTTP. */
@Timeout(60)
class ReplicaIT {
    private static final String BASE = "https://blog.example/";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private GraphArchive original;
    private GraphArchive copy;
    private HttpServer server;
    private FaultyProxy proxy;

    @BeforeEach
    void open() throws IOException {
        original = GraphArchive.open(folder.resolve("original"), () -> now);
        copy = GraphArchive.open(folder.resolve("copy"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ReplicaRoom.PATH, exchange -> new ReplicaRoom(original).handle(exchange));
        server.start();
        proxy = new FaultyProxy(server.getAddress().getPort());
    }

    @AfterEach
    void close() {
        proxy.close();
        server.stop(0);
        copy.close();
        original.close();
    }

    private Replica replica() {
        String address = proxy.address("");
        return new Replica(copy, new ReplicaSource(URI.create(address), Optional.empty()), address);
    }

    private void put(int number, String text) {
        now = now.plusSeconds(10);
        String name = BASE + "summary/" + number;
        String page = original.snapshots().put(("<p>" + text).getBytes(StandardCharsets.UTF_8), "text/html");
        original.snapshots().putText(page, text);
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(Triple.create(
                NodeFactory.createURI(name), DCTerms.title.asNode(), NodeFactory.createLiteralString(text)));
        try (ArchiveBatch batch = original.batch()) {
            batch.put(
                    new NamedGraph(name, BASE, graph),
                    new Origin("inputs " + text, text, page, List.of("key " + number)));
            batch.commit();
        }
    }

    private void remove(int number, Optional<Integer> successor) {
        now = now.plusSeconds(10);
        try (ArchiveBatch batch = original.batch()) {
            successor.ifPresentOrElse(
                    other -> batch.redirect(BASE + "summary/" + number, BASE + "summary/" + other, "said twice"),
                    () -> batch.remove(BASE + "summary/" + number, "withdrawn", Registration.By.EDITOR));
            batch.commit();
        }
    }

    /** Versions, digests, instants and register, and every byte of every graph and page. */
    private static List<String> all(GraphArchive archive) {
        List<String> all = new ArrayList<>();
        for (ArchiveEntry row : archive.entries()) {
            all.add(row.toString());
            all.add(new String(NQuads.write(archive.read(row)), StandardCharsets.UTF_8));
            all.add(archive.snapshots().text(row.snapshot()).orElse("no text"));
            all.add(archive.snapshots().contentType(row.snapshot()).orElse("no type"));
            assertThat(archive.defect(row)).isEmpty();
        }
        archive.registrations().forEach(row -> all.add(row.toString()));
        return all;
    }

    @Test
    void isWhatTheOriginalIs() {
        put(1, "one");
        put(2, "two");
        put(3, "three");
        remove(3, Optional.of(1));
        Replica replica = replica();
        assertThat(replica.follow()).isTrue();
        assertThat(all(copy)).isEqualTo(all(original));
        assertThat(replica.follow()).as("nothing new").isFalse();

        put(2, "two, corrected");
        put(4, "four");
        put(4, "four, corrected");
        remove(1, Optional.empty());
        assertThat(replica().follow()).isTrue();
        assertThat(all(copy)).isEqualTo(all(original));
        assertThat(copy.registration(BASE + "summary/4").orElseThrow().first())
                .isEqualTo(
                        original.registration(BASE + "summary/4").orElseThrow().first());
    }

    @Test
    void asksForNothingThatItHas() {
        put(1, "one");
        replica().follow();
        put(2, "two");
        proxy.requests().clear();
        replica().follow();
        assertThat(proxy.requests().stream().filter(one -> one.contains("graph?")))
                .hasSize(1);
    }

    @Test
    void takesEverythingAnewFromAnotherHistory() {
        put(1, "one");
        put(2, "two");
        replica().follow();
        original.close();
        DurableFiles.deleteTree(folder.resolve("original"));
        now = now.plusSeconds(1000);
        original = GraphArchive.open(folder.resolve("original"), () -> now);
        put(2, "two");
        put(5, "five");
        replica().follow();
        assertThat(all(copy)).isEqualTo(all(original));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BROKEN", "REFUSED", "PAGE", "DEAF"})
    void showsNoStateInBetween(Fault fault) {
        put(1, "one");
        Replica replica = replica();
        replica.follow();
        List<String> before = all(copy);
        put(1, "changed");
        put(2, "two");
        put(3, "three");
        proxy.fault("GET", 4, 2, fault); // a client asks twice where a connection breaks;
        assertThatThrownBy(replica::follow).isInstanceOf(RemoteException.class);
        assertThat(all(copy)).isEqualTo(before);

        proxy.faults(exchange -> Fault.NONE);
        replica.follow();
        assertThat(all(copy)).isEqualTo(all(original));
    }

    @Test
    void goesOnFromABackup() {
        put(1, "one");
        put(2, "two");
        copy.close();
        DurableFiles.deleteTree(folder.resolve("copy"));
        Backup.of(folder.resolve("original")).into(folder.resolve("copy"));
        copy = GraphArchive.open(folder.resolve("copy"));
        put(3, "three");
        replica().follow();
        assertThat(all(copy)).isEqualTo(all(original));
        assertThat(proxy.requests().stream().filter(one -> one.contains("graph?")))
                .hasSize(1);
    }

    @Test
    void refusesToReplaceWhatIsOfNobody() {
        put(1, "one");
        replica().follow();
        try (GraphArchive own = GraphArchive.open(folder.resolve("own"))) {
            Graph graph = GraphFactory.createDefaultGraph();
            graph.add(Triple.create(
                    NodeFactory.createURI(BASE + "summary/9"),
                    DCTerms.title.asNode(),
                    NodeFactory.createLiteralString("own")));
            try (ArchiveBatch batch = own.batch()) {
                batch.put(new NamedGraph(BASE + "summary/9", BASE, graph));
                batch.commit();
            }
            String address = proxy.address("");
            Replica replica = new Replica(own, new ReplicaSource(URI.create(address), Optional.empty()), address);
            assertThatThrownBy(replica::follow)
                    .isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("a replica begins with an empty folder");
            assertThat(own.entries()).hasSize(1);
        }
    }
}
