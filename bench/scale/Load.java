import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** So many clients that ask a server for pages and ready-made answers at a steady pace: how long each takes. */
final class Load {
    private static final int CLIENTS = 16;
    private static final int A_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES =
            List.of("home", "topic", "summary", "search, a word", "search, a topic and a word", "feed.rss", "topic, feed");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String home;
    private final Path process;
    private final Map<String, List<Double>> times = new ConcurrentHashMap<>();

    private Load(String home, Path process) {
        this.home = home;
        this.process = process;
    }

    /** @param arguments the address of the first page, the id of the process, the store that it serves, and seconds */
    public static void main(String[] arguments) throws Exception {
        Load load = new Load(arguments[0], Path.of("/proc", arguments[1]));
        Map<String, String> addresses = Addresses.of(Path.of(arguments[2]));
        Map<String, String> asked = new LinkedHashMap<>();
        PAGES.forEach(page -> asked.put(page, addresses.getOrDefault(page, "")));
        Map<String, String> whole = new LinkedHashMap<>();
        for (CompetencyQuery query : CompetencyQueries.read().all()) {
            (query.parameters().isEmpty() ? whole : asked).put(query.name(), address(query));
        }
        System.out.printf("%-32s %10s %8s%n", "first", "ms", "CPU-s");
        load.first(asked);
        System.out.println("over the whole store:");
        load.first(whole);
        load.press(List.copyOf(asked.entrySet()), Integer.parseInt(arguments[3]));
        load.tell();
    }

    /** A ready-made answer with the values that its page suggests. */
    private static String address(CompetencyQuery query) {
        String form = query.answersWithAGraph() ? ".ttl" : ".csv";
        return "api/" + query.name() + form
                + query.parameters().stream()
                        .flatMap(parameter -> parameter.values().stream()
                                .limit(1)
                                .map(value -> parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private void first(Map<String, String> asked) throws IOException {
        for (Map.Entry<String, String> one : asked.entrySet()) {
            double before = Memory.processorTime(process);
            long start = System.nanoTime();
            String status = get(one.getValue());
            System.out.printf(
                    "%-32s %10.0f %8.2f%s%n",
                    one.getKey(), (System.nanoTime() - start) / 1e6, Memory.processorTime(process) - before, status);
        }
    }

    /** Each request has its time; one that is late because of another is late. */
    private void press(List<Map.Entry<String, String>> asked, int seconds) throws Exception {
        double before = Memory.processorTime(process);
        long start = System.nanoTime();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int own = i;
            clients.add(Thread.ofPlatform().start(() -> {
                for (int n = own; n < seconds * A_SECOND; n += CLIENTS) {
                    long planned = start + n * (1_000_000_000L / A_SECOND);
                    sleepUntil(planned);
                    Map.Entry<String, String> one = asked.get(n % asked.size());
                    String status = get(one.getValue());
                    times.computeIfAbsent(one.getKey() + status, kind -> Collections.synchronizedList(new ArrayList<>()))
                            .add((System.nanoTime() - planned) / 1e6);
                }
            }));
        }
        for (Thread one : clients) {
            one.join();
        }
        System.out.printf(
                "%d clients, %d requests a second, %d s: %.2f of a processor%n",
                CLIENTS, A_SECOND, seconds, (Memory.processorTime(process) - before) / seconds);
    }

    private static void sleepUntil(long planned) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, planned - System.nanoTime()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if it was answered, else what came in its place. */
    private String get(String place) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home + place))
                    .timeout(PATIENCE)
                    .header("Accept", "*/*")
                    .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? "" : " (status " + status + ")";
        } catch (IOException none) {
            return " (no answer)";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell() throws IOException {
        System.out.printf("%-32s %8s %8s %8s %8s %8s%n", "ms", "number", "p50", "p95", "p99", "most");
        List<Double> all = new ArrayList<>();
        new TreeMap<>(times).forEach((kind, some) -> {
            all.addAll(some);
            line(kind, some);
        });
        line("all", all);
        System.out.println(Memory.of(process));
    }

    private static void line(String kind, List<Double> some) {
        List<Double> sorted = some.stream().sorted().toList();
        System.out.printf(
                "%-32s %8d %8.1f %8.1f %8.1f %8.1f%n",
                kind, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.getLast());
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }
}
