package dev.precis.pipeline.app;

import static dev.precis.pipeline.app.StoredContent.graphs;
import static dev.precis.pipeline.app.StoredContent.told;
import static dev.precis.pipeline.app.StoredContent.without;

import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.StoredLife.Step;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.index.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills every command that changes a store, at moments that nobody chose, and looks at what is left: what
 * {@code CrashImagesIT} does with images, with processes that really die ({@code bench/run kill}).
 */
final class KilledCommands {
    private static final int MOST_CHANGES = 12;

    private final Path folder;
    private final StoredLife life;
    private final Random random;
    private final List<String> faults = new ArrayList<>();

    private KilledCommands(Path folder, long seed) {
        this.folder = folder;
        this.life = new StoredLife(folder);
        this.random = new Random(seed);
    }

    /** @param arguments a folder, how often each command is killed, and the seed of the moments */
    public static void main(String[] arguments) throws Exception {
        KilledCommands all = new KilledCommands(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        all.kill(Integer.parseInt(arguments[1]));
        all.faults.forEach(System.out::println);
        System.exit(all.faults.isEmpty() ? 0 : 1);
    }

    /** What becomes of those that are killed. */
    private static final class Count {
        private int none;
        private int done;
        private int lost;
        private int doubled;
        private int half;

        @Override
        public String toString() {
            return "%d before it did anything, %d after; %d lost, %d doubled, %d half"
                    .formatted(none, done, lost, doubled, half);
        }
    }

    private void kill(int rounds) throws Exception {
        Path store = folder.resolve("store");
        Path copy = folder.resolve("copy");
        try (LegacySite site = new LegacySite()) {
            SortedMap<String, String> before = new java.util.TreeMap<>();
            for (Step step : Step.values()) {
                Path of = step == Step.BEGIN_WITH_A_REGISTER ? folder.resolve("fresh") : store;
                life.prepare(step, site, store);
                before = step == Step.BEGIN_WITH_A_REGISTER ? new java.util.TreeMap<>() : before;
                Outcome undisturbed = life.run(step, of);
                SortedMap<String, String> after = Cli.files(of);
                Count count = new Count();
                for (int i = 0; i < rounds; i++) {
                    Path image = Photographer.develop(before, Files.createDirectories(folder.resolve("image")));
                    if (before.isEmpty()) {
                        Files.delete(image); // there is no store yet
                    }
                    killed(step.name(), image, image);
                    look(step, image, before, after, count);
                    DurableFiles.deleteTree(image);
                }
                System.out.printf("%-22s %d kills: %s%n", step, rounds, count);
                before = after;
                if (step == Step.CRAWL) {
                    life.backup(store, copy);
                }
                if (undisturbed.code() > 1) {
                    throw new IllegalStateException(step + ": " + undisturbed);
                }
            }
        }
        backup(rounds, store, copy);
        rebuild(rounds, store);
    }

    private void look(
            Step step, Path store, SortedMap<String, String> before, SortedMap<String, String> after, Count count)
            throws IOException {
        if (Files.exists(store)) {
            whole(step.name(), store, List.of(graphs(before), graphs(after)), count);
        }
        List<String> undisturbed = told(after);
        List<String> left = Files.exists(store) ? told(Cli.files(store)) : List.of();
        count.none += left.equals(told(before)) ? 1 : 0;
        count.done += left.equals(undisturbed) ? 1 : 0;
        // to look once more is to miss a post twice
        if (step != Step.MISS || !left.equals(undisturbed)) {
            Outcome again = life.run(step, store);
            same(step + " again: " + again, undisturbed, told(Cli.files(store)), count);
        }
    }

    private void whole(String what, Path store, List<SortedMap<String, String>> states, Count count) {
        try (GraphArchive archive = GraphArchive.open(store)) {
            boolean whole = Verification.ofArchive(archive).isEmpty() && states.contains(graphs(Cli.files(store)));
            if (!whole) {
                count.half++;
                faults.add(what + ": half of it: " + Verification.ofArchive(archive));
            }
        } catch (RuntimeException e) {
            count.half++;
            faults.add(what + ": " + e);
        }
    }

    private void same(String what, List<String> undisturbed, List<String> told, Count count) {
        List<String> lost = without(undisturbed, told);
        List<String> doubled = without(told, undisturbed);
        count.lost += lost.isEmpty() ? 0 : 1;
        count.doubled += doubled.isEmpty() ? 0 : 1;
        lost.forEach(line -> faults.add(what + ", lost: " + line));
        doubled.forEach(line -> faults.add(what + ", too much: " + line));
    }

    /** A backup over an earlier one of the same store. */
    private void backup(int rounds, Path store, Path earlier) throws Exception {
        SortedMap<String, String> before = Cli.files(earlier);
        Count count = new Count();
        SortedMap<String, String> kept = Cli.files(store);
        for (int i = 0; i < rounds; i++) {
            Path copy = Photographer.develop(before, folder.resolve("image"));
            killed("BACKUP", store, copy);
            whole("BACKUP", copy, List.of(graphs(before), graphs(kept)), count);
            count.none += graphs(Cli.files(copy)).equals(graphs(before)) ? 1 : 0;
            count.done += graphs(Cli.files(copy)).equals(graphs(kept)) ? 1 : 0;
            Outcome again = life.backup(store, copy);
            same("BACKUP again: " + again, told(kept), told(Cli.files(copy)), count);
            DurableFiles.deleteTree(copy);
        }
        System.out.printf("%-22s %d kills: %s%n", "BACKUP", rounds, count);
    }

    private void rebuild(int rounds, Path store) throws Exception {
        Count count = new Count();
        life.rebuild(store);
        for (int i = 0; i < rounds; i++) {
            killed("REBUILD", store, store);
            try (GraphArchive archive = GraphArchive.open(store);
                    GraphStore index =
                            GraphStore.open(archive, BlogYear.ROOT, new Main().program(), Wiring.derivation())) {
                if (!index.verify().isEmpty()) {
                    count.half++;
                    faults.add("REBUILD: " + index.verify());
                }
            }
            Outcome again = life.rebuild(store);
            if (again.code() != 0) {
                count.lost++;
                faults.add("REBUILD again: " + again);
            }
        }
        System.out.printf(
                "%-22s %d kills: %d lost, %d half; each was opened and compared%n",
                "REBUILD", rounds, count.lost, count.half);
    }

    /** Lets a process begin with it, and kills it: at any moment, or after so many changes of a folder. */
    private void killed(String what, Path store, Path watched) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        what,
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            said.readLine(); // that it begins
            if (random.nextInt(4) == 0) {
                process.waitFor(random.nextInt(2_500), TimeUnit.MILLISECONDS);
            } else {
                int changes = 1 + random.nextInt(MOST_CHANGES);
                String seen = Photographer.look(watched);
                while (changes > 0 && process.isAlive()) {
                    String now = Photographer.look(watched);
                    changes -= now.equals(seen) ? 0 : 1;
                    seen = now;
                }
                LockSupport.parkNanos(random.nextInt(1_000_000));
            }
            process.toHandle().destroyForcibly(); // unlike that of the process, it leaves the stream open
            process.waitFor();
        }
    }

    /** The process that is killed. */
    static final class Victim {
        private Victim() {}

        /** @param arguments the folder, what to do, the store */
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            StoredLife life = new StoredLife(folder);
            Path store = Path.of(arguments[2]);
            System.out.println("begins");
            switch (arguments[1]) {
                case "BACKUP" -> life.backup(store, folder.resolve("image"));
                case "REBUILD" -> life.rebuild(store);
                default -> life.run(Step.valueOf(arguments[1]), store);
            }
        }
    }
}
