package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.validate.NonConformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What could not be published, each in a file beside the reason: {@code <store>/quarantine/}. */
public final class Quarantine {
    private static final int LONGEST_NAME = 150;
    private static final String REPORT = ".ttl";
    private static final String COMMENT = "# ";
    private static final String SHAPE_VIOLATED = "shape-violated";

    private final Path folder;

    public Quarantine(Path store) {
        this.folder = store.resolve("quarantine");
    }

    /** What is kept, each with the reason; in the order of the files' names. */
    public List<Notice> kept() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Another one whenever something was put in or taken out. */
    public String version() {
        try {
            return Files.isDirectory(folder) ? Files.getLastModifiedTime(folder).toString() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + folder, e);
        }
    }

    private static Optional<Notice> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (!file.toString().endsWith(REPORT)) {
                return lines.size() < 3
                        ? Optional.empty()
                        : Optional.of(Notice.violation(
                                lines.get(0), lines.get(1), String.join("\n", lines.subList(2, lines.size()))));
            }
            List<String> head = lines.stream()
                    .takeWhile(line -> line.startsWith(COMMENT))
                    .map(line -> line.substring(COMMENT.length()))
                    .toList();
            return head.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Notice.violation(
                            SHAPE_VIOLATED, head.getFirst(), String.join("\n", head.subList(1, head.size()))));
        } catch (NoSuchFileException released) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What a run tells of a graph that does not conform. */
    static Notice notice(NonConformance failure) {
        return Notice.violation(SHAPE_VIOLATED, failure.graph(), String.valueOf(failure.getMessage()));
    }

    void keep(NonConformance failure) {
        write(
                name(failure.graph()) + REPORT,
                COMMENT + failure.graph() + "\n" + COMMENT
                        + String.valueOf(failure.getMessage()).replace("\n", "\n" + COMMENT) + "\n" + failure.report());
    }

    void keep(Notice notice) {
        write(
                name(notice.where() + "-" + Integer.toHexString(notice.message().hashCode())) + ".txt",
                notice.code() + "\n" + notice.where() + "\n" + notice.message() + "\n");
    }

    /** The graph of that name was published after all. */
    void release(String graph) {
        try {
            Files.deleteIfExists(folder.resolve(name(graph) + REPORT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + folder, e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
        }
    }

    private static String name(String graph) {
        String encoded = URLEncoder.encode(graph, StandardCharsets.UTF_8);
        return encoded.substring(Math.max(0, encoded.length() - LONGEST_NAME));
    }
}
