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
import java.util.List;
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
    private final Path disk;
    private final List<String> faults = new ArrayList<>();
    private int full;
    private int done;

    private FullDisk(Path folder) throws IOException {
        this.folder = folder;
        this.disk = Files.createDirectories(folder.resolve("disk"));
    }

    /** @param arguments a folder */
    public static void main(String[] arguments) throws Exception {
        FullDisk all = new FullDisk(Path.of(arguments[0]));
        Path in = all.folder.resolve("in");
        for (int i = 0; i < MANY; i++) {
            Cli.summary(in, "Number " + i);
        }
        all.ingest(in);
        all.backup(in);
        all.rebuild(in);
        all.drop(in);
        all.faults.forEach(System.out::println);
        System.exit(all.faults.isEmpty() ? 0 : 1);
    }

    private void ingest(Path in) throws Exception {
        Path usual = folder.resolve("usual");
        expect("ingest", run("ingest", "--no-index", "--store", usual, in), 0);
        for (int kib : List.of(40, 200, 600, 1200, 2400, 4800, 9600)) {
            mount(kib);
            Path store = disk.resolve("store");
            count(expect("ingest in " + kib + " KiB", run("ingest", "--no-index", "--store", store, in), 0, 75));
            resize(ROOM);
            expect("ingest again", run("ingest", "--no-index", "--store", store, in), 0);
            same("ingest in " + kib + " KiB", graphs(store), graphs(usual));
            unmount();
        }
        tell("ingest");
    }

    private void backup(Path in) throws Exception {
        Path earlier = folder.resolve("earlier");
        expect("ingest", run("ingest", "--no-index", "--store", earlier, in), 0);
        Path store = folder.resolve("later");
        expect("copy", run("backup", "--store", earlier, store), 0);
        Path more = folder.resolve("more");
        for (int i = 0; i < MANY; i++) {
            Cli.summary(more, "More of number " + i);
        }
        expect("ingest", run("ingest", "--no-index", "--store", store, more), 0);
        for (int kib : List.of(4, 20, 60, 120, 250, 500, 1000)) {
            mount(ROOM);
            Path copy = disk.resolve("copy");
            expect("backup", run("backup", "--store", earlier, copy), 0);
            resize(used() + kib);
            count(expect("backup with " + kib + " KiB", run("backup", "--store", store, copy), 0, 75));
            resize(ROOM);
            whole("backup with " + kib + " KiB", copy, List.of(graphs(earlier), graphs(store)));
            expect("backup again", run("backup", "--store", store, copy), 0);
            same("backup with " + kib + " KiB", graphs(copy), graphs(store));
            unmount();
        }
        tell("backup");
    }

    private void rebuild(Path in) throws Exception {
        for (int mib : List.of(1, 20, 60, 120, 180, 240)) {
            mount(ROOM);
            Path store = disk.resolve("store");
            expect("ingest", run("ingest", "--store", store, in), 0);
            SortedMap<String, String> graphs = graphs(store);
            resize(used() + mib * 1024L);
            count(expect("rebuild with " + mib + " MiB", run("rebuild", "--store", store), 0, 75));
            expect("verify after rebuild with " + mib + " MiB", run("verify", "--store", store), 0);
            resize(ROOM);
            expect("rebuild again", run("rebuild", "--store", store), 0);
            expect("verify", run("verify", "--store", store), 0);
            same("rebuild with " + mib + " MiB", graphs(store), graphs);
            unmount();
        }
        tell("rebuild");
    }

    private void drop(Path in) throws Exception {
        for (int kib : List.of(0, 8, 16, 32, 64, 128, 1024)) {
            mount(ROOM);
            Path store = disk.resolve("store");
            Path drop = Files.createDirectories(folder.resolve("drop"));
            expect("ingest", run("ingest", "--store", store, in), 0);
            Child child = Child.in(folder);
            Process server =
                    child.start("serve", "--port", 0, "--store", store, "--sources", Sources.FOLDER, "--drop", drop);
            try {
                if (!within(60, () -> said(child).contains("Drop:"))) {
                    throw new IllegalStateException("it does not serve: " + child.err());
                }
                resize(used() + kib);
                Path file = Cli.summary(drop, "Dropped on a full disk");
                boolean published = within(5, () -> !Files.exists(file));
                count(new Outcome(published ? 0 : 75, "", ""));
                resize(ROOM);
                if (!within(60, () -> Files.exists(drop.resolve("published").resolve(file.getFileName())))) {
                    faults.add("drop with " + kib + " KiB: not published when there is room: "
                            + Cli.files(drop).keySet());
                }
            } finally {
                server.destroy();
                server.waitFor(60, TimeUnit.SECONDS);
            }
            expect("verify after drop with " + kib + " KiB", run("verify", "--store", store), 0);
            if (graphs(store).keySet().stream().noneMatch(name -> name.contains("dropped-on-a-full-disk"))) {
                faults.add("drop with " + kib + " KiB: lost");
            }
            DurableFiles.deleteTree(drop);
            unmount();
        }
        tell("drop");
    }

    private static String said(Child child) {
        try {
            return Files.readString(child.out());
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

    private void tell(String command) {
        System.out.printf("%-8s %d times out of room, %d times not%n", command, full, done);
        full = 0;
        done = 0;
    }

    private void count(Outcome outcome) {
        full += outcome.code() == 75 ? 1 : 0;
        done += outcome.code() == 0 ? 1 : 0;
    }

    private Outcome expect(String what, Outcome outcome, Integer... codes) {
        if (!List.of(codes).contains(outcome.code())) {
            faults.add(what + ": " + outcome);
        }
        return outcome;
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

    private Outcome run(Object... words) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--sources", Sources.FOLDER));
        return Child.in(folder).run(all.toArray());
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
