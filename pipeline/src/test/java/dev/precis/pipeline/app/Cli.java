package dev.precis.pipeline.app;

import dev.precis.pipeline.app.settings.Stores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs commands in this process, as a user types them, and looks at what they leave. */
final class Cli {
    private Cli() {}

    /** What a command said, and its exit code. */
    record Outcome(int code, String out, String err) {}

    static Outcome run(Object... arguments) {
        return run(new Main(), arguments);
    }

    /** With a program of its own version. */
    static Outcome run(Main main, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = Stream.of(arguments).map(Object::toString).toList();
        int code = main.run(Stores.none(), new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** A summary to be read, in a folder. */
    static Path summary(Path folder, String title) {
        String name = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".md";
        return write(folder.resolve(name), """
            ---
            title: %s
            month: 2022-01
            citation: "Doe, J. (2020). What is kept of %s. Psychotherapy, 12, 34-56."
            ---

            A text on %s and on nothing else.

            ## Practice Implications

            Keep %s where it is.
            """.formatted(title, title, title, title));
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file in a folder with what it says. */
    static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
