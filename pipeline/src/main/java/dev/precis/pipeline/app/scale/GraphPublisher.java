package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.scale.broker.Broker;
import dev.precis.pipeline.app.serve.Companion;
import dev.precis.sparql.archive.ArchiveVersion;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps the topic of graphs up to date while an archive is served. Kafka gives the one partition of the topic of turns
 * to one consumer at a time: whoever has it writes, the others wait.
 */
final class GraphPublisher implements AutoCloseable {
    private static final String GROUP = "precis-graphs";
    private static final Duration POLL = Duration.ofMillis(200);

    private final Companion.Served served;
    private final Broker broker;
    private final Repeated steps;
    private Optional<KafkaConsumer<String, byte[]>> turn = Optional.empty();
    private volatile Optional<GraphTopic> topic = Optional.empty();
    private volatile String waits = "";

    private GraphPublisher(Companion.Served served, Broker broker, Repeated.Pace pace) {
        this.served = served;
        this.broker = broker;
        this.steps = new Repeated("graphs at " + broker.servers(), this::step, served.log(), pace);
    }

    static GraphPublisher begin(Companion.Served served, Broker broker, Repeated.Pace pace) {
        GraphPublisher publisher = new GraphPublisher(served, broker, pace);
        Gauge.builder("precis.graphs.lag", publisher, GraphPublisher::lag)
                .description("Commits that the broker's topic of graphs has not got")
                .register(served.registry());
        Gauge.builder("precis.graphs.failures", publisher, of -> of.steps.failures())
                .description("Attempts in a row that failed to write graphs to the broker")
                .register(served.registry());
        publisher.steps.start();
        return publisher;
    }

    private long lag() {
        return served.archive().version().number()
                - Math.max(
                        topic.map(GraphTopic::version)
                                .map(ArchiveVersion::number)
                                .orElse(0L),
                        0);
    }

    /** One line. */
    String remark() {
        String state = !waits.isEmpty() ? waits : lag() == 0 ? "has all" : "is " + lag() + " commits behind";
        return "graphs at " + broker.servers() + ": " + state + (steps.reason().isEmpty() ? "" : "; " + steps.reason());
    }

    private void step() {
        try {
            if (!hasTurn()) {
                await();
                return;
            }
            if (!waits.isEmpty()) {
                waits = "";
                steps.tell("it is this one's turn now");
            }
            if (topic.isEmpty()) {
                topic = Optional.of(new GraphTopic(served.archive(), served.base(), broker));
            }
            GraphTopic own = topic.orElseThrow();
            if (!own.version().equals(served.archive().version())) {
                served.archive().bringUpToDate(own);
            }
        } catch (KafkaException e) {
            end();
            throw RemoteException.of("the broker does not answer: " + e.getMessage());
        }
    }

    private void await() {
        topic.ifPresent(GraphTopic::close);
        topic = Optional.empty();
        if (waits.isEmpty()) {
            waits = "another one writes them (" + holder() + "): this one waits";
            steps.tell(waits);
        }
    }

    private boolean hasTurn() {
        if (turn.isEmpty()) {
            broker.createTopics();
            KafkaConsumer<String, byte[]> consumer = broker.consumer(GROUP);
            consumer.subscribe(List.of(broker.topics().turn()));
            turn = Optional.of(consumer);
            consumer.poll(POLL.multipliedBy(10)); // to join takes a while
        }
        turn.orElseThrow().poll(POLL);
        return !turn.orElseThrow().assignment().isEmpty();
    }

    /** Who has the turn, as far as the broker says. */
    private String holder() {
        try (Admin admin = broker.admin()) {
            return Broker.answer(admin.describeConsumerGroups(List.of(GROUP)).all()).values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(MemberDescription::host)
                    .collect(Collectors.joining(", "));
        }
    }

    private void end() {
        topic.ifPresent(GraphTopic::close);
        topic = Optional.empty();
        turn.ifPresent(consumer -> consumer.close(Duration.ZERO));
        turn = Optional.empty();
    }

    @Override
    public void close() {
        steps.close();
        Thread.interrupted();
        topic.ifPresent(GraphTopic::close);
        turn.ifPresent(consumer -> consumer.close(Duration.ofSeconds(1))); // which gives the turn to the next
    }
}
