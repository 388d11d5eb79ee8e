package dev.precis.pipeline.app;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that several commands share, and what follows from them. */
final class Settings {
    static final int PORT = 3030;
    static final String LOCAL_BASE = "http://localhost:" + PORT + "/";
    private static final Path HOME = Path.of(System.getProperty("precis.home", "."));

    @Spec(Spec.Target.MIXEE)
    private picocli.CommandLine.Model.@Nullable CommandSpec command;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where graphs, snapshots and index are kept (default: the folder store beside the launcher).")
    private Path store = HOME.resolve("store");

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder of sources (default: data/sources beside the launcher).")
    private @Nullable Path sources;

    @Option(
            names = "--base-uri",
            paramLabel = "IRI",
            converter = BaseConverter.class,
            description = "Serve or export under this base instead of the blog's own; nothing is read again.")
    private @Nullable URI base;

    /** Takes what IRIs can begin with: the address of a folder; its last slash may be left out. */
    static final class BaseConverter implements ITypeConverter<URI> {
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
    Path store() {
        return store;
    }

    /** A store to take things from. */
    Path existingStore() {
        if (!Files.isDirectory(store)) {
            throw usage("no store at " + store + ": name it with --store, or ingest something first");
        }
        return store;
    }

    /** The folder of sources: as given, else that of the input, else the one that comes with the software. */
    Path sources(Path input) {
        Path given = sources;
        if (given != null) {
            return given;
        }
        Path own = input.resolve("sources");
        return Files.isDirectory(own) ? own : HOME.resolve("data").resolve("sources");
    }

    SequencedMap<String, SourceProfile> profiles(Path input) {
        Path folder = sources(input);
        if (!Files.isDirectory(folder)) {
            throw usage("no folder of sources at " + folder + ": name it with --sources");
        }
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles(Version.number()).readAll(folder);
        if (profiles.isEmpty()) {
            throw usage("no source in " + folder + ": expected a folder with a profile.yaml");
        }
        return profiles;
    }

    /** Refuses a --source that there is no profile of; an empty one stands for none. */
    void checkSource(String source, SequencedMap<String, SourceProfile> profiles) {
        if (!source.isEmpty() && !profiles.containsKey(source)) {
            throw usage("no source " + source + ": known are " + String.join(", ", profiles.keySet()));
        }
    }

    /** Whether --base-uri was given. */
    boolean hasBase() {
        return base != null;
    }

    /**
     * The base to publish under: as given; else the root blog's own, unless that is the local default and the server
     * listens elsewhere, for then its links would lead nowhere.
     */
    String base(Collection<SourceProfile> profiles, int port) {
        URI given = base;
        if (given != null) {
            return given.toString();
        }
        String own = root(profiles).base().toString();
        return own.equals(LOCAL_BASE) && port != PORT ? "http://localhost:" + port + "/" : own;
    }

    /** The blog that has the root of the server to itself; where none has, the first. */
    static SourceProfile root(Collection<SourceProfile> profiles) {
        return profiles.stream()
                .filter(profile -> profile.path().isEmpty())
                .findFirst()
                .orElseGet(() -> profiles.iterator().next());
    }

    ParameterException usage(String message) {
        if (command == null) {
            throw new IllegalStateException("settings outside a command: " + message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
