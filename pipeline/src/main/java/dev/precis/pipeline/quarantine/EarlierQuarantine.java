package dev.precis.pipeline.quarantine;

import dev.precis.pipeline.quarantine.Withheld.From;
import dev.precis.pipeline.quarantine.Withheld.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a quarantine was kept before it was one file: a folder, a file for each item, its name that of the item. */
final class EarlierQuarantine {
    static final String FOLDER = "quarantine";
    private static final String REPORT = ".ttl";
    private static final String COMMENT = "# ";

    private EarlierQuarantine() {}

    /** What is in the folder of a store; nothing if there is none. */
    static List<Withheld> read(Path store) {
        Path folder = store.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(file -> item(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Optional<Withheld> item(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Instant since = Files.getLastModifiedTime(file).toInstant();
            if (!file.toString().endsWith(REPORT)) {
                return lines.size() < 3
                        ? Optional.empty()
                        : Optional.of(item(
                                Stage.READ, lines.get(0), lines.get(1), lines.subList(2, lines.size()), since, ""));
            }
            List<String> head = lines.stream()
                    .takeWhile(line -> line.startsWith(COMMENT))
                    .map(line -> line.substring(COMMENT.length()))
                    .toList();
            String report = lines.stream().skip(head.size()).collect(Collectors.joining("\n"));
            return head.isEmpty()
                    ? Optional.empty()
                    : Optional.of(item(
                            Stage.VALIDATE,
                            Withholding.SHAPE_VIOLATED,
                            head.getFirst(),
                            head.subList(1, head.size()),
                            since,
                            report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Withheld item(
            Stage stage, String code, String what, List<String> reason, Instant since, String report) {
        return new Withheld("", what, stage, code, String.join("\n", reason), From.NOWHERE, "", since, report, false);
    }
}
