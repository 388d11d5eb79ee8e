import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker, workers, one that applies, an RDF4J Server and a replica, all of them killed now and then, against one
 * process: what is missing, what is twice, whether all have the same. Exits with 1 if anything differs.
 */
final class Scaleout {
    private static final String[] FLAGS = {
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"
    };
    private static final int KAFKA = 19192;
    private static final int RDF4J = 19180;
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
    private final List<Running> all = new ArrayList<>();
    private boolean wrong;

    /** A process and the time it took of the processor, looked at again and again, since one that is gone tells nothing. */
    private static final class Running {
        private final Process process;
        private volatile Duration cpu = Duration.ZERO;

        Running(Process process) {
            this.process = process;
            Thread.ofPlatform().daemon().start(() -> {
                while (process.isAlive()) {
                    process.info().totalCpuDuration().ifPresent(time -> cpu = time);
                    pause(50);
                }
            });
        }
    }

    private Scaleout(Map<String, String> options) {
        this.work = Path.of(options.get("work"));
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
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run.all.forEach(one -> one.process.destroyForcibly())));
        run.run();
        System.exit(run.wrong ? 1 : 0);
    }

    private void run() throws Exception {
        Running alone = precis("alone", "ingest", "--no-index", "--threads", "1", "--sources", sources, "--source", source,
                "--store", work.resolve("alone"), input);
        long began = System.nanoTime();
        ended(alone, 0, 1);
        double wall = seconds(began);
        String wanted = export("alone");
        say("one process", "%.1f s, %.1f CPU-s".formatted(wall, cpu(alone)));

        Running kafka = startBroker();
        List<Running> killed = new ArrayList<>();
        Running[] staff = new Running[workers];
        for (int i = 0; i < workers; i++) {
            staff[i] = worker(i);
        }
        pause(5_000);
        spoil();
        began = System.nanoTime();
        int appliers = 0;
        int restarts = 0;
        double applied = 0;
        boolean done = false;
        while (!done) {
            appliers++;
            Running applier = precis("applier", "ingest", "--no-index", "--broker", "localhost:" + KAFKA, "--sources",
                    sources, "--source", source, "--store", work.resolve("store"), input);
            boolean mortal = kills && appliers <= 2;
            boolean restart = kills && appliers == 3;
            long dies = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(6_000 + random.nextInt(12_000));
            while (applier.process.isAlive()) {
                pause(100);
                if (mortal && System.nanoTime() > dies) {
                    applier.process.destroyForcibly().waitFor();
                } else if (restart && System.nanoTime() > dies) {
                    kafka.process.destroyForcibly().waitFor();
                    pause(random.nextInt(4_000));
                    kafka = java("broker", "-Xmx384m", "-cp", broker + "/*", "kafka.Kafka", work.resolve("server.properties"));
                    restart = false;
                    restarts++;
                } else if (kills && random.nextInt(250) == 0) {
                    int victim = random.nextInt(workers);
                    staff[victim].process.destroyForcibly().waitFor();
                    killed.add(staff[victim]);
                    staff[victim] = worker(victim);
                }
            }
            applied += cpu(applier);
            done = applier.process.exitValue() == 0 || applier.process.exitValue() == 1;
        }
        say("through " + workers + " workers", "%.1f s, %d workers and %d appliers killed, the broker %d times"
                .formatted(seconds(began), killed.size(), appliers - 1, restarts));
        double worked = Stream.concat(Arrays.stream(staff), killed.stream()).mapToDouble(Scaleout::cpu).sum();
        say("CPU-s", "%.1f of workers, %.1f of appliers".formatted(worked, applied));
        say("tasks, results, failures", records("precis.tasks") + ", " + records("precis.results") + ", "
                + records("precis.failures"));
        Running replay = precis("replay", "worker", "--replay", "--broker", "localhost:" + KAFKA, "--sources", sources);
        ended(replay, 1);
        say("replay", Files.readString(work.resolve("replay.log")).strip().lines().toList().getLast());
        compare("export of the applier", wanted, export("store"));
        followers(wanted);
    }

    /** Records that are no tasks, one of which says where it wants to go. */
    private static void spoil() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:" + KAFKA), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("precis.tasks", "no task", "{".getBytes(StandardCharsets.UTF_8)));
            ProducerRecord<String, byte[]> sly = new ProducerRecord<>("precis.tasks", "sly", new byte[10]);
            sly.headers().add("kafka.OVERRIDE_TOPIC", "precis.graphs".getBytes(StandardCharsets.UTF_8));
            producer.send(sly);
            producer.flush();
        }
    }

    private Running worker(int number) throws IOException {
        return precis("worker-" + number, "worker", "--broker", "localhost:" + KAFKA, "--sources", sources, "--pause",
                pause);
    }

    private void followers(String wanted) throws Exception {
        String repository = "http://localhost:" + RDF4J + "/rdf4j-server/repositories/precis";
        startRdf4j(repository);
        String remote = "sparql=" + repository + ",gsp=" + repository + "/rdf-graphs/service";
        long began = System.nanoTime();
        Running server = serve(remote);
        Running replica = replica();
        if (kills) {
            pause(8_000 + random.nextInt(8_000));
            server.process.destroyForcibly().waitFor();
            server = serve(remote);
            pause(8_000);
            replica.process.destroyForcibly().waitFor();
            replica = replica();
        }
        String health = await(ADMIN, "store at localhost:" + RDF4J + ": has all", "graphs at localhost:" + KAFKA + ": has all");
        await(REPLICA + 1, "has all that it told");
        say("caught up", "%.1f s: %s".formatted(seconds(began), health));
        stop(server);
        stop(replica);
        compare("export of the replica", wanted, export("replica"));
        compareTopic(wanted);
        Running sync = precis("sync", "sync", "--verify", "--store-remote", remote, "--sources", sources, "--store",
                work.resolve("store"));
        ended(sync, 0);
        String told = Files.readString(work.resolve("sync.log")).strip();
        say("RDF4J", told);
        wrong |= !told.contains(" 0 differed");
    }

    private Running serve(String remote) throws IOException {
        return precis("serve", "serve", "--broker", "localhost:" + KAFKA, "--store-remote", remote, "--port", SERVE,
                "--admin-port", ADMIN, "--sources", sources, "--store", work.resolve("store"));
    }

    private Running replica() throws IOException {
        return precis("replica", "serve", "--follow", "http://localhost:" + ADMIN, "--port", REPLICA, "--admin-port",
                REPLICA + 1, "--sources", sources, "--store", work.resolve("replica"));
    }

    /** The topic of graphs, its last record of each name. */
    private void compareTopic(String wanted) throws Exception {
        Map<String, byte[]> graphs = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, "precis.graphs");
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    if (record.value() == null) {
                        graphs.remove(record.key());
                    } else {
                        graphs.put(record.key(), record.value());
                    }
                });
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        graphs.values().forEach(all::writeBytes);
        compare("topic of graphs (" + graphs.size() + ")", wanted, sorted(all.toByteArray()));
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
        ended(precis("export", "export", "--format", "nquads", "--sources", sources, "--store", work.resolve(store), file), 0);
        return sorted(Files.readAllBytes(file));
    }

    private Running startBroker() throws Exception {
        Path settings = work.resolve("server.properties");
        Files.writeString(settings, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                """.formatted(KAFKA, KAFKA + 1, work.resolve("broker")));
        String jars = broker + "/*";
        ended(java("format", "-cp", jars, "kafka.tools.StorageTool", "format", "-t", "00m6cUhMQPCoFNfaup3Puw", "-c", settings), 0);
        Running running = java("broker", "-Xmx384m", "-cp", jars, "kafka.Kafka", settings);
        await(KAFKA);
        return running;
    }

    private void startRdf4j(String repository) throws Exception {
        java("rdf4j", "-Xmx512m", "-Dorg.eclipse.rdf4j.appdata.basedir=" + work.resolve("rdf4j"), "-jar",
                rdf4j.resolve("jetty-runner.jar"), "--port", RDF4J, "--path", "/rdf4j-server",
                rdf4j.resolve("rdf4j-http-server.war"));
        await(RDF4J);
        String settings = """
                @prefix rep: <http://www.openrdf.org/config/repository#> .
                @prefix sr: <http://www.openrdf.org/config/repository/sail#> .
                @prefix sail: <http://www.openrdf.org/config/sail#> .
                @prefix ns: <http://www.openrdf.org/config/sail/native#> .
                [] a rep:Repository ; rep:repositoryID "precis" ;
                   rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
                     sr:sailImpl [ sail:sailType "openrdf:NativeStore" ; ns:tripleIndexes "spoc,posc,cspo" ] ] .
                """;
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(repository))
                        .header("Content-Type", "text/turtle")
                        .PUT(HttpRequest.BodyPublishers.ofString(settings))
                        .build(), HttpResponse.BodyHandlers.ofString());
        if (made.statusCode() / 100 != 2) {
            throw new IllegalStateException("no repository: " + made.statusCode() + " " + made.body());
        }
    }

    private Running precis(String name, Object... arguments) throws IOException {
        List<Object> command = new ArrayList<>(Arrays.asList(FLAGS));
        command.addAll(List.of("-cp", jar, "dev.precis.pipeline.app.Main"));
        command.addAll(Arrays.asList(arguments));
        return java(name, command.toArray());
    }

    private Running java(String name, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve(name + ".log").toFile()));
        Running running = new Running(builder.start());
        all.add(running);
        return running;
    }

    private void ended(Running running, Integer... codes) throws InterruptedException {
        int code = running.process.waitFor();
        if (!List.of(codes).contains(code)) {
            throw new IllegalStateException(running.process.info() + " ended with " + code + ": see " + work);
        }
    }

    private static void stop(Running running) throws InterruptedException {
        running.process.destroy();
        running.process.waitFor();
    }

    /** Until something listens there. */
    private static void await(int port) {
        for (int i = 0; i < 600; i++) {
            try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
                return;
            } catch (IOException notYet) {
                pause(200);
            }
        }
        throw new IllegalStateException("nothing listens at " + port);
    }

    /** Until a server says all that of itself. */
    private static String await(int port, String... states) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")).build();
        String told = "";
        for (int i = 0; i < 6000; i++) {
            try {
                told = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException notYet) {
                told = "";
            }
            if (Arrays.stream(states).allMatch(told::contains)) {
                return told.strip().replace("\n", "; ");
            }
            pause(200);
        }
        throw new IllegalStateException("not within 20 minutes: " + Arrays.toString(states) + ", but " + told);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:" + KAFKA), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    private static long records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static double cpu(Running running) {
        return running.cpu.toMillis() / 1000.0;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String what, String found) {
        System.out.printf("%-28s %s%n", what, found);
    }
}
