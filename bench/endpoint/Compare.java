import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Asks two SPARQL endpoints with the same data the same queries, in turns, and tells how much longer the first takes:
 * each query is asked of one, then of the other, in batches, so that what else runs on the machine slows down both.
 */
final class Compare {
    private static final double NANOS = 1e9;
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double WARM_SECONDS = 1;
    private static final double BATCH_MILLIS = 100;
    private static final int LEAST = 4;
    private static final int MOST = 100;
    /** Of a second, in /proc/PID/stat: sysconf(_SC_CLK_TCK) is this on every Linux. */
    private static final double TICKS = 100;

    private static final String ANY = "application/sparql-results+json, text/turtle";
    /** Makes every query another text. */
    private static final AtomicInteger ASKED = new AtomicInteger();

    /** An endpoint and the process that serves it. */
    private record Server(String name, URI address, long process) {
        double processorSeconds() throws IOException {
            String line = Files.readString(Path.of("/proc/" + process + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
        }
    }

    /** @param size how often one client asks it in a batch */
    private record Question(String name, String text, AtomicInteger size) {}

    /** What one batch, or several, took: milliseconds of each request, seconds of the server's processor time. */
    private record Cost(double[] millis, double processor) {
        Cost and(Cost other) {
            return new Cost(
                    DoubleStream.concat(Arrays.stream(millis), Arrays.stream(other.millis)).sorted().toArray(),
                    processor + other.processor);
        }

        double quantile(double part) {
            return millis[(int) Math.min(millis.length - 1, part * millis.length)];
        }

        double perThousand() {
            return 1_000 * processor / millis.length;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Server ours = new Server("ours", URI.create(arguments[0]), Long.parseLong(arguments[1]));
        Server bare = new Server("bare", URI.create(arguments[2]), Long.parseLong(arguments[3]));
        int rounds = Integer.parseInt(arguments[4]);
        List<Question> questions = new ArrayList<>();
        for (String folder : Arrays.copyOfRange(arguments, 5, arguments.length)) {
            questions.addAll(read(folder));
        }
        questions.removeIf(question -> !isSame(question, ours, bare));
        System.out.printf("%d queries that both answer alike%n", questions.size());
        warmUp(questions, ours, bare);
        compare(questions, ours, bare, rounds, 1, false);
        compare(questions, ours, bare, rounds, 4, false);
        compare(questions, ours, bare, rounds, 1, true);
    }

    private static List<Question> read(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder)).sorted()) {
            List<Question> questions = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(name -> name.toString().endsWith(".rq"))::iterator) {
                String text = Files.readString(file);
                // those need a parameter, or an index that a bare server has not
                if (!text.contains("#needs:") && !text.contains("jena.apache.org/text")) {
                    questions.add(new Question(file.getFileName().toString(), text, new AtomicInteger(LEAST)));
                }
            }
            return questions;
        }
    }

    /** Lines in any order: what is asked for without an order, or grouped, may come in another. */
    private static boolean isSame(Question question, Server ours, Server bare) {
        List<List<String>> answers = new ArrayList<>();
        for (Server server : List.of(ours, bare)) {
            try (Connection connection = new Connection(server.address())) {
                Connection.Answer answer = connection.get(question.text(), "text/csv, application/n-triples", "");
                if (answer.status() != 200) {
                    System.out.printf("left out: %s, since %s says %d%n", question.name(), server.name(), answer.status());
                    return false;
                }
                answers.add(new String(answer.body(), StandardCharsets.UTF_8).lines().sorted().toList());
            } catch (IOException e) {
                System.out.printf("left out: %s, since %s fails: %s%n", question.name(), server.name(), e);
                return false;
            }
        }
        boolean same = answers.get(0).equals(answers.get(1));
        if (!same) {
            System.out.printf("left out: %s, since the answers differ%n", question.name());
        }
        return same;
    }

    private static void compare(
            List<Question> questions, Server ours, Server bare, int rounds, int clients, boolean known) throws Exception {
        System.out.printf("%n%s, clients: %d; milliseconds%n",
                known ? "answers that the client of ours has already (304)" : "answers made anew", clients);
        System.out.printf("%-28s %8s %8s %8s %8s %7s%n", "query", "ours", "p95", "bare", "p95", "ratio");
        Map<Question, Cost[]> costs = new LinkedHashMap<>();
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double logarithms = 0;
            for (Question question : questions) {
                Cost[] both = new Cost[2];
                for (int turn = 0; turn < 2; turn++) {
                    int who = (turn + round) % 2;
                    both[who] = batch(who == 0 ? ours : bare, question, clients, known && who == 0);
                }
                costs.merge(question, both, (one, other) -> new Cost[] {one[0].and(other[0]), one[1].and(other[1])});
                logarithms += Math.log(both[0].quantile(MEDIAN) / both[1].quantile(MEDIAN));
            }
            ratios[round] = Math.exp(logarithms / questions.size());
        }
        costs.forEach((question, cost) -> row(question.name(), cost));
        total(costs.values(), ratios);
    }

    private static void warmUp(List<Question> questions, Server... servers) throws Exception {
        for (Question question : questions) {
            for (Server server : servers) {
                long until = System.nanoTime() + (long) (WARM_SECONDS * NANOS);
                Cost cost = new Cost(new double[0], 0);
                while (System.nanoTime() < until) {
                    cost = batch(server, question, 1, false);
                }
                question.size().set((int) Math.clamp(BATCH_MILLIS / cost.quantile(MEDIAN), LEAST, MOST));
            }
        }
    }

    private static Cost batch(Server server, Question question, int clients, boolean known) throws Exception {
        double before = server.processorSeconds();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<double[]>> parts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                parts.add(pool.submit(() -> ask(server, question, known)));
            }
            DoubleStream millis = DoubleStream.empty();
            for (Future<double[]> part : parts) {
                millis = DoubleStream.concat(millis, Arrays.stream(part.get()));
            }
            return new Cost(millis.sorted().toArray(), server.processorSeconds() - before);
        }
    }

    private static double[] ask(Server server, Question question, boolean known) throws IOException {
        double[] millis = new double[question.size().get()];
        try (Connection connection = new Connection(server.address())) {
            String once = "\n# " + ASKED.incrementAndGet();
            String tag = connection.get(question.text() + once, ANY, "").tag();
            for (int i = 0; i < millis.length; i++) {
                String text = question.text() + (known ? once : "\n# " + ASKED.incrementAndGet());
                long start = System.nanoTime();
                Connection.Answer answer = connection.get(text, ANY, known ? "If-None-Match: " + tag + "\r\n" : "");
                millis[i] = (System.nanoTime() - start) / NANOS * 1_000;
                if (answer.status() != (known ? 304 : 200)) {
                    throw new IOException(server.name() + " says " + answer.status() + " to " + question.name());
                }
            }
        }
        return millis;
    }

    private static void row(String name, Cost[] cost) {
        System.out.printf("%-28s %8.2f %8.2f %8.2f %8.2f %7.2f%n",
                name, cost[0].quantile(MEDIAN), cost[0].quantile(P95), cost[1].quantile(MEDIAN), cost[1].quantile(P95),
                cost[0].quantile(MEDIAN) / cost[1].quantile(MEDIAN));
    }

    private static void total(Iterable<Cost[]> costs, double[] ratios) {
        double[] sums = new double[2];
        Cost[] all = {new Cost(new double[0], 0), new Cost(new double[0], 0)};
        for (Cost[] cost : costs) {
            for (int who = 0; who < 2; who++) {
                sums[who] += cost[who].quantile(MEDIAN);
                all[who] = all[who].and(cost[who]);
            }
        }
        row("all", all);
        Arrays.sort(ratios);
        System.out.printf("ratio of medians: %.3f (geometric mean of the queries; median of %d rounds, %.3f to %.3f)%n",
                ratios[ratios.length / 2], ratios.length, ratios[0], ratios[ratios.length - 1]);
        System.out.printf("one of each, sum of the medians: ours %.1f ms, bare %.1f ms, ratio %.3f%n",
                sums[0], sums[1], sums[0] / sums[1]);
        System.out.printf("processor time for 1,000 queries: ours %.2f s, bare %.2f s, ratio %.3f%n",
                all[0].perThousand(), all[1].perThousand(), all[0].perThousand() / all[1].perThousand());
    }
}
