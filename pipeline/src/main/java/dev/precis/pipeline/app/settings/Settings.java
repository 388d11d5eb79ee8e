package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.sparql.archive.StoreFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that several commands share, and what follows from them. */
public final class Settings extends SourceSettings {
    public static final int PORT = 3030;
    private static final Duration PATIENCE = Duration.ofHours(12);
    public static final String LOCAL_BASE = "http://localhost:" + PORT + "/";

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where graphs, snapshots and index are kept (default: the folder store beside the launcher).")
    private Path store = HOME.resolve("store");

    @Option(
            names = "--base-uri",
            paramLabel = "IRI",
            converter = BaseConverter.class,
            description = "Serve or export under this base instead of the blog's own; nothing is read again.")
    private @Nullable URI base;

    /** Takes what IRIs can begin with: the address of a folder; its last slash may be left out. */
    public static final class BaseConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI uri = new URI(text.endsWith("/") ? text : text + "/");
                boolean plain = uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
                if (plain
                        && uri.getScheme().matches("(?i)https?")
                        && uri.toString().equals(uri.toASCIIString())) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw new TypeConversionException(expected(text) + " (" + e.getReason() + ")");
            }
            throw new TypeConversionException(expected(text));
        }

        private static String expected(String text) {
            return "expected an absolute IRI such as https://example.org/blog/, not " + text;
        }
    }

    /** Where to put things. */
    public Path store() {
        return store;
    }

    /** The store, to write to. */
    public Stores.Opened open() {
        return stores().open(store, executors());
    }

    /** What the options of the command say that were joined to it last. */
    private StageExecutors executors() {
        return command().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(StageSource.class::isInstance)
                .flatMap(options -> ((StageSource) options).executors().stream())
                .reduce(StageExecutors.DIRECT, (earlier, later) -> later);
    }

    private Stores stores() {
        return keeper().stores();
    }

    /** Has the command run by the server that has the store, if there is one; gives its exit code then. */
    public OptionalInt elsewhere() {
        return elsewhere(StoreRequests.Kind.COMMAND);
    }

    /** As {@link #elsewhere()}, of a command of that kind. */
    public OptionalInt elsewhere(StoreRequests.Kind kind) {
        return stores().isElsewhere(store)
                ? OptionalInt.of(
                        StoreRequests.ask(store, kind, PATIENCE, arguments()).tell(command()))
                : OptionalInt.empty();
    }

    /** What was typed, with whole paths, since the server stands in another folder. */
    private String[] arguments() {
        List<String> typed = command().root().commandLine().getParseResult().originalArgs();
        Stream<String> absolute = typed.stream().map(Settings::absolute);
        boolean named = typed.stream().anyMatch(argument -> argument.matches("--store(?:=.*)?"));
        return Stream.concat(absolute, named ? Stream.of() : Stream.of("--store", absolute(store.toString())))
                .toArray(String[]::new);
    }

    private static String absolute(String argument) {
        int value = argument.startsWith("--") ? argument.indexOf('=') + 1 : 0;
        if (argument.startsWith("-") && value == 0) {
            return argument;
        }
        Path path = Path.of(argument.substring(value));
        return Files.exists(path) ? argument.substring(0, value) + path.toAbsolutePath() : argument;
    }

    /** A store to take things from; refuses what is none before anything is touched. */
    public Path existingStore() {
        if (!Files.isDirectory(store)) {
            throw usage("no store at " + store + ": name it with --store, or ingest something first");
        }
        StoreFormat.check(store);
        return store;
    }

    /** Whether --base-uri was given. */
    public boolean hasBase() {
        return base != null;
    }

    /**
     * The base to publish under: as given; else the root blog's own, unless that is the local default and the server
     * listens elsewhere, for then its links would lead nowhere.
     */
    public String base(Collection<SourceProfile> profiles, int port) {
        URI given = base;
        if (given != null) {
            return given.toString();
        }
        String own = root(profiles).base().toString();
        return own.equals(LOCAL_BASE) && port != PORT ? "http://localhost:" + port + "/" : own;
    }
}
