package dev.precis.pipeline.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Summary;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.sparql.archive.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a registry answered about the works that a source cites, a line of JSON each:
 * {@code <store>/registry/<id>.jsonl}. It is an input of the graphs, like what editors say, so that they are the same
 * whenever they are made again.
 */
public final class Answers {
    /** Of a source that asks no registry. */
    public static final Answers NONE = new Answers(Path.of(""), Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final TreeMap<String, Row> rows;

    /**
     * An answer, and what became of it.
     *
     * @param asked when the registry was asked last, ISO 8601
     * @param pending whether what follows from it is yet to be published
     */
    public record Row(Answer answer, String asked, boolean pending) {}

    private Answers(Path file, Map<String, Row> rows) {
        this.file = file;
        this.rows = new TreeMap<>(rows);
    }

    /** A damaged line is passed over: what it was about is asked again. */
    public static Answers of(Path store, String source) {
        Path file = store.resolve("registry").resolve(source + ".jsonl");
        Map<String, Row> rows = new LinkedHashMap<>();
        DurableFiles.lines(file).stream()
                .flatMap(line -> read(line).stream())
                .forEach(
                        row -> rows.put(key(row.answer().summary(), row.answer().printed()), row));
        return new Answers(file, rows);
    }

    private static Optional<Row> read(String line) {
        try {
            return Optional.ofNullable(JSON.readValue(line, Row.class)).filter(Answers::isWhole);
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Row row) {
        try {
            Instant.parse(row.asked());
            Instant.parse(row.answer().since());
            return true;
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    private static String key(String summary, String printed) {
        return summary + "\n" + printed;
    }

    /** What was answered about a citation in a summary. */
    public Optional<Row> find(String summary, String printed) {
        return Optional.ofNullable(rows.get(key(summary, printed)));
    }

    /** What was answered about the same citation in any summary, the last answer first. */
    public Optional<Row> anywhere(String printed, String doi) {
        return rows.values().stream()
                .filter(row -> row.answer().printed().equals(printed)
                        && row.answer().doi().equals(doi))
                .max(Comparator.comparing(row -> Instant.parse(row.asked())));
    }

    /**
     * Keeps an answer; one that says the same as before is known since then.
     *
     * @return whether it says anything new
     */
    public boolean put(Answer answer, Instant asked) {
        Optional<Row> same = find(answer.summary(), answer.printed())
                .filter(row -> since(row.answer(), answer.since()).equals(answer));
        Row kept = new Row(
                same.map(Row::answer).orElse(answer),
                asked.toString(),
                same.map(Row::pending).orElse(true));
        rows.put(key(answer.summary(), answer.printed()), kept);
        return same.isEmpty();
    }

    private static Answer since(Answer answer, String instant) {
        return new Answer(answer.summary(), answer.printed(), answer.doi(), answer.address(), instant, answer.works());
    }

    /** The summaries of which something is yet to be published. */
    public List<String> pending() {
        return rows.values().stream()
                .filter(Row::pending)
                .map(row -> row.answer().summary())
                .distinct()
                .toList();
    }

    /** That nothing of it waits any more. */
    public void published() {
        rows.replaceAll((key, row) -> new Row(row.answer(), row.asked(), false));
    }

    /** All that was answered about a summary, for a digest; empty if nothing was. */
    public String text(String summary) {
        return of(summary).stream().map(Answers::json).collect(Collectors.joining("\n"));
    }

    /** All that was answered about a summary. */
    public List<Answer> of(String summary) {
        List<Answer> answers = new ArrayList<>();
        String from = summary + "\n";
        for (Map.Entry<String, Row> row : rows.tailMap(from).entrySet()) {
            if (!row.getKey().startsWith(from)) {
                break;
            }
            answers.add(row.getValue().answer());
        }
        return answers;
    }

    /** What is taken of answers for the works that a summary cites, by their citations as printed. */
    public static Map<String, Registered> registered(Summary summary, List<Answer> answers) {
        Map<String, Registered> registered = new LinkedHashMap<>();
        if (!answers.isEmpty()) {
            for (Citation citation : summary.citations()) {
                answers.stream()
                        .flatMap(answer -> Reconciliation.of(citation, answer).stream())
                        .findFirst()
                        .ifPresent(one -> registered.put(citation.printed(), one));
            }
        }
        return registered;
    }

    /** Keeps all of it, durably. */
    public void write() {
        String text = rows.values().stream().map(row -> json(row) + "\n").collect(Collectors.joining());
        DurableFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
