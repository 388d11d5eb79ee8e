package dev.precis.pipeline.app.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.app.scale.FaultyProxy.Fault;
import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Registration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store elsewhere follows an archive over a network on which things go wrong. */
@Timeout(60)
class RemoteStoreIT {
    private static final String BASE = "https://blog.example/";

    @TempDir
    private Path folder;

    private static SomeStore remote;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private GraphArchive archive;

    @BeforeAll
    static void start() {
        remote = new SomeStore();
    }

    @AfterAll
    static void stop() {
        remote.close();
    }

    @BeforeEach
    void open() {
        remote.lose(Optional.empty());
        remote.proxy().faults(exchange -> Fault.NONE);
        remote.proxy().requests().clear();
        remote.proxy().authorizations().clear();
        archive = GraphArchive.open(folder.resolve("store"), () -> now);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private RemoteStore store(GraphArchive of, String address) {
        return store(of, address, "", InstantSource.system());
    }

    private RemoteStore store(GraphArchive of, String address, String base, InstantSource clock) {
        RemoteAddress where = new RemoteAddress.Converter().convert(address);
        RemoteClient client = new RemoteClient(where, Optional.empty());
        return new RemoteStore(
                of, base, client, where.sparql().toString(), Duration.ofMinutes(1), Duration.ofMillis(5), clock);
    }

    /** Puts graphs, each of some statements about one text, in a commit a graph. */
    private void put(int from, int to, String text) {
        for (int number = from; number < to; number++) {
            now = now.plusSeconds(1);
            put(archive, BASE + "summary/" + number, text + " " + number);
        }
    }

    private static void put(GraphArchive to, String name, String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String line : new String[] {text, text + " \"quoted\"\n\\ \uD83E\uDD89", "a third"}) {
            graph.add(Triple.create(
                    NodeFactory.createURI(name), DCTerms.title.asNode(), NodeFactory.createLiteralLang(line, "en")));
        }
        try (ArchiveBatch batch = to.batch()) {
            batch.put(new NamedGraph(name, BASE, graph));
            batch.commit();
        }
    }

    private void remove(int number) {
        now = now.plusSeconds(1);
        try (ArchiveBatch batch = archive.batch()) {
            batch.remove(BASE + "summary/" + number, "withdrawn", Registration.By.EDITOR);
            batch.commit();
        }
    }

