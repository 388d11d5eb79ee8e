package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureLogTest {
    private static final CaptureLog.Entry ENTRY = new CaptureLog.Entry(
            "\"a\"", "Tue, 02 Jan 2024 03:05:05 GMT", "00ff", "text/html", "2024-01-02T03:04:05Z", "noindex");

    @TempDir
    private Path store;

    @Test
    void remembersWhatItWrote() throws IOException {
        Path file = store.resolve("new/captures.json");
        CaptureLog log = CaptureLog.read(file);
        assertThat(log.find(URI.create("http://h/b"))).isEmpty();
        log.put(URI.create("http://h/b"), ENTRY);
        log.write();
        assertThat(CaptureLog.read(file).find(URI.create("http://h/b"))).contains(ENTRY);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.map(Path::getFileName).map(Path::toString).toList())
                    .isEqualTo(List.of("captures.json"));
        }
    }

    @Test
    void writesTheSameBytesWhateverTheOrder() throws IOException {
        CaptureLog one = CaptureLog.read(store.resolve("one.json"));
        CaptureLog two = CaptureLog.read(store.resolve("two.json"));
        for (int i = 0; i < 5; i++) {
            one.put(URI.create("http://h/" + i), ENTRY);
            two.put(URI.create("http://h/" + (4 - i)), ENTRY);
        }
        one.write();
        two.write();
        assertThat(store.resolve("one.json")).hasSameBinaryContentAs(store.resolve("two.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"http://h/\": {}}",
                "{\"http://h/\": {\"etag\": null}}",
                "{\"a\": 1}",
                "null",
                "{\"http://h/\": null}"
            })
    void startsAnewWhenTheFileIsDamaged(String content) throws IOException {
        Path file = Files.writeString(store.resolve("captures.json"), content);
        CaptureLog log = CaptureLog.read(file);
        assertThat(log.find(URI.create("http://h/"))).isEmpty();
        log.put(URI.create("http://h/"), ENTRY);
        log.write();
        assertThat(CaptureLog.read(file).find(URI.create("http://h/"))).contains(ENTRY);
    }
}
