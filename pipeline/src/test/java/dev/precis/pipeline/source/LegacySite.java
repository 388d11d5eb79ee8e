package dev.precis.pipeline.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/**
 * A web server that behaves as the blog Précis was made for: {@code /pprnet/blog?p=&cat_1=&cat_2=} with parameters in
 * any order, six posts a page, newest first, no permalinks, filters that combine and keep the page number, and the
 * first page again, silently, for a number past the last.
 */
public final class LegacySite implements AutoCloseable {
    public static final List<String> TOPICS =
            IntStream.rangeClosed(11, 18).mapToObj(id -> "cat_2=" + id).toList();
    public static final List<String> TYPES = List.of("cat_1=24", "cat_1=25", "cat_1=26");

    private static final int POSTS_A_PAGE = 6;

    private final String scheme;
    private final HttpServer server;
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, HttpHandler> exceptions = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger notModified = new AtomicInteger();
    private int slideAfter = Integer.MAX_VALUE;

    /** A post and the filters that list it. */
    public record Post(String title, YearMonth month, Set<String> filters) {}

    public LegacySite() {
        this("http", HttpServer::create);
    }

    private LegacySite(String scheme, Maker maker) {
        this.scheme = scheme;
        try {
            server = maker.make(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < 32; i++) {
            Set<String> filters = new TreeSet<>(List.of(
                    TOPICS.get(i % 8), TOPICS.get(i * 5 % 8), TOPICS.get(i / 5), TYPES.get(i % 2), TYPES.get(i / 12)));
            posts.add(new Post(
                    "Study number " + (100 - i) + "?", YearMonth.of(2023, 12).minusMonths(i / 3), filters));
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The same over TLS. */
    public static LegacySite secure(SSLContext keys) {
        return new LegacySite("https", (address, backlog) -> {
            HttpsServer server = HttpsServer.create(address, backlog);
            server.setHttpsConfigurator(new HttpsConfigurator(keys));
            return server;
        });
    }

    private interface Maker {
        HttpServer make(InetSocketAddress address, int backlog) throws IOException;
    }

    public URI address(String pathAndQuery) {
        return URI.create(scheme + "://localhost:" + port() + pathAndQuery);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Paths and queries asked for, in order, robots.txt left out. */
    public List<String> requests() {
        return requests.stream()
                .filter(request -> !request.equals("/robots.txt"))
                .toList();
    }

    public int requestsForRobots() {
        return requests.size() - requests().size();
    }

    /** How often the answer was that nothing has changed. */
    public int notModified() {
        return notModified.get();
    }

    /** From now on another post is the newest. */
    public void publish(Post post) {
        posts.addFirst(post);
    }

    /** From now on a post reads otherwise. */
    public void replace(Post post, Post edited) {
        posts.replaceAll(each -> each.equals(post) ? edited : each);
    }

    /** From now on another answer stands at a path and query. */
    public LegacySite at(String pathAndQuery, HttpHandler handler) {
        exceptions.put(pathAndQuery, handler);
        return this;
    }

    /** A new post pushes the others down after so many requests. */
    public LegacySite slidingAfter(int count) {
        slideAfter = count;
        return this;
    }

    public static HttpHandler text(int status, String contentType, String body) {
        return exchange -> send(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpHandler redirect(int status, String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "text/html", new byte[0]);
        };
    }

    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().toString();
        requests.add(request);
        if (requests().size() == slideAfter) {
            publish(new Post("Brand new", YearMonth.of(2024, 1), Set.of(TOPICS.getFirst(), TYPES.getFirst())));
        }
        HttpHandler exception = exceptions.get(request);
        if (exception != null) {
            exception.handle(exchange);
        } else if (request.equals("/robots.txt")) {
            send(
                    exchange,
                    200,
                    "text/plain",
                    "User-agent: *\nDisallow: /pprnet/blog/admin\n".getBytes(StandardCharsets.US_ASCII));
        } else if (exchange.getRequestURI().getPath().equals("/pprnet/blog")) {
            listing(exchange);
        } else {
            send(exchange, 404, "text/html", "<h1>Not found</h1>".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void listing(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String parameter :
                String.valueOf(exchange.getRequestURI().getQuery()).split("&")) {
            String[] pair = parameter.split("=", 2);
            query.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        List<String> filters = new ArrayList<>();
        for (String name : List.of("cat_1", "cat_2")) {
            if (!query.getOrDefault(name, "").isEmpty()) {
                filters.add(name + "=" + query.get(name));
            }
        }
        Predicate<Post> listed = post -> post.filters().containsAll(filters);
        List<Post> all = posts.stream().filter(listed).toList();
        int page = Integer.parseInt(query.getOrDefault("p", "1"));
        int from = (page - 1) * POSTS_A_PAGE < all.size() ? (page - 1) * POSTS_A_PAGE : 0;
        String html = LegacyPage.html(page, filters, all.subList(from, Math.min(all.size(), from + POSTS_A_PAGE)));
        // only the unfiltered pages have validators
        String etag = filters.isEmpty() ? "\"" + Integer.toHexString(html.hashCode()) + "\"" : "";
        if (!etag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        boolean known =
                !etag.isEmpty() && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        if (known) {
            notModified.incrementAndGet();
        }
        send(
                exchange,
                known ? 304 : 200,
                "text/html; charset=utf-8",
                known ? new byte[0] : html.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
