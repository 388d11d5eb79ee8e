package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.scale.broker.Broker;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.Follower;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * A topic that has what an archive has: every graph by its name as canonical N-Quads, and nothing under the name of one
 * that was taken out. What is written twice is as if it was written once, since the topic is compacted.
 */
final class GraphTopic implements Follower, AutoCloseable {
    private static final int BATCH = 200;

    private final GraphArchive archive;
    private final BaseSwap swap;
    private final Broker broker;
    private final KafkaProducer<String, byte[]> producer;
    private final Path file;
    private volatile RemotePosition position;

    /**
     * @param base that graphs are to have there; empty for each graph's own
     * @throws KafkaException if the broker does not answer
     */
    GraphTopic(GraphArchive archive, String base, Broker broker) {
        this.archive = archive;
        this.swap = new BaseSwap(base);
        this.broker = broker;
        broker.createTopics();
        String topic = broker.topics().graphs();
        try (Admin admin = broker.admin()) {
            // one of the same name that was made anew is another one, and empty
            TopicDescription described = Broker.answer(
                            admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic);
            String id = String.valueOf(Objects.requireNonNull(described, topic).topicId());
            this.file = RemotePosition.file(archive.store(), String.join(" ", "kafka", topic, id, base));
        }
        this.position = RemotePosition.read(file);
        this.producer = broker.producer();
    }

    @Override
    public ArchiveVersion version() {
        return position.version();
    }

    @Override
    public void follow(List<Change> changes, ArchiveVersion version) {
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Change change : ordered) {
            if (change.kind() == Change.Kind.REMOVED) {
                records.add(record(swap.apply(change.graph(), change.base()), new byte[0]));
            } else {
                // what was put and is not there any more: its removal is yet to come
                archive.entry(change.graph()).map(this::record).ifPresent(records::add);
            }
            write(records, BATCH);
        }
        write(records, 0);
        reached(version);
    }

    /** Writes all that there is, and takes out what else the topic has. */
    @Override
    public void followAnew() {
        ArchiveVersion version = archive.version();
        Set<String> others = names();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (ArchiveEntry row : archive.entries()) {
            ProducerRecord<String, byte[]> record = record(row);
            others.remove(record.key());
            records.add(record);
            write(records, BATCH);
        }
        others.forEach(name -> records.add(record(name, new byte[0])));
        write(records, 0);
        reached(version);
    }

    private void reached(ArchiveVersion version) {
        position = position.at(version);
        position.write(file);
    }

    private ProducerRecord<String, byte[]> record(ArchiveEntry row) {
        NamedGraph graph = swap.apply(archive.read(row));
        return record(graph.name(), NQuads.write(graph));
    }

    private ProducerRecord<String, byte[]> record(String name, byte[] statements) {
        return new ProducerRecord<>(broker.topics().graphs(), name, statements.length == 0 ? null : statements);
    }

    /** Writes them, if there are more than so many, and knows that they are kept. */
    private void write(List<ProducerRecord<String, byte[]>> records, int most) {
        if (records.size() <= most) {
            return;
        }
        List<Future<RecordMetadata>> sent =
                records.stream().map(record -> producer.send(record)).toList();
        sent.forEach(Broker::answer);
        records.clear();
    }

    /** The names under which there is something in the topic. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (KafkaConsumer<String, byte[]> consumer = broker.consumer("")) {
            Broker.read(consumer, broker.topics().graphs(), record -> {
                if (record.value() == null) {
                    names.remove(record.key());
                } else {
                    names.add(record.key());
                }
            });
        }
        return names;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
