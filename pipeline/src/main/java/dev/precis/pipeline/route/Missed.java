package dev.precis.pipeline.route;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.precis.sparql.archive.DurableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of the summaries of a source that its last complete crawl missed: {@code <store>/absences/<id>.json}. */
public final class Missed {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    private Missed(Path file) {
        this.file = file;
    }

    public static Missed of(Path store, String source) {
        return new Missed(store.resolve("absences").resolve(source + ".json"));
    }

    /** The form of the file. */
    record Stored(SortedSet<String> missed) {}

    /** None where the file cannot be understood. */
    public SortedSet<String> names() {
        try {
            return Optional.ofNullable(JSON.readValue(file.toFile(), Stored.class))
                    .flatMap(stored -> Optional.ofNullable(stored.missed()))
                    .map(TreeSet::new)
                    .orElseGet(TreeSet::new);
        } catch (JacksonException | FileNotFoundException e) {
            return new TreeSet<>(); // the next crawl but one tells it again
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps these, durably. */
    void write(SortedSet<String> names) {
        try {
            DurableFiles.write(file, JSON.writeValueAsBytes(new Stored(names)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
