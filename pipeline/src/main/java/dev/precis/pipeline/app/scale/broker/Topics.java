package dev.precis.pipeline.app.scale.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the topics of one archive are called, and how they are kept; whoever has made them otherwise has his reasons.
 */
public record Topics(String prefix) {
    /** Bytes of a record at most: what is larger is done by whoever would have sent it. */
    static final int LARGEST = 4 << 20;

    /** More workers than this would have nothing to do. */
    private static final int PARTITIONS = 12;
    /** Nobody waits for a result that long. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private static final Duration OLDEST_FAILURE = Duration.ofDays(30);

    /** Pages to be read, posts to be described; any worker takes any. */
    String tasks() {
        return prefix + ".tasks";
    }

    /** What became of them. */
    String results() {
        return prefix + ".results";
    }

    /** Tasks that a worker could not do, with the reason. */
    String failures() {
        return prefix + ".failures";
    }

    /** Every committed graph as canonical N-Quads by its name; nothing for one that was taken out. Compacted. */
    public String graphs() {
        return prefix + ".graphs";
    }

    /** Of one partition, of which nothing is read: whoever has it writes the graphs. */
    public String turn() {
        return prefix + ".turn";
    }

    List<NewTopic> all() {
        Map<String, String> passing = Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(OLDEST.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST));
        Map<String, String> failing = Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(OLDEST_FAILURE.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST));
        Map<String, String> lasting = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(LARGEST));
        return List.of(
                topic(tasks(), PARTITIONS, passing),
                topic(results(), PARTITIONS, passing),
                topic(failures(), 1, failing),
                topic(graphs(), PARTITIONS, lasting),
                topic(turn(), 1, Map.of()));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
