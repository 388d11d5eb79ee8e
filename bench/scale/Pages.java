import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Asks a server for each kind of page when it has never shown it, and again; then drops a summary, and asks again. */
final class Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN = 20;
    private static final int CLIENTS = 8;
    private static final int NEARBY = 200;
    private static final double TICKS = 100;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String home;
    private final Path process;
    private final Path store;

    private Pages(String home, String pid, Path store) {
        this.home = home;
        this.process = Path.of("/proc", pid);
        this.store = store;
    }

    /** @param arguments the address of the first page, the id of the process, and the store that it serves */
    public static void main(String[] arguments) throws Exception {
        Pages pages = new Pages(arguments[0], arguments[1], Path.of(arguments[2]));
        System.out.printf("%-26s %10s %8s %10s %9s %8s%n", "page", "cold, ms", "CPU-s", "warm, ms", "kB", "RSS, MB");
        Map<String, String> places = pages.places();
        for (Map.Entry<String, String> place : places.entrySet()) {
            pages.measure(place.getKey(), place.getValue());
        }
        // the first drop waits for the words and rules of the reader to be loaded
        pages.drop(places);
        pages.drop(places);
    }

    /** An address of each kind, all about one summary that reports intervals. */
    private Map<String, String> places() {
        try (GraphArchive archive = GraphArchive.openForReading(store)) {
            List<ArchiveEntry> rows = archive.entries().stream().filter(ArchiveEntry::isRead).toList();
            int middle = rows.size() / 2;
            NamedGraph graph = archive.read(rows.get(middle));
            for (int i = middle; i < Math.min(middle + NEARBY, rows.size()) && value(graph, "ciLower").isEmpty(); i++) {
                NamedGraph other = archive.read(rows.get(i));
                graph = value(other, "ciLower").isEmpty() ? graph : other;
            }
            String summary = local(graph, graph.name());
            String topic = local(graph, object(graph, graph.name(), "http://purl.org/dc/terms/subject"));
            String type = local(graph, object(graph, graph.name(), "http://purl.org/dc/terms/type"));
            String citedWork = object(graph, graph.name(), "http://purl.org/spar/cito/citesAsSourceDocument");
            String work = local(graph, citedWork);
            String person = local(graph, object(graph, citedWork, "http://schema.org/author"));
            String venue = local(graph, object(graph, citedWork, "http://schema.org/isPartOf"));
            String month = "issue/" + summary.split("/")[1];
            String statistic = value(graph, "statistic");
            Map<String, String> places = new LinkedHashMap<>();
            places.put("questions (of no store)", "queries");
            places.put("home", "");
            places.put("topic", topic);
            places.put("topic, page 2", topic + "?page=2");
            places.put("topic, feed", topic + "/feed.rss");
            places.put("topic, CSV", topic + ".csv");
            places.put("type", type);
            places.put("month", month);
            places.put("summary", summary);
            places.put("summary.jsonld", summary + ".jsonld");
            places.put("study", work + ".html");
            places.put("person", person + ".html");
            places.put("venue", venue + ".html");
            places.put("search, a word", "search?q=alliance");
            places.put("search, a topic and a word", "search?topic=" + topic.substring(topic.indexOf('/') + 1) + "&q=therapist");
            places.put("search, nothing", "search");
            places.put("feed.rss", "feed.rss");
            places.put("feed.atom", "feed.atom");
            places.put("statistic", "statistics/" + statistic.substring(statistic.indexOf('#') + 1));
            places.put("statistics", "statistics");
            places.put("topics", "topic.html");
            places.put("works", "works");
            places.put("people", "person");
            places.put("venues", "venue");
            places.put("review", "review");
            places.put("sitemap.xml", "sitemap.xml");
            return places;
        }
    }

    private static String object(NamedGraph graph, String subject, String property) {
        return graph.graph()
                .find(NodeFactory.createURI(subject), NodeFactory.createURI(property), org.apache.jena.graph.Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(org.apache.jena.graph.Node::isURI)
                .mapWith(org.apache.jena.graph.Node::getURI)
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse(graph.base());
    }

    private static String value(NamedGraph graph, String term) {
        return graph.graph()
                .find(
                        org.apache.jena.graph.Node.ANY,
                        NodeFactory.createURI("https://w3id.org/precis/ns#" + term),
                        org.apache.jena.graph.Node.ANY)
                .mapWith(triple -> triple.getObject().toString())
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String local(NamedGraph graph, String iri) {
        return iri.substring(graph.base().length());
    }

    private void measure(String kind, String place) throws IOException, InterruptedException {
        double before = processorTime();
        Answer cold = get(place);
        double used = processorTime() - before;
        if (cold.status() == 0) {
            System.out.printf("%-26s %10s %8.2f%n", kind, "none", used);
            return;
        }
        double[] times = IntStream.range(0, AGAIN).mapToDouble(i -> get(place).millis()).sorted().toArray();
        System.out.printf(
                "%-26s %10.1f %8.2f %10.1f %9.1f %8.0f%s%n",
                kind, cold.millis(), used, times[AGAIN / 2], cold.bytes() / 1000.0, residentMegabytes(),
                cold.status() == 200 ? "" : " (status " + cold.status() + ")");
    }

    private record Answer(int status, double millis, int bytes) {}

    private Answer get(String place) {
        long start = System.nanoTime();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(home + place))
                    .timeout(PATIENCE)
                    .header("Accept", "*/*")
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), millisSince(start), response.body().length);
        } catch (HttpTimeoutException late) {
            return new Answer(0, millisSince(start), 0);
        } catch (IOException e) {
            return new Answer(0, millisSince(start), 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new summary in the watched folder: when it is seen, and how long pages take that were shown before. */
    private void drop(Map<String, String> places) throws IOException, InterruptedException {
        String name = "bench-" + System.currentTimeMillis();
        Path drop = store.resolve("drop");
        Path hidden = drop.resolve("." + name + ".md");
        Files.writeString(hidden, """
                ---
                title: %s
                month: 2099-01
                citation: "Almqvist, R. (2023). Twenty minutes at noon. Journal of Invented Sleep Studies, 4(2), 11–25."
                topics: [Attachment]
                type: Single studies
                ---
                A paragraph on the study.

                ## Practice Implications

                A paragraph on what follows.
                """.formatted(name));
        double before = processorTime();
        long start = System.nanoTime();
        Files.move(hidden, drop.resolve(name + ".md"));
        String page = "summary/2099-01/" + name;
        while (get(page).status() != 200 && millisSince(start) < PATIENCE.toMillis()) {
            Thread.sleep(20);
        }
        double shown = millisSince(start);
        while (!text("").contains(name) && millisSince(start) < PATIENCE.toMillis()) {
            Thread.sleep(20);
        }
        System.out.printf(
                "a drop is at its address after %.0f ms, on the first page after %.0f ms, %.2f CPU-s%n",
                shown, millisSince(start), processorTime() - before);
        for (String kind : List.of("topic", "summary", "search, a word", "feed.rss", "study")) {
            double used = processorTime();
            Answer answer = get(places.get(kind));
            System.out.printf("%-26s %10.1f %8.2f%n", kind + ", then", answer.millis(), processorTime() - used);
        }
        long together = System.nanoTime();
        double used = processorTime();
        String topic = places.get("topic").replace("topic/", "search?topic=");
        double[] times = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> get(topic), task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .mapToDouble(answer -> answer.join().millis())
                .toArray();
        System.out.printf(
                "%d clients at once for another page: %.0f ms at most, %.2f CPU-s in %.0f ms%n",
                CLIENTS, Arrays.stream(times).max().orElse(0), processorTime() - used, millisSince(together));
    }

    private String text(String place) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(home + place)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Seconds of user and system (proc(5)). */
    private double processorTime() throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private double residentMegabytes() throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
