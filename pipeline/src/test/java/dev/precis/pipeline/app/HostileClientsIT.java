package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Clients that misbehave together: many, slow, impatient. Whoever asks beside them is answered as always. */
class HostileClientsIT {
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MOST_MEMORY = 900;
    /** MiB on disk for what others do not fetch. */
    private static final long MOST_KEPT = 512;

    private static final int TIMES = 5;
    private static final int CROWD = 4;
    private static final int MOST_OF_ONE_CLIENT = 4;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    @TempDir
    private static Path folder;

    private static PackagedProgram program;
    private static Wire wire;
    private static HonestClient honest;
    private static Figures figures;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        HostileIT.ingest(folder.resolve("store"));
        program = new PackagedProgram(folder, "--query-time", String.valueOf(LIMIT.toSeconds()), "--admin-port", "0");
        wire = new Wire(program.port(), PATIENCE);
        honest = new HonestClient(program, wire);
        figures = new Figures(program, PATIENCE);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @AfterEach
    void everythingIsGivenBack() throws IOException, InterruptedException {
        for (Socket socket : sockets) {
            socket.close();
        }
        assertThat(program.isIdleAfter(PATIENCE)).isTrue();
        assertThat(program.keptAnswers()).isZero();
        assertThat(program.peakMemory()).allMatch(memory -> memory < MOST_MEMORY);
        honest.ask();
    }

    /** A product of all triples, other than that with another number. */
    private static String product(String name, int number) {
        return "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != <urn:" + name + number
                + ">) }";
    }

    private static byte[] get(String query, String connection) {
        return ("GET /sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket send(String text) throws IOException {
        Socket socket = wire.connect();
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void askAFewTimes() {
        for (int i = 0; i < TIMES; i++) {
            honest.ask();
        }
    }

    @Test
    void fourHundredRequestsThatDoNotGoOnDisturbNobodyAndAreEnded() throws IOException {
        for (int i = 0; i < 200; i++) {
            send("POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
                    + "Content-Length: 1000\r\n\r\nSELECT");
            send("GET /sparql?query=ASK HTTP/1.1\r\nHost: a\r\nX-Long: ");
        }
        askAFewTimes();
        for (Socket socket : sockets) {
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.ISO_8859_1)).matches("(?s)|HTTP/1.1 4.*");
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "PRECIS_HOSTILE_TESTS", matches = "always") // half a minute
    void twoThousandConnectionsThatSayNothingDisturbNobody() throws IOException {
        for (int i = 0; i < 2_100; i++) {
            send("");
        }
        askAFewTimes();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "PRECIS_HOSTILE_TESTS", matches = "always") // half a minute
    void twoThousandConnectionsThatAreKeptDisturbNobody() throws IOException {
        for (int i = 0; i < 2_100; i++) {
            send("GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        askAFewTimes();
    }

    @Test
    void sixtyFourLongQueriesAtOnceAreRefusedOrEndedInTime() throws InterruptedException, ExecutionException {
        List<WireAnswer> answers;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireAnswer>> asked = IntStream.range(0, 64)
                    .mapToObj(i -> clients.submit(() -> wire.exchange(get(product("crowd", i), "close"))))
                    .toList();
            askAFewTimes();
            assertThat(figures.underWay("slow")).isLessThanOrEqualTo(MOST_OF_ONE_CLIENT);
            answers = new ArrayList<>();
            for (Future<WireAnswer> each : asked) {
                answers.add(each.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(429, 503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.isComplete()).isTrue();
            assertThat(answer.time()).isLessThan(LIMIT.multipliedBy(2));
        });
    }

    @Test
    void theQueriesOfClientsThatLeaveAreEnded() throws IOException {
        long ended = figures.ended();
        long gone = figures.ended("gone");
        for (int i = 0; i < CROWD; i++) {
            Socket socket = send(new String(get(product("gone", i), "close"), StandardCharsets.US_ASCII));
            while (figures.underWay("") == 0 && figures.ended() <= ended + i) {
                Thread.onSpinWait();
            }
            socket.close();
        }
        // what nobody stops is ended, too, but as something that took too long
        while (figures.ended() < ended + CROWD) {
            Thread.onSpinWait();
        }
        assertThat(figures.ended("gone")).isEqualTo(gone + CROWD);
    }

    @Test
    void answersComeInTheOrderOfTheRequestsAlsoIfTheFirstTakesLong() throws IOException {
        String ask = "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: a\r\n";
        Socket socket = send(new String(get(product("first", 0), "keep-alive"), StandardCharsets.US_ASCII) + ask
                + "\r\n" + ask + "Connection: close\r\n\r\n");
        String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(STATUS.matcher(answers).results().map(result -> result.group(1)))
                .containsExactly("503", "200", "200");
        assertThat(answers.split("\"boolean\" : true", -1)).hasSize(3);
    }

    @Test
    void largeAnswersThatAreFetchedByTheByteDoNotFillTheDisk() throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = wire.connect();
            sockets.add(socket);
            socket.setReceiveBufferSize(1 << 10);
            socket.getOutputStream().write(get(large(i), "close"));
        }
        long most = 0;
        for (Socket socket : sockets) {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).as("an answer has begun").isEqualTo('H');
            most = Math.max(most, program.keptAnswers() >> 20);
            honest.ask();
        }
        assertThat(most).as("MiB").isLessThan(MOST_KEPT);
    }

    /** Forty megabytes. */
    private static String large(int number) {
        return "SELECT ?m" + number + " { ?s ?p ?o BIND(\"" + "a".repeat(8_000) + "\" AS ?k) BIND(CONCAT("
                + "?k, ".repeat(120) + "STR(?o)) AS ?m" + number + ") } LIMIT 40";
    }

    @Test
    void twoHundredMegabytesInPiecesAreNotTakenIn() throws IOException {
        Socket socket = send("POST /sparql HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n");
        byte[] piece = ("186a0\r\n" + "a".repeat(100_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int pieces = 0;
        try {
            OutputStream out = socket.getOutputStream();
            for (; pieces < 2_000; pieces++) {
                out.write(piece);
            }
        } catch (IOException e) {
            // it is closed before it is over
        }
        assertThat(pieces).isLessThan(1_000);
    }

    @Test
    void aThousandRequestsAtOnceOnOneConnectionAreAnsweredOrEnded() throws IOException {
        String ask = "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: a\r\n";
        Socket socket = wire.connect();
        sockets.add(socket);
        byte[] requests =
                ((ask + "\r\n").repeat(999) + ask + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sent = sender.submit(() -> {
                socket.getOutputStream().write(requests);
                return true;
            });
            honest.ask();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(sent).succeedsWithin(PATIENCE);
            assertThat(STATUS.matcher(answers).results().map(MatchResult::group))
                    .hasSize(1_000);
        }
    }
}