    private SortedMap<String, String> kept() {
        SortedMap<String, String> graphs = new TreeMap<>();
        for (ArchiveEntry row : archive.entries()) {
            byte[] triples = RemoteComparison.triples(archive.read(row).graph());
            graphs.put(row.graph(), new String(triples, StandardCharsets.UTF_8));
        }
        return graphs;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesWhatIsPutChangedAndRemoved(boolean putting) {
        RemoteStore store = store(archive, putting ? remote.putting() : remote.updating());
        put(0, 110, "first");
        store.level();
        assertThat(remote.graphs()).isEqualTo(kept());

        put(5, 8, "second");
        remove(9);
        put(110, 111, "new");
        int before = remote.proxy().requests().size();
        store.level();

        assertThat(remote.graphs()).isEqualTo(kept()).hasSize(110);
        assertThat(store.version()).isEqualTo(archive.version());
        assertThat(remote.proxy().requests().size() - before)
                .as("only what changed")
                .isLessThan(12);
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        put(0, 10, "first");
        store(archive, remote.putting()).level();
        put(10, 11, "new");
        remote.proxy().requests().clear();

        store(archive, remote.putting()).level();
        assertThat(remote.graphs()).isEqualTo(kept());
        assertThat(remote.proxy().requests().stream()
                        .filter(one -> one.startsWith("PUT") && !one.contains("follower"))
                        .toList())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BROKEN", "REFUSED", "PAGE", "SWALLOWED", "CUT", "DEAF"})
    void losesNothingWhateverBecomesOfAPut(Fault fault) {
        put(0, 20, "first");
        RemoteStore store = store(archive, remote.putting());
        remote.proxy().fault("PUT", 11, 1, fault);
        assertThatThrownBy(store::level).isInstanceOf(RemoteException.class);
        assertThat(store.version()).isNotEqualTo(archive.version());

        store.level();
        assertThat(remote.graphs()).isEqualTo(kept());
        assertThat(store.version()).isEqualTo(archive.version());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BROKEN", "REFUSED", "PAGE", "SWALLOWED", "CUT", "DEAF"})
    void losesNothingWhateverBecomesOfAQuestion(Fault fault) {
        put(0, 5, "first");
        RemoteStore store = store(archive, remote.putting());
        store.level();
        put(5, 6, "new");
        remote.proxy().fault("POST", 1, 1, fault);
        assertThatThrownBy(store::level).isInstanceOf(RemoteException.class);

        store.level();
        assertThat(remote.graphs()).isEqualTo(kept());
    }

    /** A hundred and thirty commits, a break after the first hundred: the second attempt does not begin again. */
    @Test
    void remembersHowFarItCame() {
        put(0, 1, "first");
        RemoteStore store = store(archive, remote.putting());
        store.level();
        put(1, 131, "more");
        remote.proxy().fault("PUT", 110, 1, Fault.BROKEN);
        assertThatThrownBy(store::level).hasMessageContaining("500");
        assertThat(store.version().number()).isEqualTo(101);

        remote.proxy().faults(exchange -> Fault.NONE);
        remote.proxy().requests().clear();
        store(archive, remote.putting()).level();
        assertThat(remote.graphs()).isEqualTo(kept());
        assertThat(remote.proxy().requests().stream()
                        .filter(one -> one.startsWith("PUT") && !one.contains("follower"))
                        .toList())
                .hasSize(30);
    }

    @Test
    void fillsAStoreThatLostEverything() {
        put(0, 20, "first");
        RemoteStore store = store(archive, remote.putting());
        store.level();
        remote.lose(Optional.empty());

        store.level();
        assertThat(remote.graphs()).isEqualTo(kept()).hasSize(20);
    }

    @Test
    void fillsAStoreThatFollowedAnotherHistory() throws IOException {
        put(0, 3, "first");
        remove(1);
        RemoteStore store = store(archive, remote.putting());
        store.level();
        archive.close();
        Files.delete(folder.resolve("store/changes.jsonl"));
        Files.move(folder.resolve("store/followers"), folder.resolve("kept"));
        DurableFiles.deleteTree(folder.resolve("store"));
        now = now.plusSeconds(1000);
        archive = GraphArchive.open(folder.resolve("store"), () -> now);
        Files.move(folder.resolve("kept"), folder.resolve("store/followers"));
        put(2, 6, "another");

        store(archive, remote.putting()).level();
        assertThat(remote.graphs()).isEqualTo(kept()).hasSize(4);
    }

    @Test
    void goesBackWithAnArchiveThatWasRestored() throws IOException {
        put(0, 3, "first");
        store(archive, remote.putting()).level();
        archive.close();
        DurableFiles.copyTree(folder.resolve("store"), folder.resolve("kept"));
        archive = GraphArchive.open(folder.resolve("store"), () -> now);
        put(2, 5, "lost");
        store(archive, remote.putting()).level();
        archive.close();
        DurableFiles.deleteTree(folder.resolve("store"));
        Files.move(folder.resolve("kept"), folder.resolve("store"));
        archive = GraphArchive.open(folder.resolve("store"), () -> now);

        store(archive, remote.putting()).level();
        assertThat(remote.graphs()).isEqualTo(kept()).hasSize(3);
    }

    @Test
    void findsAndMendsWhatDiffersAndLeavesWhatIsNotOurs() {
        put(0, 5, "first");
        remove(0);
        RemoteStore store = store(archive, remote.putting());
        store.level();
        SortedMap<String, String> whole = remote.graphs();
        remote.lose(Optional.of(BASE + "summary/1"));
        RemoteClient other =
                new RemoteClient(new RemoteAddress.Converter().convert(remote.updating()), Optional.empty());
        String statement = "<https://other.example/a> <https://other.example/b> \"c\" .\n";
        for (String name : new String[] {BASE + "summary/2", BASE + "summary/0", "https://other.example/graph"}) {
            other.write(List.of(new RemoteClient.Write(name, statement.getBytes(StandardCharsets.UTF_8))));
        }
        whole.put("https://other.example/graph", statement);

        RemoteStore.Checked seen = store.verify(false);
        assertThat(seen.left()).hasSize(3);
        RemoteStore.Checked mended = store.verify(true);
        assertThat(mended.differences())
                .extracting(Object::toString)
                .anyMatch(line -> line.equals(BASE + "summary/1: is not there"))
                .anyMatch(line -> line.equals(BASE + "summary/0: is there and not in the archive"))
                .anyMatch(
                        line -> line.startsWith(BASE + "summary/2: says something else there, such as <https://other"))
                .hasSize(3);
        assertThat(mended.left()).isEmpty();
        assertThat(remote.graphs()).isEqualTo(whole);
        assertThat(store.mendLosses()).isZero();
        remote.lose(Optional.of(BASE + "summary/3"));
        assertThat(store.mendLosses()).isOne();
        assertThat(remote.graphs()).isEqualTo(whole);
    }

    /** Virtuoso gives back 20 where 20.0 was put: that is the same number, and nothing can be mended. */
    @Test
    void aValueThatIsWrittenOtherwiseIsNoDifference() {
        String name = BASE + "summary/0";
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(Triple.create(
                NodeFactory.createURI(name),
                DCTerms.extent.asNode(),
                NodeFactory.createLiteralDT("20.0", XSDDatatype.XSDdecimal)));
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(new NamedGraph(name, BASE, graph));
            batch.commit();
        }
        RemoteStore store = store(archive, remote.putting());
        store.level();
        String there = remote.graphs().get(name);
        try (RemoteClient other =
                new RemoteClient(new RemoteAddress.Converter().convert(remote.updating()), Optional.empty())) {
            other.write(List.of(write(name, there.replace("20.0", "20"))));
            assertThat(store.verify(true).differences()).isEmpty();
            assertThat(store.verify(true).otherwise()).isOne();
            other.write(List.of(write(name, there.replace("20.0", "20.1"))));
            assertThat(store.verify(true).differences()).hasSize(1);
        }
        assertThat(remote.graphs()).isEqualTo(kept());
    }

    private static RemoteClient.Write write(String name, String triples) {
        return new RemoteClient.Write(name, triples.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSecondOneWaitsUntilTheFirstIsGone() {
        put(0, 3, "first");
        RemoteStore first = store(archive, remote.putting());
        first.level();
        try (GraphArchive other = GraphArchive.open(folder.resolve("other"), () -> now)) {
            put(other, BASE + "summary/7", "of another archive");
            RemoteStore second = store(other, remote.putting());
            assertThatThrownBy(second::level).hasMessageContaining("another one (");
            assertThat(remote.graphs()).isEqualTo(kept());

            first.giveBack();
            second.level();
            assertThat(remote.graphs()).containsOnlyKeys(BASE + "summary/7");
            assertThatThrownBy(first::level).hasMessageContaining("writes to this store until");
            second.giveBack();
        }
        first.level();
        assertThat(remote.graphs()).as("knows that somebody else wrote").isEqualTo(kept());
    }

    @Test
    void whoDiedLeavesTheStoreToOthersInTime() {
        put(0, 1, "first");
        Instant[] time = {Instant.parse("2026-01-01T00:00:00Z")};
        store(archive, remote.putting(), "", () -> time[0]).level();
        try (GraphArchive other = GraphArchive.open(folder.resolve("other"), () -> now)) {
            RemoteStore second = store(other, remote.putting(), "", () -> time[0]);
            assertThatThrownBy(second::level).isInstanceOf(RemoteException.class);
            time[0] = time[0].plusSeconds(61);
            second.level();
        }
    }

    @Test
    void namesAreUnderAnotherBaseWhereOneIsGiven() {
        put(0, 2, "first");
        RemoteStore store = store(archive, remote.putting(), "https://mirror.example/x/", InstantSource.system());
        store.level();
        assertThat(remote.graphs())
                .containsOnlyKeys("https://mirror.example/x/summary/0", "https://mirror.example/x/summary/1");
        remove(0);
        store.level();
        assertThat(remote.graphs()).containsOnlyKeys("https://mirror.example/x/summary/1");
        assertThat(store.verify(true).differences()).isEmpty();
    }

    @Test
    void keepsUpByItselfAndTellsEachReasonOnce() throws Exception {
        put(0, 2, "first");
        StringWriter log = new StringWriter();
        Repeated.Pace quick = new Repeated.Pace(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(100));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Applier applier = new Applier(
                        archive,
                        store(archive, remote.putting()),
                        "somewhere",
                        new PrintWriter(log, true),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        quick)
                .start()) {
            applier.bindTo(registry);
            await(() -> remote.graphs().equals(kept()) && applier.remark().endsWith("has all"));
            remote.proxy().fault("POST", 0, Integer.MAX_VALUE, Fault.BROKEN);
            put(2, 4, "second");
            await(() -> registry.get("precis.remote.failures").gauge().value() >= 3);
            assertThat(registry.get("precis.remote.lag").gauge().value()).isEqualTo(2);
            assertThat(applier.remark()).contains("2 commits behind", "status 500");
            remote.proxy().faults(exchange -> Fault.NONE);
            await(() -> remote.graphs().equals(kept()) && applier.remark().endsWith("has all"));
            assertThat(registry.get("precis.remote.lag").gauge().value()).isZero();
            remote.lose(Optional.of(BASE + "summary/3"));
            await(() -> log.toString().contains("1 graphs were lost")); // said when it was mended and counted
            remote.lose(Optional.empty());
            await(() -> remote.graphs().equals(kept()));
        }
        assertThat(log.toString().lines().filter(line -> line.contains("status 500")))
                .hasSize(1);
        assertThat(log.toString()).contains("answers again");
    }

    @Test
    void credentialsAreSentAndNeverTold() throws IOException {
        put(0, 1, "first");
        Path file = Files.writeString(folder.resolve("secret"), "ada:hush hush\n");
        Optional<Credentials> credentials = Credentials.of(file, Map.of());
        RemoteAddress where = new RemoteAddress.Converter().convert(remote.putting());
        RemoteStore store = new RemoteStore(
                archive,
                "",
                new RemoteClient(where, credentials),
                "a",
                Duration.ofMinutes(1),
                Duration.ZERO,
                InstantSource.system());
        store.level();
        assertThat(remote.proxy().authorizations()).containsOnly("Basic YWRhOmh1c2ggaHVzaA==");
        remote.proxy().faults(exchange -> Fault.REFUSED);
        assertThatThrownBy(store::level)
                .hasMessageContaining("401")
                .hasMessageContaining(Credentials.VARIABLE)
                .message()
                .doesNotContain("hush", "YWRh");
        assertThat(credentials).hasToString("Optional[credentials]");
        assertThatThrownBy(() -> Credentials.of(null, Map.of(Credentials.VARIABLE, "hush")))
                .message()
                .contains("expected one line", Credentials.VARIABLE)
                .doesNotContain("hush");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 1000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
