package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.CaptureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All kinds of files that can be read, the first that a file is of first: saved pages, and what is one capture for each
 * of the other {@linkplain CaptureKind kinds of captures}.
 */
public record InputKinds(List<InputKind> all) {
    public InputKinds {
        all = List.copyOf(all);
    }

    /** The kinds that there are, as the settings of a source read them. */
    public static InputKinds of(SourceProfile profile) {
        return new InputKinds(Stream.of(CaptureKind.values())
                .map(kind -> kind == CaptureKind.PAGE ? new SavedPages(profile) : new SingleCaptures(kind, profile))
                .toList());
    }

    /** What the names of files that can be read end in, after a dot, in lower case. */
    public List<String> suffixes() {
        return all.stream()
                .map(InputKind::suffixes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    Optional<InputKind> kindOf(Path file) throws IOException {
        for (InputKind kind : all) {
            if (kind.has(file)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
