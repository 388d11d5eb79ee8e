package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of keys in {@code docs/sources.md}, held against what reads profiles. */
class DocumentedKeysTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "sources.md");
    /** A row of a table of keys: the key and an example of its value. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+(?:\\.[a-z-]+)?)` \\| `([^`]+)` \\| .* \\| .* \\|$");

    private static final String REQUIRED = """
        name: Sleep Letter
        home: https://sleep.example/letter/
        publisher: Sleep Society
        licence: https://creativecommons.org/licenses/by/4.0/
        """;

    @TempDir
    private Path folder;

    @Test
    void theTablesTellEveryKeyOnce() throws IOException {
        List<String> known = ProfileReader.keys();
        assertThat(rows()).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyExampleOfTheTablesIsRead() throws IOException {
        Files.write(folder.resolve("logo.png"), ProfileLookTest.PNG);
        Files.writeString(folder.resolve("about.md"), "Who we are.");
        Files.writeString(folder.resolve("legal.md"), "Who answers for it.");
        for (MatchResult row : rows()) {
            String key = row.group(1).replace(".", ":\n  ");
            String others = REQUIRED.replaceAll("(?m)^" + row.group(1) + ": .*\n", "");
            Files.writeString(folder.resolve("profile.yaml"), others + key + ": " + row.group(2) + "\n");
            assertThatCode(() -> new SourceProfiles("1").read(folder))
                    .as(row.group())
                    .doesNotThrowAnyException();
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT)).results().toList();
    }
}
