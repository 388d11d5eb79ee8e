package dev.precis.pipeline.app;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The year of a blog with more posts, under the packaged program in a process of its own: what it takes of memory and
 * disk, which pages fail meanwhile, and what a reader of feeds sees ({@code bench/run year}).
 */
final class LongYear implements AutoCloseable {
    private static final long MIB = 1 << 20;
    private static final int QUARTER = 13;

    private final Path folder;
    private final TrustedKeys keys;
    private final BlogYear year;
    private final int crawls;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Process subscriber;
    private final Writer addresses;
    private final BufferedReader seen;
    private int upgrades;

    private LongYear(Path folder, List<String> subscriber, int posts, int crawls) throws IOException {
        this.folder = folder;
        this.keys = TrustedKeys.in(folder);
        this.year = new BlogYear(sources(), keys, posts);
        this.crawls = crawls;
        this.subscriber = new ProcessBuilder(subscriber)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.addresses = this.subscriber.outputWriter(StandardCharsets.UTF_8);
        this.seen = this.subscriber.inputReader(StandardCharsets.UTF_8);
    }

    /** @param arguments a folder, how many older posts, crawls a week, and what reads feeds: a command */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean good;
        try (LongYear all = new LongYear(
                Path.of(words.get(0)),
                words.subList(3, words.size()),
                Integer.parseInt(words.get(1)),
                Integer.parseInt(words.get(2)))) {
            good = all.run();
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws Exception {
        Outcome first = command("crawl", "--source", "blog");
        System.out.println(first.out().strip());
        System.out.println(
                "week  resident, most MiB  store MiB (graphs, snapshots, index, other)  pages asked, failed");
        int week = 1;
        while (week <= BlogYear.WEEKS) {
            week = untilAnUpgrade(week) + 1;
        }
        boolean same = timeless(folder.resolve("store")).equals(timeless(fresh()));
        System.out.println("the store says what a fresh reading says: " + same);
        addresses.close();
        String updates = seen.lines().peek(System.out::println).reduce("", (before, line) -> line);
        boolean told = updates.isEmpty() || updates.endsWith(BlogYear.updates());
        System.out.println("updates as they should be: " + (updates.isEmpty() ? "nobody looked" : told));
        return same && told && failed.get() == 0;
    }

    private int untilAnUpgrade(int first) throws Exception {
        boolean upgraded = BlogYear.isUpgraded(first);
        upgrades += upgraded ? 1 : 0;
        try (PackagedProgram served = new PackagedProgram(
                program(), folder, "--sources", sources().toString(), "--base-uri", BlogYear.ROOT)) {
            AtomicBoolean over = new AtomicBoolean();
            Thread visitor = Thread.ofVirtual().start(() -> visit(served.port(), over));
            int week = first;
            if (upgraded) {
                System.out.println("upgrade: " + command("reprocess").out().strip());
            }
            do {
                week(week);
                addresses.write("http://localhost:" + served.port() + "/blog/feed.atom\n");
                addresses.flush();
                String saw = seen.readLine();
                if (week % QUARTER == 0) {
                    report(week, served);
                    System.out.println("      feed: " + saw);
                }
                week++;
            } while (week <= BlogYear.WEEKS && !BlogYear.isUpgraded(week));
            over.set(true);
            visitor.join();
            return week - 1;
        }
    }

    private void week(int week) {
        year.happen(week);
        List<String> typed = BlogYear.typed(week);
        if (!typed.isEmpty()) {
            command(typed.toArray());
        }
        for (int i = 0; i < crawls; i++) {
            command("crawl", "--source", "blog");
        }
    }

    private void visit(int port, AtomicBoolean over) {
        while (!over.get()) {
            asked.incrementAndGet();
            try {
                HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/blog/"))
                        .build();
                int status = client.send(page, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                failed.addAndGet(status == 200 ? 0 : 1);
            } catch (IOException none) {
                failed.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void report(int week, PackagedProgram served) throws IOException {
        Path store = folder.resolve("store");
        long graphs = size(store.resolve("graphs"));
        long snapshots = size(store.resolve("snapshots"));
        long index = size(store.resolve("index"));
        long all = size(store);
        System.out.printf(
                "%4d  %s, %s  %.1f (%.1f, %.1f, %.1f, %.1f)  %d, %d%n",
                week,
                inWords(served.memory()),
                inWords(served.peakMemory()),
                (double) all / MIB,
                (double) graphs / MIB,
                (double) snapshots / MIB,
                (double) index / MIB,
                (double) (all - graphs - snapshots - index) / MIB,
                asked.get(),
                failed.get());
    }

    private static String inWords(Stream<Long> memory) {
        return memory.map(String::valueOf).findFirst().orElse("unknown");
    }

    /** What files take of the disk, holes left out: they are mapped, and larger than what is in them. */
    private static long size(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        try (BufferedReader said = du.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            return line == null ? 0 : Long.parseLong(line.split("\\s")[0]) * 1024;
        }
    }

    /** The program of that many upgrades: the same but for what its build says that its version is. */
    private List<String> program() {
        Path upgrade = folder.resolve("upgrade-" + upgrades);
        Cli.write(upgrade.resolve("dev/precis/pipeline/app/version.properties"), "version=" + version() + "\n");
        List<String> program = new ArrayList<>(keys.options());
        program.addAll(List.of(
                "-cp", upgrade.toAbsolutePath() + File.pathSeparator + PackagedProgram.JAR, Main.class.getName()));
        return program;
    }

    private String version() {
        return new Main().program() + (upgrades == 0 ? "" : "+" + upgrades);
    }

    private Path fresh() {
        Path fresh = folder.resolve("fresh");
        Cli.run(
                new Main(version()),
                "ingest",
                "--no-index",
                "--register",
                folder.resolve("store/register.jsonl"),
                "--source",
                "blog",
                "--store",
                fresh,
                "--sources",
                sources(),
                "--allow-private",
                year.home());
        return fresh;
    }

    private List<String> timeless(Path store) throws IOException {
        Path file = folder.resolve("export.nq");
        Cli.run("export", "--format", "nquads", "--store", store, file);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.contains("generatedAtTime") && !line.contains("endedAtTime"))
                    .collect(Collectors.toList());
        }
    }

    /** A command beside the server, which does it. */
    private Outcome command(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store"), "--sources", sources()));
        return Cli.run(all.toArray());
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    @Override
    public void close() {
        year.close();
        keys.close();
        subscriber.destroy();
    }
}
