package dev.precis.pipeline.app;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.archive.StoreFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that several commands share, and what follows from them. */
final class Settings extends SourceSettings {
    static final int PORT = 3030;
    static final String LOCAL_BASE = "http://localhost:" + PORT + "/";

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

    /** A store to take things from; refuses what is none before anything is touched. */
    Path existingStore() {
        if (!Files.isDirectory(store)) {
            throw usage("no store at " + store + ": name it with --store, or ingest something first");
        }
        StoreFormat.check(store);
        return store;
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
}
