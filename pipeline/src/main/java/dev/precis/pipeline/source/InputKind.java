package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A kind of files that captures are read from: one from each, or many where such a file is a container. */
public interface InputKind {
    /** What the names of such files end in, after a dot, in lower case. */
    List<String> suffixes();

    /** Whether a file is of this kind, by its name or by how it begins. */
    boolean has(Path file) throws IOException;

    /**
     * What is in a file, read as it is asked for: a container need not fit into memory. Each capture tells by its media
     * type what kind it is itself.
     *
     * @param notices told of what is passed over
     * @throws IOException if the file cannot be read; what fails later is an {@link java.io.UncheckedIOException}
     */
    Stream<Capture> captures(Path file, Consumer<Notice> notices) throws IOException;
}
