package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.serve.Companion;
import dev.precis.sparql.archive.GraphArchive;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a server that say what follows it. */
final class ScaleOptions implements Companion {
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

    private Optional<Applier> applier = Optional.empty();
    private Optional<RemoteClient> client = Optional.empty();

    @Override
    public void check() {
        RemoteAddress address = remote;
        if (address != null) {
            client(address).close();
        }
    }

    @Override
    public void begin(Served served) {
        RemoteAddress address = remote;
        if (address == null) {
            return;
        }
        if (!served.archive().isWritable()) {
            throw usage("--store-remote: the store cannot be written, where it is kept how far the other one came");
        }
        RemoteClient speaking = client(address);
        RemoteStore store = store(served.archive(), served.base(), speaking, address);
        Applier begun = new Applier(served.archive(), store, address.host(), served.log(), Applier.Pace.USUAL);
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
        try {
            return new RemoteClient(address, Credentials.of(credentials, System.getenv()));
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
        return applier.map(Applier::remark).stream().toList();
    }

    @Override
    public void close() {
        applier.ifPresent(Applier::close);
        client.ifPresent(RemoteClient::close);
    }
}
