package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.SourceSettings;
import dev.precis.pipeline.app.settings.StageOptions;
import dev.precis.pipeline.app.settings.StopSignal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads pages and posts for whoever asks through a broker, until it is stopped. */
@Command(
        name = "worker",
        description = "Read pages and posts for those who name the same --broker, until it is stopped; it needs the"
                + " same version and settings of sources as they have, and no store.")
public final class WorkerCommand implements Callable<Integer> {
    @Mixin
    private SourceSettings settings = new SourceSettings();

    @Mixin
    private BrokerOptions options = new BrokerOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = StageOptions.Converter.class,
            description = "How many tasks are done at once (default: 1).")
    private int threads = 1;

    @Option(
            names = "--replay",
            description = "Try what workers failed at again, once, by this program and these settings, and end: what"
                    + " fails still stays kept with its reason; 1 if anything does.")
    private boolean replay;

    @Option(names = "--pause", paramLabel = "MS", hidden = true, description = "After each task.")
    private int pause;

    @Override
    public Integer call() {
        Broker broker = options.broker().orElseThrow(() -> settings.usage("name the broker with --broker"));
        PrintWriter out = settings.command().commandLine().getOut();
        settings.profiles(Path.of("")); // what is wrong with them is told at once
        if (replay) {
            return replay(broker, out);
        }
        try (StopSignal stop = new StopSignal();
                KnownSources sources = new KnownSources(() -> settings.profiles(Path.of("")))) {
            broker.createTopics();
            WorkerRoutes routes =
                    new WorkerRoutes(broker.topics(), new Worker(sources, Duration.ofMillis(pause)), threads);
            try (CamelContext context = new DefaultCamelContext()) {
                context.disableJMX();
                context.addComponent("kafka", component(broker));
                context.addRoutes(routes);
                context.start();
                out.println("works for " + broker.servers());
                stop.await();
                context.stop();
            }
            out.println(routes.done() + " tasks done, " + routes.failed() + " failed");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }

    private int replay(Broker broker, PrintWriter out) {
        broker.createTopics();
        try (KnownSources sources = new KnownSources(() -> settings.profiles(Path.of("")))) {
            Replay.Outcome outcome = new Replay(broker, new Worker(sources, Duration.ZERO), out).run();
            out.println(outcome.done() + " can be done now, " + outcome.failed() + " fail still");
            return outcome.failed() == 0 ? 0 : Failure.FAILED;
        }
    }

    private static KafkaComponent component(Broker broker) {
        KafkaConfiguration configuration = new KafkaConfiguration();
        configuration.setBrokers(broker.servers());
        configuration.setValueDeserializer("org.apache.kafka.common.serialization.ByteArrayDeserializer");
        configuration.setValueSerializer("org.apache.kafka.common.serialization.ByteArraySerializer");
        configuration.setCompressionCodec("gzip");
        configuration.setMaxRequestSize(Topics.LARGEST);
        configuration.setSessionTimeoutMs(Broker.SESSION_MS);
        broker.settings().forEach(configuration.getAdditionalProperties()::put);
        KafkaComponent component = new KafkaComponent();
        component.setConfiguration(configuration);
        return component;
    }
}
