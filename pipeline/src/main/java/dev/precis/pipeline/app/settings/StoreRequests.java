package dev.precis.pipeline.app.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.StoreLock;
import dev.precis.sparql.index.Difference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How a command asks the process that serves a store for something: by a file in a folder of the store, which that
 * process takes away and puts an answer in the place of. Whoever may write to the store may ask; nobody else can.
 */
public final class StoreRequests implements AutoCloseable {
    private static final ObjectMapper ARGUMENTS = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(StoreRequests.class);
    private static final String FOLDER = "requests";
    private static final String ASKED = ".request";
    private static final String TAKEN = ".taken";
    private static final String ANSWERED = ".answer";
    /** Milliseconds. */
    private static final long LOOK_EVERY = 100;

    private static final Duration MOST_UNTAKEN = Duration.ofSeconds(10);

    private final Path folder;
    private final Map<Kind, Function<List<String>, Answer>> work;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-requests").daemon().factory());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("store-requests-work").daemon().factory());
    private final Executor reader;

    /** What may be asked for. */
    public enum Kind {
        REBUILD,
        VERIFY,
        /** A command that changes the store at once; what it was called with is asked along. */
        COMMAND,
        /** The same, of one that reads inputs, which takes as long as it takes. */
        READING
    }

    /**
     * What became of it.
     *
     * @param code the exit code of the command
     * @param result what it says on standard output, one line; empty where it has none
     * @param complaints what it says on standard error
     */
    public record Answer(int code, String result, List<String> complaints) {
        public Answer {
            complaints = List.copyOf(complaints);
        }

        String text() {
            return code + "\n" + result + "\n" + String.join("\n", complaints);
        }

        /** That an index was made of all graphs. */
        public static Answer indexed(GraphArchive archive) {
            return new Answer(0, archive.entries().size() + " graphs indexed", List.of());
        }

        /** What is different, and how much of it there is. */
        public static Answer compared(GraphArchive archive, List<Difference> differences) {
            return new Answer(
                    differences.isEmpty() ? 0 : Failure.FAILED,
                    archive.entries().size() + " graphs, " + differences.size() + " differences",
                    differences.stream().map(Difference::toString).toList());
        }

        /** Prints it, and gives the exit code. */
        public int tell(@Nullable CommandSpec command) {
            if (command != null) {
                complaints.forEach(command.commandLine().getErr()::println);
                if (!result.isEmpty()) {
                    command.commandLine().getOut().println(result);
                }
            }
            return code;
        }

        static Answer of(String text) {
            List<String> lines = text.lines().toList();
            return new Answer(Integer.parseInt(lines.get(0)), lines.get(1), lines.subList(2, lines.size()));
        }
    }

    /**
     * Carries out what is asked, from now on.
     *
     * @param reader runs what reads inputs, one after the other
     */
    public StoreRequests(Path store, Map<Kind, Function<List<String>, Answer>> work, Executor reader) {
        this.reader = reader;
        this.folder = store.resolve(FOLDER);
        this.work = new EnumMap<>(work);
        DurableFiles.deleteTree(folder); // of a process that is gone; whoever waits for it sees that
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take requests in " + folder, e);
        }
        clock.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path request :
                    files.filter(file -> file.toString().endsWith(ASKED)).toList()) {
                Path taken = Files.move(request, other(request, TAKEN), StandardCopyOption.ATOMIC_MOVE);
                (kind(taken) == Kind.READING ? reader : worker).execute(() -> carryOut(taken));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot look for requests in {}: {}", folder, e.toString());
        }
    }

    private void carryOut(Path taken) {
        Answer answer = answer(taken);
        try {
            DurableFiles.write(other(taken, ANSWERED), answer.text().getBytes(StandardCharsets.UTF_8));
            Files.deleteIfExists(taken);
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot answer {}: {}", taken, e.toString());
        }
    }

    private static Kind kind(Path request) {
        String name = request.getFileName().toString();
        return Kind.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
    }

    private Answer answer(Path taken) {
        String name = taken.getFileName().toString();
        try {
            List<String> arguments = List.of(ARGUMENTS.readValue(Files.readString(taken), String[].class));
            return Optional.ofNullable(work.get(kind(taken)))
                    .map(one -> one.apply(arguments))
                    .orElseThrow(() -> new IllegalArgumentException("this process does not do that"));
        } catch (IOException | RuntimeException | InternalError e) {
            Failure failure = Failure.of(e);
            LOG.error("{} failed: {}", name, failure.sentence());
            return new Answer(failure.code(), "", List.of("precis: " + failure.sentence()));
        }
    }

    /**
     * Asks whoever serves a store, and waits for the answer.
     *
     * @param patience how long, from when it is taken
     * @param arguments of a command
     * @throws IllegalStateException if the process that uses the store takes no requests, ends, or is not done in time
     */
    public static Answer ask(Path store, Kind kind, Duration patience, String... arguments) {
        Path folder = store.resolve(FOLDER);
        Path request = folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + ASKED);
        try {
            Path written = other(request, ".new"); // nobody may take half of it
            Files.writeString(written, ARGUMENTS.writeValueAsString(arguments));
            Files.move(written, request, StandardCopyOption.ATOMIC_MOVE);
            return await(store, request, patience);
        } catch (NoSuchFileException serves) {
            throw new IllegalStateException(user(store) + ", which does not serve it: wait until it ends");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask the process that uses " + store + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            Stream.of(".new", ASKED, TAKEN, ANSWERED)
                    .map(suffix -> other(request, suffix).toFile())
                    .forEach(java.io.File::delete);
        }
    }

    private static Answer await(Path store, Path request, Duration patience) throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int look = 1; !Files.exists(other(request, ANSWERED)); look++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY);
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            boolean untaken = Files.exists(request);
            if (untaken && waited.compareTo(MOST_UNTAKEN) > 0) {
                throw new IllegalStateException(user(store) + ", which takes no requests: wait until it ends");
            }
            if (waited.compareTo(patience) > 0) {
                throw new IllegalStateException(
                        user(store) + ", which was not done within " + patience.toSeconds() + " seconds");
            }
            if (look % 10 == 0 && !GraphArchive.isInUse(store)) {
                throw new IllegalStateException("the process that used " + store + " ended before it was done");
            }
        }
        return Answer.of(Files.readString(other(request, ANSWERED)));
    }

    private static String user(Path store) {
        return store + " is in use by process " + StoreLock.holder(store);
    }

    private static Path other(Path file, String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }

    /** Ends what is being done, and does nothing more. */
    @Override
    public void close() {
        clock.close();
        worker.close();
        DurableFiles.deleteTree(folder);
    }
}
