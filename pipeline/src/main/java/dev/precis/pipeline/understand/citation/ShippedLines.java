package dev.precis.pipeline.understand.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The fitted weights that come with the program, a name and a number a line. */
final class ShippedLines {
    private ShippedLines() {}

    /** @param resource beside this class, in UTF-8 */
    static List<String> of(String resource) {
        try (InputStream file = Objects.requireNonNull(ShippedLines.class.getResourceAsStream(resource), resource);
                BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
