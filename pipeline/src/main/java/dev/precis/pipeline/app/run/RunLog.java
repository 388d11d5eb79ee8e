package dev.precis.pipeline.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last runs over a store did, a line of JSON each: {@code <store>/runs.jsonl}. */
public final class RunLog {
    private static final String FILE = "runs.jsonl";
    private static final int KEPT = 50;
    private static final int MOST_NOTICES = 50;
    private static final Object WRITING = new Object();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public RunLog(Path store) {
        this.file = store.resolve(FILE);
    }

    /**
     * One run.
     *
     * @param ended when
     * @param what was read
     * @param result its last line
     * @param told what it told of the pages, the worst first; not all of it, if that is much
     * @param good whether nothing was withheld or unreachable
     */
    public record Run(Instant ended, String what, String result, List<String> told, boolean good) {
        public Run {
            told = List.copyOf(told);
        }

        static Run of(String what, Tally tally) {
            List<String> told = Stream.concat(
                            tally.notices().stream().filter(Run::isBad),
                            tally.notices().stream().filter(notice -> !isBad(notice)))
                    .limit(MOST_NOTICES)
                    .map(Notice::toString)
                    .toList();
            return new Run(
                    InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS),
                    what,
                    tally.toString(),
                    told,
                    tally.notices().stream().noneMatch(Run::isBad));
        }

        private static boolean isBad(Notice notice) {
            return notice.severity() == Severity.VIOLATION || notice.isUnreachable();
        }
    }

    /** The last runs, the newest first. */
    public List<Run> last() {
        return lines().reversed().stream()
                .map(RunLog::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds a run that ended just now. */
    public void add(String what, Tally tally) {
        Run run = Run.of(what, tally);
        ObjectNode line = JSON.createObjectNode()
                .put("ended", run.ended().toString())
                .put("what", what)
                .put("result", run.result())
                .put("good", run.good());
        ArrayNode told = line.putArray("told");
        run.told().forEach(told::add);
        synchronized (WRITING) {
            List<String> lines = new ArrayList<>(lines());
            lines.add(line.toString());
            String text = String.join("\n", lines.subList(Math.max(0, lines.size() - KEPT), lines.size())) + "\n";
            DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<Run> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            List<String> told = new ArrayList<>();
            json.path("told").forEach(one -> told.add(one.asText()));
            return Optional.of(new Run(
                    Instant.parse(json.path("ended").asText()),
                    json.path("what").asText(),
                    json.path("result").asText(),
                    told,
                    json.path("good").asBoolean()));
        } catch (JsonProcessingException | DateTimeException damaged) {
            return Optional.empty(); // what is left tells enough
        }
    }

    private List<String> lines() {
        try {
            return Files.readString(file).lines().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
