package dev.precis.pipeline.app.scale;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.scale.broker.BrokerOptions;
import dev.precis.pipeline.app.scale.broker.Workers;
import dev.precis.pipeline.app.serve.Companion;
import dev.precis.pipeline.app.settings.WebhookAddress;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a server that say what follows it. */
final class ScaleOptions implements Companion {
    private static final Duration CHECK = Duration.ofMinutes(10);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--store-remote",
            paramLabel = "sparql=URL,gsp=URL",
            converter = RemoteAddress.Converter.class,
            description = "Keep a store of SPARQL 1.1 elsewhere up to date: it is asked at sparql=, and graphs are put"
                    + " at gsp= or updated at update=.")
    private @Nullable RemoteAddress remote;

    @Option(
            names = "--remote-credentials",
            paramLabel = "FILE",
            description = "One line, user:password or Bearer TOKEN, for it (default: the variable "
                    + Credentials.VARIABLE + ").")
    private @Nullable Path credentials;

    @Option(
            names = "--follow",
            paramLabel = "URL",
            converter = WebhookAddress.class,
            description = "Be a replica of the server whose admin port is there: what changes there changes here, and"
                    + " nothing else is taken in.")
    private @Nullable URI followed;

    private final Optional<BrokerOptions> broker;

    private Optional<Following> following = Optional.empty();
    private Optional<Applier> applier = Optional.empty();
    private Optional<RemoteClient> client = Optional.empty();
    private Optional<GraphPublisher> graphs = Optional.empty();

    /** Of a command that names them as its mixin. */
    ScaleOptions() {
        this.broker = Optional.empty();
    }

    /**
     * @param command that they are joined to
     * @param broker joined to it, too
     */
    ScaleOptions(CommandSpec command, BrokerOptions broker) {
        this.command = command;
        this.broker = Optional.of(broker);
    }

    @Override
    public void check() {
        broker.ifPresent(BrokerOptions::broker); // which reads its settings
        if (remote != null || followed != null) {
            known();
        }
    }

    @Override
    public StageExecutors executors() {
        return broker.flatMap(BrokerOptions::executors).orElse(StageExecutors.DIRECT);
    }

    @Override
    public boolean isOnlyWriter() {
        return followed != null;
    }

    @Override
    public Map<String, HttpHandler> rooms(GraphArchive archive) {
        return Map.of(ReplicaRoom.PATH, new ReplicaRoom(archive));
    }

    @Override
    public void begin(Served served) {
        URI original = followed;
        if (original != null) {
            following = Optional.of(Following.begin(served, original, known(), Repeated.Pace.USUAL));
        }
        broker.flatMap(BrokerOptions::workers).ifPresent(workers -> workers.bindTo(served.registry()));
        if (served.archive().isWritable()) {
            graphs = broker.flatMap(BrokerOptions::broker)
                    .map(one -> GraphPublisher.begin(served, one, Repeated.Pace.USUAL));
        }
        RemoteAddress address = remote;
        if (address == null) {
            return;
        }
        if (!served.archive().isWritable()) {
            throw usage("--store-remote: the store cannot be written, where it is kept how far the other one came");
        }
        RemoteClient speaking = client(address);
        RemoteStore store = store(served.archive(), served.base(), speaking, address);
        Applier begun = new Applier(
                served.archive(),
                store,
                address.host(),
                served.log(),
                RemoteStore.LEASE.dividedBy(3),
                CHECK,
                Repeated.Pace.USUAL);
        begun.bindTo(served.registry());
        client = Optional.of(speaking);
        applier = Optional.of(begun.start());
    }

    /** The address, which must have been given. */
    RemoteAddress address() {
        RemoteAddress address = remote;
        if (address == null) {
            throw usage("name the store with --store-remote");
        }
        return address;
    }

    /** Speaks to that address. */
    RemoteClient client(RemoteAddress address) {
        return new RemoteClient(address, known());
    }

    private Optional<Credentials> known() {
        try {
            return Credentials.of(credentials, System.getenv());
        } catch (IllegalArgumentException e) {
            throw usage("--remote-credentials: " + e.getMessage());
        }
    }

    static RemoteStore store(GraphArchive archive, String base, RemoteClient client, RemoteAddress address) {
        return new RemoteStore(
                archive,
                base,
                client,
                address.sparql().toString(),
                RemoteStore.LEASE,
                RemoteStore.PAUSE,
                InstantSource.system());
    }

    private ParameterException usage(String message) {
        if (command == null) {
            throw new IllegalStateException("options outside a command");
        }
        return new ParameterException(command.commandLine(), message);
    }

    @Override
    public List<String> remarks() {
        return Stream.of(
                        following.map(Following::remark),
                        applier.map(Applier::remark),
                        graphs.map(GraphPublisher::remark),
                        broker.flatMap(BrokerOptions::workers).map(Workers::remark))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        following.ifPresent(Following::close);
        applier.ifPresent(Applier::close);
        graphs.ifPresent(GraphPublisher::close);
        client.ifPresent(RemoteClient::close);
    }
}
