package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program with half a gigabyte, attacked: each attack has the right answer, and others notice nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileIT {
    /** All, or for whoever changes something only those that {@code -Dhostile.files=growth.rq} names. */
    private static final String FILES = System.getProperty(
            "hostile.files", "closed.rq products.rq patterns.rq growth.rq large.rq protocol.http site.http");

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int AGAIN = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** After which nobody would wait for an answer, however busy the machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Processor time that it may take to end what was stopped, and to clear away after it. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final long MOST_MEMORY = 900;
    private static final Set<Integer> LATER = Set.of(429, 503);

    @TempDir
    private static Path folder;

    private static Trap trap;
    private static PackagedProgram program;
    private static Wire wire;
    private static HonestClient honest;

    @BeforeAll
    static void start() throws IOException {
        ingest(folder.resolve("store"));
        trap = new Trap();
        program = new PackagedProgram(folder, "--query-time", String.valueOf(LIMIT.toSeconds()));
        wire = new Wire(program.port(), PATIENCE);
        honest = new HonestClient(program, wire);
    }

    /** The sample archive. */
    static void ingest(Path store) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String data = Path.of("..", "data").toString();
        String sources = Path.of("..", "data", "sources").toString();
        int exit = Main.run(out, out, "ingest", "--store", store.toString(), "--sources", sources, data);
        assertThat(exit).as(said.toString()).isZero();
    }

    @AfterAll
    static void stop() {
        program.close();
        trap.close();
    }

    static Stream<Attack> attacks() {
        return Stream.of(FILES.split(" "))
                .flatMap(file -> new AttackFile(file, program.port(), trap.address()).attacks());
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("attacks")
    void hasTheRightAnswerAndCostsOthersNothing(Attack attack) throws InterruptedException {
        Stopwatch watch = program.stopwatch();
        WireAnswer answer = wire.exchange(attack.request());
        Duration took = watch.time();
        for (int again = 0; again < AGAIN && wasNotGivenTheTime(attack, answer, took); again++) {
            watch = program.stopwatch();
            answer = wire.exchange(attack.request());
            took = watch.time();
        }

        boolean starved = wasNotGivenTheTime(attack, answer, took) && isBusy();
        assertThat(answer.status())
                .as("%s: %s%s", attack, answer.head(), answer.start())
                .isIn(starved ? LATER : attack.allowed());
        assertThat(took).as(attack.name()).isLessThan(LIMIT.plus(SECOND));
        assertThat(answer.time()).as(attack.name()).isLessThan(PATIENCE);
        assertThat(answer.isComplete()).as("whole: " + answer.head()).isTrue();
        assertThat(trap.hits()).isEmpty();
        checkHeaders(answer);
        checkText(answer);
        if (answer.time().compareTo(LIMIT) >= 0) {
            assertThat(program.isIdleAfter(SETTLED))
                    .as("the work of %s has ended", attack)
                    .isTrue();
        }
        honest.ask();
    }

    /** Whether others had the machine until the time of a query was over that would have ended. */
    private static boolean wasNotGivenTheTime(Attack attack, WireAnswer answer, Duration took) {
        return answer.status() == 503 && !attack.allowed().contains(503) && took.compareTo(LIMIT) < 0;
    }

    /** Whether so much else goes on that a query of a second may get a fraction of it, however often it is asked. */
    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > 2 * system.getAvailableProcessors();
    }

    private static void checkHeaders(WireAnswer answer) {
        assertThat(answer.head()).doesNotContain("evil.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        if (LATER.contains(answer.status())) {
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
        if (answer.status() == 405) {
            assertThat(answer.header("Allow")).isNotEmpty();
        }
    }

    /** No program, file or other host speaks from an answer; what looks like a page says what it may do. */
    private static void checkText(WireAnswer answer) {
        assertThat(answer.start()).doesNotContain("root:x:", "Exception", "\tat ");
        if (answer.status() == 200) {
            assertThat(answer.start()).doesNotContain("evil.example");
        } else {
            assertThat(answer.length())
                    .as("an error is told in short")
                    .isLessThan(answer.status() == 404 ? 300_000 : 4_000);
        }
        if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(answer.start()).doesNotContain("<script>alert");
        }
    }

    @Order(2)
    @Test
    void afterwardsItLivesAndHasGivenEverythingBack() throws IOException, InterruptedException {
        assertThat(program.isAlive()).as(program.complaints()).isTrue();
        assertThat(program.isIdleAfter(SETTLED)).isTrue();
        assertThat(program.keptAnswers()).isZero();
        assertThat(program.peakMemory()).allMatch(memory -> memory < MOST_MEMORY);
        assertThat(folder).isDirectoryNotContaining("glob:**precis-answer*");
        assertThat(trap.hits()).isEmpty();
    }
}
