package dev.precis.pipeline.app.scale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Stands before a server and passes everything on, but where it is told to do something else. */
final class FaultyProxy implements AutoCloseable {
    static {
        // else each answer of the JDK's server waits 40 ms for a packet of its client
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What becomes of a request. */
    enum Fault {
        NONE,
        /** Status 500. */
        BROKEN,
        /** Status 401. */
        REFUSED,
        /** A page with status 200, as a hotel's network has it. */
        PAGE,
        /** Status 201, and nothing is passed on. */
        SWALLOWED,
        /** Half of it is read, then the connection ends. */
        CUT,
        /** It is passed on, then the connection ends without an answer. */
        DEAF
    }

    private final HttpServer server;
    private final int target;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Function<HttpExchange, Fault> faults = exchange -> Fault.NONE;

    FaultyProxy(int target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What becomes of requests from now on. */
    void faults(Function<HttpExchange, Fault> next) {
        faults = next;
    }

    /** The next so many requests of a method, after some others of it, meet with a fault. */
    void fault(String method, int after, int times, Fault fault) {
        int[] seen = new int[1];
        faults(exchange -> {
            if (!exchange.getRequestMethod().equals(method)) {
                return Fault.NONE;
            }
            synchronized (seen) {
                int number = seen[0]++;
                return number >= after && number < after + times ? fault : Fault.NONE;
            }
        });
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Method and query of all that came. */
    List<String> requests() {
        return requests;
    }

    List<String> authorizations() {
        return authorizations;
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
        try (exchange) {
            switch (faults.apply(exchange)) {
                case NONE -> pass(exchange, true);
                case BROKEN -> answer(exchange, 500, "text/plain", "out of order");
                case REFUSED -> answer(exchange, 401, "text/plain", "who are you");
                case PAGE -> answer(exchange, 200, "text/html", "<html><body>Please log in</body></html>");
                case SWALLOWED -> answer(exchange, 201, "text/plain", "");
                case CUT -> exchange.getRequestBody().readNBytes(1);
                case DEAF -> pass(exchange, false);
            }
        }
    }

    private void pass(HttpExchange exchange, boolean answered) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : List.of("Content-Type", "Accept", "Accept-Encoding")) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answered) {
                String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
                for (String name : List.of("Content-Encoding", "Precis-Type")) {
                    answer.headers()
                            .firstValue(name)
                            .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
                }
                answer(exchange, answer.statusCode(), type, answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        answer(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
