import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A client that means harm: asks what never ends, one after the other, leaves before the answer, sends half of it. */
final class Hostile implements Runnable {
    /** Half of a query is sent every so many times; every so many times the client leaves after a second. */
    private static final int HALF = 29;

    private static final int LEAVE = 7;
    private static final int SECOND = 1_000;
    private static final int PATIENCE = 60_000;
    private static final int VALUES = 3_000;
    private static final int DEEPEST = 5_000;
    /** Makes every query another text. */
    private static final AtomicInteger ASKED = new AtomicInteger();

    private final URI endpoint;
    private final String address;
    private final List<String> queries;
    private final long end;
    private int at;

    /** What was answered, by all of them. */
    final Map<String, LongAdder> outcomes;

    Hostile(URI endpoint, String address, int number, List<String> queries, long end, Map<String, LongAdder> outcomes) {
        this.endpoint = endpoint;
        this.address = address;
        this.at = number;
        this.queries = queries;
        this.end = end;
        this.outcomes = outcomes;
    }

    /** The queries of a folder. */
    static List<String> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> queries = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                queries.add(Files.readString(file));
            }
            return queries;
        }
    }

    @Override
    public void run() {
        while (System.nanoTime() < end) {
            String outcome;
            try (Connection connection = new Connection(endpoint, address)) {
                outcome = ask(connection);
            } catch (IOException broken) {
                outcome = "closed without an answer";
            }
            outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
        }
    }

    private String ask(Connection connection) throws IOException {
        int number = ASKED.incrementAndGet();
        String query = varied(queries.get(at++ % queries.size()), number);
        boolean half = number % HALF == 0;
        boolean leave = number % LEAVE == 0;
        connection.post(query, half ? query.length() + 1 : query.length());
        try {
            return (half ? "half sent: " : "") + connection.receive(leave ? SECOND : PATIENCE).status();
        } catch (SocketTimeoutException late) {
            return leave ? "left" : "no answer";
        }
    }

    private static String varied(String query, int number) {
        int depth = number % DEEPEST;
        return query.replace("@N@", Integer.toString(number))
                .replace("@DEEP@", "(".repeat(depth) + "?c = " + number + ")".repeat(depth))
                .replace("@MANY@", IntStream.range(number, number + VALUES)
                        .mapToObj(value -> "\"" + value + "\"")
                        .collect(Collectors.joining(" ")));
    }

    static Map<String, LongAdder> outcomes() {
        return new ConcurrentSkipListMap<>();
    }
}
