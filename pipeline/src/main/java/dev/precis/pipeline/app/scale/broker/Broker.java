package dev.precis.pipeline.app.scale.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where a broker is and how it is spoken to.
 *
 * @param servers {@code HOST:PORT}, several with commas
 * @param settings of Kafka's clients as they call them: TLS, SASL; they are in no message
 */
public record Broker(String servers, Topics topics, Map<String, String> settings) {
    /** Nobody is waited for longer than that by whoever could do the work himself. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int REQUEST_MS = 10_000;
    private static final int ADMIN_MS = 5_000;
    private static final int DELIVERY_MS = 20_000;
    private static final int BLOCK_MS = 3_000;
    /** A worker that died is found out after that. */
    static final int SESSION_MS = 10_000;

    public Broker {
        settings = Map.copyOf(settings);
    }

    /** All that is the same for each client. */
    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
        return all;
    }

    /** Writes what has a name and bytes, in the order of what has one name, packed. */
    public KafkaProducer<String, byte[]> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads; one of a group, or alone where that is empty. */
    public KafkaConsumer<String, byte[]> consumer(String group) {
        Map<String, Object> all = common();
        if (!group.isEmpty()) {
            all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            // who has something keeps it when another one comes
            all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MS + BLOCK_MS);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of all of a topic, alone: at its end. */
    KafkaConsumer<String, byte[]> atEnd(String topic) {
        KafkaConsumer<String, byte[]> consumer = consumer("");
        try {
            consumer.assign(partitions(consumer, topic));
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position); // which looks: what is written from now on comes
            return consumer;
        } catch (KafkaException e) {
            consumer.close(Duration.ZERO);
            throw e;
        }
    }

    /** All of a topic. */
    private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .collect(Collectors.toSet());
    }

    /** Asks and manages. */
    public Admin admin() {
        Map<String, Object> all = common();
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MS);
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MS);
        return Admin.create(all);
    }

    /** Creates the topics that are not there. */
    public void createTopics() {
        try (Admin admin = admin()) {
            Set<String> there = answer(admin.listTopics().names());
            List<NewTopic> missing = topics.all().stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            answer(admin.createTopics(missing).all());
        } catch (TopicExistsException meanwhile) {
            // two began at once
        }
    }

    /**
     * Passes on what a topic has at this moment, from where a consumer would begin.
     *
     * @param consumer of no topic so far
     */
    public static void read(
            KafkaConsumer<String, byte[]> consumer, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        Set<TopicPartition> partitions = partitions(consumer, topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    reader.accept(record);
                }
            }
        }
    }

    /**
     * What a broker answers, for which its client waits as long as it is worth; what goes wrong is told by what went
     * wrong and not by who waited for it.
     */
    public static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    /** What a file of Kafka's own settings says. */
    static Map<String, String> settings(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
