package dev.precis.pipeline.app.scale.broker;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;

/** From the tasks to the results; what fails is kept beside with its reason, and told. */
final class WorkerRoutes extends RouteBuilder {
    static final String REASON = "precis-reason";
    static final String GROUP = "precis-workers";

    private final Topics topics;
    private final Worker worker;
    private final int threads;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    WorkerRoutes(Topics topics, Worker worker, int threads) {
        this.topics = topics;
        this.worker = worker;
        this.threads = threads;
    }

    long done() {
        return done.get();
    }

    long failed() {
        return failed.get();
    }

    @Override
    public void configure() {
        onException(Worker.FailedException.class)
                .handled(true)
                .process(this::fail)
                .to("kafka:" + topics.failures())
                .process(exchange -> exchange.getMessage()
                        .setBody(Result.not(exchange.getMessage().getHeader(REASON, String.class))
                                .json()))
                .to("kafka:" + topics.results());

        // a task is done once its result is kept: one that dies in between leaves it to another
        from("kafka:" + topics.tasks() + "?groupId=" + GROUP + "&autoOffsetReset=earliest&maxPollRecords=8"
                        + "&consumersCount=" + threads)
                .routeId("work")
                .filter(exchange -> isWaitedFor(exchange.getMessage()))
                .process(exchange -> own(exchange.getMessage()))
                .process(exchange -> exchange.getMessage()
                        .setBody(worker.work(exchange.getMessage().getMandatoryBody(byte[].class))
                                .json()))
                .to("kafka:" + topics.results())
                .process(exchange -> done.incrementAndGet())
                .end();
    }

    private static boolean isWaitedFor(Message task) {
        String until = text(task, TaskLine.UNTIL);
        return !until.matches("\\d{1,18}") || Instant.now().getEpochSecond() <= Long.parseLong(until);
    }

    /** Leaves of the headers, which may say where Camel is to send something, those that are ours. */
    private static void own(Message task) {
        String key = task.getHeader(KafkaConstants.KEY, "", String.class);
        Map<String, String> kept = Map.of(
                TaskLine.RUN, text(task, TaskLine.RUN),
                TaskLine.NUMBER, text(task, TaskLine.NUMBER));
        task.removeHeaders("*");
        task.setHeader(KafkaConstants.KEY, key);
        kept.forEach((name, value) -> task.setHeader(name, value.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(Message message, String name) {
        byte[] value = message.getHeader(name, new byte[0], byte[].class);
        return new String(value, StandardCharsets.US_ASCII);
    }

    private void fail(Exchange exchange) {
        failed.incrementAndGet();
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.getMessage().setHeader(REASON, String.valueOf(failure.getMessage()));
    }
}
