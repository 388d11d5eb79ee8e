package dev.precis.pipeline.app;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets every command that writes run out of room, on disks of ever more of it, and then gives it room: nothing is lost,
 * and the same again works ({@code bench/run full}). It mounts disks, and is run where nobody else sees them.
 */
final class FullDisk {
    private static final int MANY = 60;
    private static final int ROOM = 1 << 20;

    private final Path folder;
    private final Path in;
    private final Path usual;
    private final Path disk;
    private final List<String> faults = new ArrayList<>();
    private int full;
    private int done;

    private FullDisk(Path folder) throws IOException {
        this.folder = folder;
        this.in = folder.resolve("in");
        this.usual = folder.resolve("usual");
        this.disk = Files.createDirectories(folder.resolve("disk"));
    }

    private interface Part {
        void run() throws Exception;
    }

    /** @param arguments a folder, and which commands; all of them if none is named */
    public static void main(String[] arguments) throws Exception {
        FullDisk all = new FullDisk(Path.of(arguments[0]));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("ingest", all::ingest);
        parts.put("backup", all::backup);
        parts.put("rebuild", all::rebuild);
        parts.put("drop", all::drop);
        if (arguments.length > 1) {
            parts.keySet().retainAll(List.of(arguments).subList(1, arguments.length));
        }
        for (int i = 0; i < MANY; i++) {
            Cli.summary(all.in, "Number " + i);
        }
        all.expect("ingest", all.here("ingest", "--store", all.usual, all.in), 0);
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            all.tell(part.getKey(), part.getValue());
        }
        all.faults.forEach(System.out::println);
        System.exit(all.faults.isEmpty() && !parts.isEmpty() ? 0 : 1);
    }

    private void tell(String command, Part part) throws Exception {
        full = 0;
        done = 0;
        long start = System.nanoTime();
        part.run();
        System.out.printf(
                "%-8s %d times out of room, %d times not, %d s%n",
                command, full, done, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        if (full == 0 || done == 0) {
            faults.add(command + ": either never or always out of room");
        }
    }

    private void ingest() throws Exception {
        for (int kib : List.of(40, 200, 600, 1200, 9600)) {
            String what = "ingest in " + kib + " KiB";
            mount(kib);
            Path store = disk.resolve("store");
            count(what, run("ingest", "--no-index", "--store", store, in));
            resize(ROOM);
            expect(what + ", again", here("ingest", "--no-index", "--store", store, in), 0);
            same(what, graphs(store), graphs(usual));
            unmount();
        }
    }

    private void backup() throws Exception {
        Path store = folder.resolve("later");
        expect("copy", here("backup", "--store", usual, store), 0);
        Path more = folder.resolve("more");
        for (int i = 0; i < MANY; i++) {
            Cli.summary(more, "More of number " + i);
        }
        expect("ingest", here("ingest", "--no-index", "--store", store, more), 0);
        for (int kib : List.of(4, 60, 250, 500, 1000, 4000)) {
            String what = "backup with " + kib + " KiB";
            mount(ROOM);
            Path copy = disk.resolve("copy");
            expect("backup", here("backup", "--store", usual, copy), 0);
            resize(used() + kib);
            count(what, run("backup", "--store", store, copy));
            resize(ROOM);
            whole(what, copy, List.of(graphs(usual), graphs(store)));
            expect(what + ", again", here("backup", "--store", store, copy), 0);
            same(what, graphs(copy), graphs(store));
            unmount();
        }
    }

    private void rebuild() throws Exception {
        for (int mib : List.of(1, 240)) {
            String what = "rebuild with " + mib + " MiB";
            Path store = copied(mib * 1024L);
            count(what, run("rebuild", "--store", store));
            rebuilt(what, store);
        }
        // room is looked at before anything is begun, so that somebody has to take it away meanwhile
        String what = "rebuild whose room somebody takes";
        Path store = copied(80 * 1024L);
        Child child = Child.in(folder);
        Process rebuild = child.start("rebuild", "--store", store, "--sources", Sources.FOLDER);
        within(60, () -> Files.exists(store.resolve("index").resolve("2").resolve("Data-0001")));
        shell("dd if=/dev/zero of='" + disk.resolve("filler") + "' bs=64k 2>/dev/null || true");
        count(what, child.ended(rebuild));
        Files.delete(disk.resolve("filler"));
        rebuilt(what, store);
    }

    private void rebuilt(String what, Path store) throws Exception {
        expect(what + ", verify", run("verify", "--store", store), 0);
        resize(ROOM);
        expect(what + ", again", run("rebuild", "--store", store), 0);
        expect(what + ", verify", run("verify", "--store", store), 0);
        same(what, graphs(store), graphs(usual));
        unmount();
    }

    private void drop() throws Exception {
        for (int kib : List.of(0, 32, 256, 80_000)) {
            String what = "drop with " + kib + " KiB";
            Path store = copied(ROOM);
            Path drop = Files.createDirectories(folder.resolve("drop"));
            Child child = Child.in(folder);
            Process server =
                    child.start("serve", "--port", 0, "--store", store, "--sources", Sources.FOLDER, "--drop", drop);
            try {
                if (!within(60, () -> said(child).contains("Drop:"))) {
                    throw new IllegalStateException("it does not serve: " + child.err());
                }
                resize(used() + kib);
                Path file = Cli.summary(drop, "Dropped on a full disk");
                Path published = drop.resolve("published").resolve(file.getFileName());
                if (within(
                        60, () -> Files.exists(published) || said(child).contains("waiting " + file.getFileName()))) {
                    count(what, new Outcome(Files.exists(published) ? 0 : 75, "", ""));
                } else {
                    faults.add(what + ": neither published nor waiting: " + child.err());
                }
                resize(ROOM);
                if (!within(60, () -> Files.exists(published))) {
                    faults.add(what + ": not published when there is room: "
                            + Cli.files(drop).keySet() + child.err());
                }
            } finally {
                server.destroy();
                server.waitFor(60, TimeUnit.SECONDS);
            }
            expect(what + ", verify", run("verify", "--store", store), 0);
            if (graphs(store).keySet().stream().noneMatch(name -> name.contains("dropped-on-a-full-disk"))) {
                faults.add(what + ": lost");
            }
            DurableFiles.deleteTree(drop);
            unmount();
        }
    }

    /** The usual store on a disk with so much room beside it. */
    private Path copied(long kib) throws IOException, InterruptedException {
        mount(ROOM);
        shell("cp -r --sparse=always '" + usual + "' '" + disk.resolve("store") + "'");
        resize(used() + kib);
        return disk.resolve("store");
    }

    private static String said(Child child) {
        try {
            return Files.readString(child.out()) + child.err();
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean within(int seconds, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < seconds * 20 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return condition.getAsBoolean();
    }

    private void count(String what, Outcome outcome) {
        expect(what, outcome, 0, 75);
        full += outcome.code() == 75 ? 1 : 0;
        done += outcome.code() == 0 ? 1 : 0;
    }

    private void expect(String what, Outcome outcome, Integer... codes) {
        if (!List.of(codes).contains(outcome.code())) {
            faults.add(what + ": " + outcome);
        }
    }

    private void whole(String what, Path store, List<SortedMap<String, String>> states) {
        try (GraphArchive archive = GraphArchive.open(store)) {
            if (!Verification.ofArchive(archive).isEmpty() || !states.contains(graphs(store))) {
                faults.add(what + ": half of it");
            }
        }
    }

    private void same(String what, SortedMap<String, String> one, SortedMap<String, String> other) {
        if (!one.equals(other)) {
            faults.add(what + ": not the same graphs");
        }
    }

    private SortedMap<String, String> graphs(Path store) {
        return StoredContent.graphs(Cli.files(store));
    }

    /** In a process of its own. */
    private Outcome run(Object... words) throws IOException, InterruptedException {
        return Child.in(folder).run(withSources(words));
    }

    /** In this process, which is quicker, where nothing is in the way and no index stays open. */
    private Outcome here(Object... words) {
        return Cli.run(withSources(words));
    }

    private static Object[] withSources(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--sources", Sources.FOLDER));
        return all.toArray();
    }

    private long used() throws IOException, InterruptedException {
        return Long.parseLong(shell("df -k --output=used '" + disk + "'").replaceAll("\\D", ""));
    }

    private void mount(long kib) throws IOException, InterruptedException {
        shell("mount -t tmpfs -o size=" + kib + "k none '" + disk + "'");
    }

    private void resize(long kib) throws IOException, InterruptedException {
        shell("mount -o remount,size=" + kib + "k '" + disk + "'");
    }

    private void unmount() throws IOException, InterruptedException {
        shell("umount '" + disk + "'");
    }

    private static String shell(String line) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() != 0) {
            throw new IOException(line + ": " + said);
        }
        return said;
    }
}
