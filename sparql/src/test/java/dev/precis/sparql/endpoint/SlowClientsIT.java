package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that never come to their end. */
class SlowClientsIT {
    private static final DatasetGraph STUDIES = Studies.dataset();
    private static final SparqlServer SERVER =
            new SparqlServer(STUDIES, Studies.site(STUDIES), ServerSettings.standard(0, true));
    private static final String HEAD = "GET /sparql?query=ASK HTTP/1.1\r\nHost: a\r\nX-Long: ";
    private static final String BODY = "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
            + "Content-Length: 1000\r\n\r\nSELECT";
    private static final String FIRST = "GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final int DRIP = 500;

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    @Timeout(120) // it would never end
    void endsWhatComesByTheByte() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = Stream.of(HEAD, BODY, FIRST + HEAD)
                    .map(request -> clients.submit(() -> drip(request)))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get())
                        .containsPattern("HTTP/1.1 408 .*\r\n")
                        .contains("Access-Control-Allow-Origin: *\r\n");
            }
        }
    }

    /** Sends a byte now and then until the connection is closed; all that was answered. */
    private static String drip(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
            socket.setSoTimeout(DRIP);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            while (!hasEnded(socket, answer)) {
                socket.getOutputStream().write('a');
            }
        }
        return answer.toString();
    }

    private static boolean hasEnded(Socket socket, StringBuilder answer) throws IOException {
        InputStream in = socket.getInputStream();
        try {
            int next = in.read();
            while (next >= 0) {
                answer.append((char) next);
                next = in.read();
            }
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        }
    }
}
