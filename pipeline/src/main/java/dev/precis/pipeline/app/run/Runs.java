package dev.precis.pipeline.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reports of the crawls of a source and of what else was ingested, the last hundred of either, a line of JSON each:
 * {@code <store>/runs/<id>.jsonl}. A damaged line is passed over: nothing else depends on it.
 */
public final class Runs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 100;
    private static final int MOST_NOTICES = 200;

    private final Path file;

    private Runs(Path file) {
        this.file = file;
    }

    public static Runs of(Path store, String source) {
        return new Runs(store.resolve("runs").resolve(source + ".jsonl"));
    }

    /** What a run was. Only crawls decide when the next one is due. */
    public enum Kind {
        CRAWL,
        INGEST;

        /** As reports say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run.
     *
     * @param code the exit code that it ended with
     * @param result one line: what it did, or why it failed
     * @param notices what was odd, the worst first
     */
    public record Run(Kind kind, Instant began, Instant ended, int code, String result, List<String> notices) {
        public Run {
            notices = List.copyOf(notices);
        }

        /** One that read all it could. */
        static Run of(Kind kind, Instant began, Instant ended, int code, Tally tally) {
            List<String> notices = tally.notices().stream()
                    .sorted((one, other) -> other.severity().compareTo(one.severity()))
                    .limit(MOST_NOTICES)
                    .map(Notice::toString)
                    .toList();
            return new Run(kind, began, ended, code, tally.toString(), notices);
        }

        /** One that failed. */
        static Run failed(Kind kind, Instant began, Instant ended, Throwable why) {
            Failure failure = Failure.of(why);
            return new Run(kind, began, ended, failure.code(), failure.sentence(), List.of());
        }

        /** Whether there is nothing that a person should look at. */
        public boolean isGood() {
            return code == 0;
        }
    }

    /** All that are kept, the oldest first. */
    public List<Run> all() {
        return DurableFiles.lines(file).stream()
                .flatMap(line -> read(line).stream())
                .toList();
    }

    /** The last one of a kind; empty if there was none. */
    public Optional<Run> last(Kind kind) {
        return last(run -> run.kind() == kind);
    }

    /** The last one of a kind that was good, or that was not. */
    public Optional<Run> last(Kind kind, boolean good) {
        return last(run -> run.kind() == kind && run.isGood() == good);
    }

    private Optional<Run> last(Predicate<Run> which) {
        return all().stream().filter(which).reduce((one, next) -> next);
    }

    /** What a run read; a report of it is kept whatever becomes of it. */
    Tally reported(Kind kind, Supplier<Tally> run) {
        Instant began = now();
        Tally tally;
        try {
            tally = run.get();
        } catch (RuntimeException | InternalError e) {
            try {
                add(Run.failed(kind, began, now(), e));
            } catch (UncheckedIOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
        add(Run.of(kind, began, now(), tally.isGood() ? 0 : Failure.FAILED, tally));
        return tally;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Keeps one more, durably. */
    public synchronized void add(Run run) {
        List<Run> runs = new ArrayList<>(all());
        runs.add(run);
        long same = runs.stream().filter(one -> one.kind() == run.kind()).count();
        if (same > KEPT) {
            runs.stream().filter(one -> one.kind() == run.kind()).findFirst().ifPresent(runs::remove);
        }
        String text = runs.stream().map(Runs::line).collect(Collectors.joining());
        DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Run run) {
        ObjectNode json = JSON.createObjectNode()
                .put("command", run.kind().word())
                .put("began", run.began().toString())
                .put("ended", run.ended().toString())
                .put("code", run.code())
                .put("result", run.result());
        run.notices().forEach(json.withArray("notices")::add);
        return json + "\n";
    }

    private static Optional<Run> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            List<String> notices = new ArrayList<>();
            json.path("notices").forEach(notice -> notices.add(notice.asText()));
            return Optional.of(new Run(
                    Kind.valueOf(json.path("command")
                            .asText(Kind.CRAWL.word()) // as all were that do not tell
                            .toUpperCase(Locale.ROOT)),
                    Instant.parse(json.required("began").asText()),
                    Instant.parse(json.required("ended").asText()),
                    json.required("code").asInt(),
                    json.required("result").asText(),
                    notices));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
