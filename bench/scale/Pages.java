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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Asks a server for each kind of page when it has never shown it, and again; then drops a summary, and asks again. */
final class Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN = 20;
    private static final int CLIENTS = 8;

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
        Map<String, String> places = Addresses.of(Path.of(arguments[2]));
        for (Map.Entry<String, String> place : places.entrySet()) {
            pages.measure(place.getKey(), place.getValue());
        }
        // the first drop waits for the words and rules of the reader to be loaded
        pages.drop(places);
        pages.drop(places);
        System.out.println(Memory.of(pages.process));
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

    private double processorTime() throws IOException {
        return Memory.processorTime(process);
    }

    private double residentMegabytes() throws IOException {
        return Memory.of(process).resident();
    }
}
