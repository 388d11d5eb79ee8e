import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A broker, workers, one that applies, an RDF4J Server and a replica, all of them killed now and then, against one
 * process: what is missing, what is twice, whether all have the same. Exits with 1 if anything differs.
 */
final class Scaleout {
    private static final String[] FLAGS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"
    };
    private static final int SERVE = 19130;
    private static final int ADMIN = 19131;
    private static final int REPLICA = 19132;

    private final Path work;
    private final Path jar;
    private final Path broker;
    private final Path rdf4j;
    private final Path sources;
    private final String source;
    private final Path input;
    private final int workers;
    private final int pause;
    private final boolean kills;
    private final Random random;
    private final Processes processes;
    private boolean wrong;

    private Scaleout(Map<String, String> options) {
        this.work = Path.of(options.get("work"));
        this.processes = new Processes(work);
        this.jar = Path.of(options.get("jar"));
        this.broker = Path.of(options.get("broker"));
        this.rdf4j = Path.of(options.get("rdf4j"));
        this.sources = Path.of(options.get("sources"));
        this.source = options.get("source");
        this.input = Path.of(options.get("input"));
        this.workers = Integer.parseInt(options.getOrDefault("workers", "3"));
        this.pause = Integer.parseInt(options.getOrDefault("pause", "0"));
        this.kills = !"no".equals(options.get("kills"));
        this.random = new Random(Long.parseLong(options.getOrDefault("seed", "1")));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new TreeMap<>();
        Arrays.stream(arguments).map(one -> one.split("=", 2)).forEach(pair -> options.put(pair[0], pair[1]));
        Scaleout run = new Scaleout(options);
        run.run();
        System.exit(run.wrong ? 1 : 0);
    }

    private void run() throws Exception {
        Processes.Running alone = precis("alone", "ingest", "--no-index", "--threads", "1", "--sources", sources, "--source", source,
                "--store", work.resolve("alone"), input);
        long began = System.nanoTime();
        processes.ended(alone, 0, 1);
        double wall = seconds(began);
        String wanted = export("alone");
        say("one process", "%.1f s, %.1f CPU-s".formatted(wall, alone.cpuSeconds()));

        Kafka kafka = new Kafka(processes, broker, work);
        List<Processes.Running> killed = new ArrayList<>();
        Processes.Running[] staff = new Processes.Running[workers];
        for (int i = 0; i < workers; i++) {
            staff[i] = worker(i);
        }
        Processes.pause(5_000);
        kafka.spoil();
        began = System.nanoTime();
        int appliers = 0;
        int restarts = 0;
        double applied = 0;
        boolean done = false;
        while (!done) {
            appliers++;
            Processes.Running applier = precis("applier", "ingest", "--no-index", "--broker", Kafka.SERVERS, "--sources",
                    sources, "--source", source, "--store", work.resolve("store"), input);
            boolean mortal = kills && appliers <= 2;
            boolean restart = kills && appliers == 3;
            long dies = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(6_000 + random.nextInt(12_000));
            while (applier.isAlive()) {
                Processes.pause(100);
                if (mortal && System.nanoTime() > dies) {
                    applier.kill();
                } else if (restart && System.nanoTime() > dies) {
                    kafka.kill();
                    Processes.pause(random.nextInt(4_000));
                    kafka.start();
                    restart = false;
                    restarts++;
                } else if (kills && random.nextInt(250) == 0) {
                    int victim = random.nextInt(workers);
                    staff[victim].kill();
                    killed.add(staff[victim]);
                    staff[victim] = worker(victim);
                }
            }
            applied += applier.cpuSeconds();
            done = List.of(0, 1).contains(applier.exitCode());
        }
        say("through " + workers + " workers", "%.1f s, %d workers and %d appliers killed, the broker %d times"
                .formatted(seconds(began), killed.size(), appliers - 1, restarts));
        double worked = Stream.concat(Arrays.stream(staff), killed.stream()).mapToDouble(Processes.Running::cpuSeconds).sum();
        say("CPU-s", "%.1f of workers, %.1f of appliers".formatted(worked, applied));
        say("tasks, results, failures", kafka.records("precis.tasks") + ", " + kafka.records("precis.results") + ", "
                + kafka.records("precis.failures"));
        Processes.Running replay = precis("replay", "worker", "--replay", "--broker", Kafka.SERVERS, "--sources", sources);
        processes.ended(replay, 1);
        say("replay", Files.readString(work.resolve("replay.log")).strip().lines().toList().getLast());
        compare("export of the applier", wanted, export("store"));
        followers(wanted, kafka);
    }

    private Processes.Running worker(int number) throws IOException {
        return precis("worker-" + number, "worker", "--broker", Kafka.SERVERS, "--sources", sources, "--pause",
                pause);
    }

    private void followers(String wanted, Kafka kafka) throws Exception {
        Rdf4j.start(processes, rdf4j, work);
        String remote = "sparql=" + Rdf4j.REPOSITORY + ",gsp=" + Rdf4j.REPOSITORY + "/rdf-graphs/service";
        long began = System.nanoTime();
        Processes.Running server = serve(remote);
        Processes.Running replica = replica();
        if (kills) {
            Processes.pause(8_000 + random.nextInt(8_000));
            server.kill();
            server = serve(remote);
            Processes.pause(8_000);
            replica.kill();
            replica = replica();
        }
        String health = Processes.await(ADMIN, "store at localhost:" + Rdf4j.PORT + ": has all", "graphs at " + Kafka.SERVERS + ": has all");
        Processes.await(REPLICA + 1, "has all that it told");
        say("caught up", "%.1f s: %s".formatted(seconds(began), health));
        server.stop();
        replica.stop();
        compare("export of the replica", wanted, export("replica"));
        compare("topic of graphs", wanted, sorted(kafka.graphs()));
        Processes.Running sync = precis("sync", "sync", "--verify", "--store-remote", remote, "--sources", sources, "--store",
                work.resolve("store"));
        processes.ended(sync, 0);
        String told = Files.readString(work.resolve("sync.log")).strip();
        say("RDF4J", told);
        wrong |= !told.contains(" 0 differed");
    }

    private Processes.Running serve(String remote) throws IOException {
        return precis("serve", "serve", "--broker", Kafka.SERVERS, "--store-remote", remote, "--port", SERVE,
                "--admin-port", ADMIN, "--sources", sources, "--store", work.resolve("store"));
    }

    private Processes.Running replica() throws IOException {
        return precis("replica", "serve", "--follow", "http://localhost:" + ADMIN, "--port", REPLICA, "--admin-port",
                REPLICA + 1, "--sources", sources, "--store", work.resolve("replica"));
    }

    /** How many lines there are, and a digest of them in the order of their bytes. */
    private static String sorted(byte[] document) throws Exception {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < document.length; i++) {
            if (document[i] == '\n') {
                lines.add(Arrays.copyOfRange(document, from, i + 1));
                from = i + 1;
            }
        }
        lines.sort(Arrays::compareUnsigned);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        lines.forEach(digest::update);
        return lines.size() + " lines, " + HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private void compare(String what, String wanted, String found) {
        say(what, found + (found.equals(wanted) ? ": the same" : ": DIFFERS from " + wanted));
        wrong |= !found.equals(wanted);
    }

    /** What a store has, as lines and a digest. */
    private String export(String store) throws Exception {
        Path file = work.resolve(store + ".nq");
        processes.ended(precis("export", "export", "--format", "nquads", "--sources", sources, "--store", work.resolve(store), file), 0);
        return sorted(Files.readAllBytes(file));
    }

    private Processes.Running precis(String name, Object... arguments) throws IOException {
        List<Object> command = new ArrayList<>(Arrays.asList(FLAGS));
        command.addAll(List.of("-cp", jar, "dev.precis.pipeline.app.Main"));
        command.addAll(Arrays.asList(arguments));
        return processes.java(name, command.toArray());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String what, String found) {
        System.out.printf("%-28s %s%n", what, found);
    }
}
