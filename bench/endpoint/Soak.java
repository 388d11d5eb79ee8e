import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Honest clients ask an endpoint ordinary queries, first alone, then beside hostile clients: how long they wait, and
 * whether every answer is right.
 */
final class Soak {
    private static final double NANOS = 1e9;
    private static final int CLIENTS = 16;
    private static final int WARM_SECONDS = 20;
    /** So many queries are named whose answers take longest. */
    private static final int KINDS = 4;

    private static final String FORMS = "text/csv, application/n-triples";

    private final URI endpoint;
    private final long process;
    private final List<Question> questions = new ArrayList<>();
    private final List<String> hostile;
    private long largest;

    /** @param seen answers known to be right */
    private record Question(String name, String text, List<String> right, Set<String> seen) {
        /** Lines in any order: rows may come in another where the query does not say. */
        boolean isRight(byte[] body) {
            String answer = new String(body, StandardCharsets.UTF_8);
            if (seen.contains(answer)) {
                return true;
            }
            boolean same = answer.lines().sorted().toList().equals(right);
            if (same) {
                seen.add(answer);
            }
            return same;
        }
    }

    private Soak(URI endpoint, long process, Path data, Path folder) throws IOException {
        this.endpoint = endpoint;
        this.process = process;
        this.hostile = Hostile.read(folder.resolve("hostile"));
        try (Truth truth = new Truth(data);
                Stream<Path> files = Files.list(folder.resolve("ordinary")).sorted()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String query = Files.readString(file);
                List<String> right = truth.of(query).lines().sorted().toList();
                questions.add(new Question(file.getFileName().toString(), query, right, ConcurrentHashMap.newKeySet()));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Soak soak = new Soak(
                URI.create(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        boolean own = arguments.length > 6 && arguments[6].equals("own");
        System.out.printf("%d honest clients, %d ordinary queries with known answers; %d kinds of hostile ones, from %s%n",
                CLIENTS, soak.questions.size(), soak.hostile.size(), own ? "addresses of their own" : "the same address");
        soak.phase(WARM_SECONDS, false, false);
        Phase alone = soak.phase(Integer.parseInt(arguments[4]), false, false);
        alone.print("honest, alone");
        Phase beside = soak.phase(Integer.parseInt(arguments[5]), true, own);
        beside.print("honest, beside");
        System.out.printf("ratio of p95: %.2f%n", beside.quantile(0.95) / alone.quantile(0.95));
        soak.phase(WARM_SECONDS, false, false).print("honest, after that");
    }

    /** How long a right answer took. */
    private record Wait(String question, double millis) {}

    /** What the honest clients saw: the right answers, and how often what else. */
    private record Phase(List<Wait> waits, Map<String, LongAdder> honest, Map<String, LongAdder> hostile, String server) {
        double quantile(double part) {
            return quantile(waits, part);
        }

        private static double quantile(List<Wait> some, double part) {
            double[] millis = some.stream().mapToDouble(Wait::millis).sorted().toArray();
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, part * millis.length)];
        }

        void print(String name) {
            System.out.printf("%n%s: %d right answers; p50 %.1f, p95 %.1f, p99 %.1f, longest %.1f ms%n",
                    name, waits.size(), quantile(0.5), quantile(0.95), quantile(0.99), quantile(1));
            System.out.println("  honest: " + honest);
            if (!hostile.isEmpty()) {
                System.out.println("  hostile: " + hostile);
            }
            System.out.println("  longest p95: " + waits.stream().collect(Collectors.groupingBy(Wait::question)).entrySet().stream()
                    .map(kind -> new Wait(kind.getKey(), quantile(kind.getValue(), 0.95)))
                    .sorted(Comparator.comparingDouble(Wait::millis).reversed())
                    .limit(KINDS)
                    .map(kind -> "%s %.1f".formatted(kind.question(), kind.millis()))
                    .collect(Collectors.joining(", ")));
            System.out.println("  server: " + server);
        }
    }

    private Phase phase(int seconds, boolean besideHostile, boolean own) throws Exception {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        ConcurrentLinkedQueue<Wait> waits = new ConcurrentLinkedQueue<>();
        Map<String, LongAdder> honest = new ConcurrentSkipListMap<>();
        Map<String, LongAdder> outcomes = Hostile.outcomes();
        String before = collections();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            threads.add(Thread.ofPlatform().start(() -> ask(number, end, waits, honest)));
            if (besideHostile) {
                String address = own ? "127.0.0." + (2 + client) : "127.0.0.1";
                threads.add(Thread.ofPlatform().start(new Hostile(endpoint, address, client, hostile, end, outcomes)));
            }
        }
        while (System.nanoTime() < end) {
            largest = Math.max(largest, resident());
            Thread.sleep(200);
        }
        String server = "resident " + (resident() >> 10) + " MiB, at most " + (largest >> 10) + " MiB; collections and their seconds,"
                + " young and whole: " + before + " -> " + collections();
        for (Thread thread : threads) {
            thread.join();
        }
        return new Phase(List.copyOf(waits), honest, outcomes, server);
    }

    /** Asks one question after the other; who is refused asks the next one. */
    private void ask(int number, long end, ConcurrentLinkedQueue<Wait> waits, Map<String, LongAdder> outcomes) {
        for (int at = number; System.nanoTime() < end; ) {
            try (Connection connection = new Connection(endpoint)) {
                while (System.nanoTime() < end) {
                    Question question = questions.get(at++ % questions.size());
                    long start = System.nanoTime();
                    Connection.Answer answer = connection.get(question.text() + "\n# " + start, FORMS, "");
                    double took = (System.nanoTime() - start) / NANOS * 1_000;
                    boolean right = answer.status() == 200 && question.isRight(answer.body());
                    if (right) {
                        waits.add(new Wait(question.name(), took));
                    }
                    count(outcomes, right ? "200" : answer.status() == 200 ? "200 but wrong: " + question.name() : "" + answer.status());
                }
            } catch (IOException broken) {
                count(outcomes, "closed without an answer");
            }
        }
    }

    private static void count(Map<String, LongAdder> outcomes, String outcome) {
        outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
    }

    /** KiB of memory that the server has (proc(5)). */
    private long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** How often, and how long, the server has collected garbage: young and whole. */
    private String collections() throws IOException {
        String jstat = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        Process tool = new ProcessBuilder(jstat, "-gc", Long.toString(process)).start();
        List<String> lines = tool.inputReader().lines().toList();
        List<String> names = Arrays.asList(lines.get(0).strip().split("\\s+"));
        String[] values = lines.get(1).strip().split("\\s+");
        return Stream.of("YGC", "YGCT", "FGC", "FGCT").map(name -> values[names.indexOf(name)]).toList().toString();
    }
}
