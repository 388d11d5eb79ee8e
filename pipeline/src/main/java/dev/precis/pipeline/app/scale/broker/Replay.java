package dev.precis.pipeline.app.scale.broker;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        try (KafkaConsumer<String, byte[]> consumer = broker.consumer(GROUP);
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            Broker.read(consumer, broker.topics().failures(), record -> {
                String reason = failure(record.value());
                if (reason.isEmpty()) {
                    done.incrementAndGet();
                } else {
                    failed.incrementAndGet();
                    out.println("fails still: " + reason);
                    keep(producer, record, reason);
                }
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
            });
        }
        return new Outcome(done.get(), failed.get());
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
        Broker.answer(producer.send(again));
    }
}
