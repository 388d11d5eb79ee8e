package dev.precis.pipeline.app.settings;

import dev.precis.pipeline.execute.StageExecutors;
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
    private final StageExecutors executors;

    /** Runs commands, on stores that it keeps. */
    public interface Keeper {
        Stores stores();

        /** The version of Précis that it is: what another made is made anew by its commands. */
        String program();

        /** Runs a command on such stores and gives its exit code. */
        int run(Stores stores, PrintWriter out, PrintWriter err, List<String> arguments);
    }

    private Stores(Optional<GraphArchive> served, StageExecutors executors) {
        this.served = served;
        this.executors = executors;
    }

    /** Of a process that serves nothing. */
    public static Stores none() {
        return new Stores(Optional.empty(), StageExecutors.DIRECT);
    }

    /**
     * Of a process that serves this.
     *
     * @param executors where stages are run then that need nothing but their input
     */
    public static Stores served(GraphArchive archive, StageExecutors executors) {
        return new Stores(Optional.of(archive), executors);
    }

    /**
     * A store that a command writes to.
     *
     * @param shared whether others go on with it when the command is done, and see to its index
     * @param executors where stages are run that need nothing but their input
     */
    public record Opened(GraphArchive archive, boolean shared, StageExecutors executors) implements AutoCloseable {
        @Override
        public void close() {
            if (!shared) {
                archive.close();
            }
        }
    }

    /**
     * Opens a store for writing, and creates it if it is not there.
     *
     * @param own where the command has stages run, if the store is no server's
     */
    Opened open(Path store, StageExecutors own) {
        return served.filter(archive -> isSame(archive.store(), store))
                .map(archive -> new Opened(archive, true, executors))
                .orElseGet(() -> new Opened(GraphArchive.open(store), false, own));
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
