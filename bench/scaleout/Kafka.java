import dev.precis.pipeline.app.scale.broker.Broker;
import dev.precis.pipeline.app.scale.broker.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A broker in a process of its own, and what is in its topics. */
final class Kafka {
    static final int PORT = 19192;
    static final String SERVERS = "localhost:" + PORT;

    private final Processes processes;
    private final String jars;
    private final Path settings;
    private final Broker broker = new Broker(SERVERS, new Topics("precis"), Map.of());
    private Processes.Running running;

    Kafka(Processes processes, Path jars, Path work) throws Exception {
        this.processes = processes;
        this.jars = jars + "/*";
        this.settings = work.resolve("server.properties");
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
                """.formatted(PORT, PORT + 1, work.resolve("broker")));
        processes.ended(processes.java("format", "-cp", this.jars, "kafka.tools.StorageTool", "format", "-t",
                "00m6cUhMQPCoFNfaup3Puw", "-c", settings), 0);
        start();
        Processes.await(PORT);
    }

    void start() throws Exception {
        running = processes.java("broker", "-Xmx384m", "-cp", jars, "kafka.Kafka", settings);
    }

    void kill() throws InterruptedException {
        running.kill();
    }

    /** Records that are no tasks, one of which says where it wants to go. */
    void spoil() {
        broker.createTopics();
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            byte[] cut = "{".getBytes(StandardCharsets.UTF_8);
            Broker.answer(producer.send(new ProducerRecord<>("precis.tasks", "no task", cut)));
            ProducerRecord<String, byte[]> sly = new ProducerRecord<>("precis.tasks", "sly", new byte[10]);
            sly.headers().add("kafka.OVERRIDE_TOPIC", "precis.graphs".getBytes(StandardCharsets.UTF_8));
            Broker.answer(producer.send(sly));
        }
    }

    /** How many were ever written to a topic. */
    long records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = broker.consumer("")) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(one.topic(), one.partition()))
                            .toList())
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** What the topic of graphs has last under each name, one after the other. */
    byte[] graphs() {
        Map<String, byte[]> graphs = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = broker.consumer("")) {
            Broker.read(consumer, "precis.graphs", record -> {
                if (record.value() == null) {
                    graphs.remove(record.key());
                } else {
                    graphs.put(record.key(), record.value());
                }
            });
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        graphs.values().forEach(all::writeBytes);
        return all.toByteArray();
    }
}
