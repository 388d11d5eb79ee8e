package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.app.settings.StageSource;
import dev.precis.pipeline.execute.StageExecutors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options that name a broker. */
public final class BrokerOptions implements StageSource {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--broker",
            paramLabel = "HOST:PORT",
            converter = Servers.class,
            description = "A broker of Kafka, or several with commas, whose workers (./precis worker) read pages and"
                    + " posts; what none does is done here.")
    private @Nullable String servers;

    @Option(
            names = "--broker-settings",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients for it: TLS, SASL.")
    private @Nullable Path settings;

    @Option(
            names = "--broker-topics",
            paramLabel = "PREFIX",
            converter = Prefix.class,
            description = "What the names of its topics begin with (default: precis).")
    private String prefix = "precis";

    private final Workers workers = new Workers();

    /** Of a command that names them as its mixin. */
    public BrokerOptions() {}

    /** @param command that they are joined to */
    public BrokerOptions(CommandSpec command) {
        this.command = command;
    }

    /** Takes hosts with ports; the usual one may be left out. */
    static final class Servers implements ITypeConverter<String> {
        private static final String PORT = ":9092";

        @Override
        public String convert(String text) {
            StringBuilder servers = new StringBuilder();
            for (String one : text.split(",", -1)) {
                if (!one.matches("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+\\])(?::[1-9]\\d{0,4})?")) {
                    throw new TypeConversionException("expected HOST or HOST:PORT, several with commas, not " + text);
                }
                servers.append(servers.isEmpty() ? "" : ",").append(one.matches(".*:\\d+") ? one : one + PORT);
            }
            return servers.toString();
        }
    }

    /** Takes what names of topics may have (Kafka, internals.Topic), with room for the rest of them. */
    static final class Prefix implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.matches("[A-Za-z0-9._-]{1,100}")) {
                return text;
            }
            throw new TypeConversionException("expected letters, digits, dots and hyphens, not " + text);
        }
    }

    /** The broker that was named. */
    public Optional<Broker> broker() {
        String named = servers;
        return named == null ? Optional.empty() : Optional.of(new Broker(named, new Topics(prefix), properties()));
    }

    private Map<String, String> properties() {
        Path file = settings;
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw usage("--broker-settings: cannot read " + file + ": " + e.getMessage());
        }
        return Broker.settings(properties);
    }

    /** What is known of the workers, if there may be any. */
    public Optional<Workers> workers() {
        return servers == null ? Optional.empty() : Optional.of(workers);
    }

    @Override
    public Optional<StageExecutors> executors() {
        return broker().map(broker -> executors(broker, err()));
    }

    /** @param log told of workers that are not there */
    public StageExecutors executors(Broker broker, PrintWriter log) {
        return (source, digest, here) ->
                new BrokerExecutor(source, digest, here, new TaskLine(broker, Broker.PATIENCE, workers, log));
    }

    private PrintWriter err() {
        return command().commandLine().getErr();
    }

    private ParameterException usage(String message) {
        return new ParameterException(command().commandLine(), message);
    }

    private CommandSpec command() {
        if (command == null) {
            throw new IllegalStateException("options outside a command");
        }
        return command;
    }
}
