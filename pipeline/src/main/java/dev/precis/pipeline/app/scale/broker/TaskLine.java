package dev.precis.pipeline.app.scale.broker;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Sends the tasks of one run and takes their results. Each has a number; the first result of a number counts, and what
 * belongs to other runs is passed over, so that it does no harm if a worker died and another did the same again.
 */
final class TaskLine implements AutoCloseable {
    /** Of a record, so that whoever waits for others need not look into it. */
    static final String RUN = "precis-run";

    static final String NUMBER = "precis-number";
    /** Seconds since 1970; nobody waits for the result after that. */
    static final String UNTIL = "precis-until";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WAITED_FOR = Duration.ofMinutes(10);
    /** Of the JSON: what else is in a record is small. */
    private static final int LARGEST = Topics.LARGEST - (64 << 10);

    private final Broker broker;
    private final Duration patience;
    private final Workers workers;
    private final PrintWriter log;
    private final String run = UUID.randomUUID().toString();
    private final Map<String, CompletableFuture<Result>> waiting = new ConcurrentHashMap<>();
    private final Optional<Connection> connection;
    private long last;

    private record Connection(
            KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> results, Thread reader) {}

    /**
     * @param patience with workers of which nothing is heard
     * @param workers told of what becomes of the tasks
     * @param log told once when workers are not there, and when they are again
     */
    TaskLine(Broker broker, Duration patience, Workers workers, PrintWriter log) {
        this.broker = broker;
        this.patience = patience;
        this.workers = workers;
        this.log = log;
        workers.heard(); // so that whoever begins is patient again
        this.connection = connect();
    }

    private Optional<Connection> connect() {
        try {
            broker.createTopics();
            KafkaConsumer<String, byte[]> results = broker.atEnd(broker.topics().results());
            Thread reader = Thread.ofPlatform().name("results").daemon().start(() -> take(results));
            return Optional.of(new Connection(broker.producer(), results, reader));
        } catch (KafkaException e) {
            tell("the broker at " + broker.servers() + " does not answer (" + e.getMessage()
                    + "): everything is done here");
            workers.lost(true);
            return Optional.empty();
        }
    }

    private void tell(String line) {
        log.println("workers: " + line);
        log.flush();
    }

    /**
     * A task that was sent.
     *
     * @param sent by the clock of {@link System#nanoTime}
     */
    record Asked(CompletableFuture<Result> result, long sent) {}

    /** Sends a task to whichever worker takes it; nothing if it is better done here. */
    Optional<Asked> send(Task task) {
        if (connection.isEmpty() || (workers.areLost() && !workers.isTimeToTry())) {
            return Optional.empty();
        }
        byte[] json = task.json();
        if (json.length > LARGEST) {
            workers.large();
            return Optional.empty();
        }
        String number = Long.toString(++last);
        CompletableFuture<Result> result = new CompletableFuture<>();
        waiting.put(number, result);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(broker.topics().tasks(), task.subject(), json);
        record.headers()
                .add(RUN, bytes(run))
                .add(NUMBER, bytes(number))
                .add(UNTIL, bytes(Long.toString(Instant.now().plus(WAITED_FOR).getEpochSecond())));
        try {
            connection.get().producer().send(record, (sent, failure) -> {
                if (failure != null) {
                    result.complete(Result.not("could not be sent: " + failure.getMessage()));
                }
            });
        } catch (KafkaException e) {
            waiting.remove(number);
            lose("the broker does not take tasks (" + e.getMessage() + ")");
            return Optional.empty();
        }
        workers.waiting(waiting.size());
        return Optional.of(new Asked(result, System.nanoTime()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The result, when it is there; nothing if it was not done, or nothing is heard of any worker for too long. */
    Optional<Result> await(Asked task) {
        CompletableFuture<Result> asked = task.result();
        boolean met = asked.isDone() || !workers.areLost();
        while (met && !asked.isDone()) {
            try {
                asked.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (workers.silentSince(task.sent()).compareTo(patience) > 0) {
                    lose("nothing was heard of any for " + patience.toSeconds() + " s");
                    met = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                met = false;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        Optional<Result> result =
                Optional.of(asked).filter(CompletableFuture::isDone).map(CompletableFuture::join);
        result.filter(one -> !one.isDone()).ifPresent(one -> failed(one.reason()));
        if (result.filter(Result::isDone).isEmpty()) {
            workers.here();
        }
        return result.filter(Result::isDone);
    }

    private void failed(String reason) {
        if (workers.isNews(reason)) {
            tell("not done by a worker, and so done here: " + reason);
        }
    }

    private void lose(String why) {
        if (workers.lost(true)) {
            tell(why + ": what they would do is done here, until one answers");
        }
    }

    private void take(KafkaConsumer<String, byte[]> results) {
        try (results) {
            while (true) {
                results.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException | InterruptException closed) {
            // it is over
        } catch (KafkaException e) {
            lose("the broker gives no results (" + e.getMessage() + ")");
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!run.equals(header(record, RUN))) {
            return;
        }
        if (workers.heard()) {
            tell("one answers again");
        }
        CompletableFuture<Result> asked = waiting.remove(header(record, NUMBER));
        workers.waiting(waiting.size());
        if (asked != null) {
            asked.complete(result(record.value()));
        }
    }

    private static Result result(byte[] json) {
        try {
            return Result.read(json);
        } catch (IOException | RuntimeException e) {
            return Result.not("what a worker answered is no result: " + e.getMessage());
        }
    }

    /** Of a record; empty if it has none. */
    static String header(ConsumerRecord<?, ?> record, String name) {
        org.apache.kafka.common.header.Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        connection.ifPresent(open -> {
            open.results().wakeup();
            open.producer().close(Duration.ZERO);
        });
        workers.waiting(0);
    }
}
