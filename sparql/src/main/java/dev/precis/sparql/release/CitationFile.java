package dev.precis.sparql.release;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a release wants to be cited (Citation File Format 1.2.0). */
final class CitationFile {
    /** What the file is called. */
    static final String NAME = "CITATION.cff";

    private CitationFile() {}

    static byte[] write(Release release) {
        return template()
                .lines()
                .filter(line ->
                        !line.contains("{license}") || !release.license().isEmpty())
                .map(line -> line.replace("{title}", quoted(release.title()))
                        .replace("{publisher}", quoted(release.publisher()))
                        .replace("{version}", quoted(release.name()))
                        .replace("{day}", quoted(release.day()))
                        .replace("{license}", quoted(release.license()))
                        .replace("{iri}", quoted(release.iri())))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A string of JSON is one of YAML (yaml.org/spec/1.2.2, section 1.3). */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(CitationFile.class.getResourceAsStream(NAME), NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME, e);
        }
    }
}
