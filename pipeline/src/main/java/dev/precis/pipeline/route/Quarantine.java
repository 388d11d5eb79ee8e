package dev.precis.pipeline.route;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.validate.NonConformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What could not be published, each in a file beside the reason: {@code <store>/quarantine/}. */
final class Quarantine {
    private static final int LONGEST_NAME = 150;

    private final Path folder;

    Quarantine(Path store) {
        this.folder = store.resolve("quarantine");
    }

    void keep(NonConformance failure) {
        write(
                name(failure.graph()) + ".ttl",
                "# " + failure.graph() + "\n# "
                        + String.valueOf(failure.getMessage()).replace("\n", "\n# ") + "\n" + failure.report());
    }

    void keep(Notice notice) {
        write(
                name(notice.where() + "-" + Integer.toHexString(notice.message().hashCode())) + ".txt",
                notice.code() + "\n" + notice.where() + "\n" + notice.message() + "\n");
    }

    /** The graph of that name was published after all. */
    void release(String graph) {
        try {
            Files.deleteIfExists(folder.resolve(name(graph) + ".ttl"));
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
