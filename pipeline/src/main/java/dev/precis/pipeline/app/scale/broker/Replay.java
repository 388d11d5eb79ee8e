package dev.precis.pipeline.app.scale.broker;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Tries again what workers failed at. Nobody waits for it, since whoever asked has done it himself by then: what comes
 * of it is whether the fault is still there.
 */
final class Replay {
    private static final String GROUP = "precis-replay";
    private static final Duration POLL = Duration.ofMillis(500);

    private final Broker broker;
    private final Worker worker;
    private final PrintWriter out;

    record Outcome(int done, int failed) {}

    /** @param out told of what fails still, a line each */
    Replay(Broker broker, Worker worker, PrintWriter out) {
        this.broker = broker;
        this.worker = worker;
        this.out = out;
    }

    /** All that was kept when it began and not tried since. */
    Outcome run() {
        int done = 0;
        int failed = 0;
        try (KafkaConsumer<String, byte[]> consumer = broker.consumer(GROUP);
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            Set<TopicPartition> partitions =
                    Broker.partitions(consumer, broker.topics().failures());
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() >= ends.getOrDefault(partition, 0L)) {
                        continue; // kept by this run
                    }
                    String reason = failure(record.value());
                    if (reason.isEmpty()) {
                        done++;
                    } else {
                        failed++;
                        out.println("fails still: " + reason);
                        keep(producer, record, reason);
                    }
                    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
                }
            }
        }
        return new Outcome(done, failed);
    }

    /** Empty if it can be done. */
    private String failure(byte[] task) {
        try {
            return worker.work(task).reason();
        } catch (Worker.FailedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Behind what was there, so that it is tried again the next time; before it is let go of where it was. */
    private void keep(KafkaProducer<String, byte[]> producer, ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> again =
                new ProducerRecord<>(broker.topics().failures(), record.key(), record.value());
        for (Header header : record.headers()) {
            if (!header.key().equals(WorkerRoutes.REASON)) {
                again.headers().add(header);
            }
        }
        again.headers().add(WorkerRoutes.REASON, reason.getBytes(StandardCharsets.UTF_8));
        producer.send(again);
        producer.flush();
    }
}
