package dev.precis.pipeline.app.settings;

import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens stores for commands; the one that this process serves is open already. */
public final class Stores {
    private final Optional<GraphArchive> served;

    /** Runs commands, on stores that it keeps. */
    public interface Keeper {
        Stores stores();

        /** The version of Précis that it is: what another made is made anew by its commands. */
        String program();

        /** Runs a command on such stores and gives its exit code. */
        int run(Stores stores, PrintWriter out, PrintWriter err, List<String> arguments);
    }

    private Stores(Optional<GraphArchive> served) {
        this.served = served;
    }

    /** Of a process that serves nothing. */
    public static Stores none() {
        return new Stores(Optional.empty());
    }

    /** Of a process that serves this. */
    public static Stores served(GraphArchive archive) {
        return new Stores(Optional.of(archive));
    }

    /**
     * A store that a command writes to.
     *
     * @param shared whether others go on with it when the command is done, and see to its index
     */
    public record Opened(GraphArchive archive, boolean shared) implements AutoCloseable {
        @Override
        public void close() {
            if (!shared) {
                archive.close();
            }
        }
    }

    /** Opens a store for writing, and creates it if it is not there. */
    Opened open(Path store) {
        return served.filter(archive -> isSame(archive.store(), store))
                .map(archive -> new Opened(archive, true))
                .orElseGet(() -> new Opened(GraphArchive.open(store), false));
    }

    /** Whether another process has the store. */
    boolean isElsewhere(Path store) {
        return served.filter(archive -> isSame(archive.store(), store)).isEmpty() && GraphArchive.isInUse(store);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + other, e);
        }
    }
}
