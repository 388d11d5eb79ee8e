package dev.precis.pipeline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.route.stage.Stages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {
    private static final Instant LATER = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path store;

    private final Stages stages = Sources.stages(Sources.profile("pprnet"));
    private final Map<String, String> texts = new HashMap<>();
    private int read;

    private List<Capture> captures(Optional<Instant> instant) throws IOException {
        try (Stream<Path> files = Files.walk(Sources.FOLDER.resolve("pprnet/samples"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(file -> capture(file, instant))
                    .toList();
        }
    }

    private static Capture capture(Path file, Optional<Instant> instant) {
        try {
            URI address = URI.create("https://blog.example/" + file.getParent().getFileName());
            byte[] content = Files.readAllBytes(file);
            return instant.map(when -> new Capture(address, when, "text/html", content))
                    .orElseGet(() -> new Capture(address, "text/html", content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One run over pages: what they were read as, in their order. */
    private List<Page> run(String circumstances, List<Capture> captures) {
        try (Readings readings =
                new Readings(store, "pprnet", circumstances, digest -> Optional.ofNullable(texts.get(digest)))) {
            List<Page> pages = captures.stream()
                    .map(capture -> readings.read(capture, reader()))
                    .toList();
            pages.forEach(page -> texts.put(page.snapshot(), page.text()));
            readings.keep();
            return pages;
        }
    }

    private Function<Capture, Page> reader() {
        return capture -> {
            read++;
            return stages.reader().read(capture);
        };
    }

    private int readAgain(String circumstances, List<Capture> captures, List<Page> expected) {
        read = 0;
        assertThat(run(circumstances, captures)).isEqualTo(expected);
        return read;
    }

    @Test
    void whatIsAsItWasIsNotReadAgainAndSaysTheSame() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        assertThat(captures).hasSizeGreaterThan(5);
        List<Page> pages = run("a", captures);
        assertThat(read).isEqualTo(captures.size());

        assertThat(readAgain("a", captures, pages))
                .as("but the first two, for which nothing is opened")
                .isEqualTo(2);
        assertThat(readAgain("another profile", captures, pages)).isEqualTo(captures.size());
    }

    @Test
    void anotherCaptureOfTheSameBytesHasItsOwnInstant() throws IOException {
        run("a", captures(Optional.empty()));
        List<Capture> later = captures(Optional.of(LATER));
        List<Page> expected = later.stream().map(stages.reader()::read).toList();

        assertThat(readAgain("a", later, expected)).isEqualTo(2);
    }

    @Test
    void aDamagedLineIsReadAgain() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        List<Page> pages = run("a", captures);
        Path file = store.resolve("readings/pprnet");
        String kept = Files.readString(file);
        Files.writeString(file, kept.replaceFirst("\"title\"", "\"titel\"").substring(0, kept.length() - 9));

        assertThat(readAgain("a", captures, pages))
                .as("the first kept and the last")
                .isEqualTo(4);
        assertThat(readAgain("a", captures, pages)).isEqualTo(2);
    }

    @Test
    void aPageWhoseTextIsLostIsReadAgain() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        List<Page> pages = run("a", captures);
        texts.remove(pages.getLast().snapshot());

        assertThat(readAgain("a", captures, pages)).isEqualTo(3);
    }

    @Test
    void aRunOverFewPagesForgetsNothing() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        List<Page> pages = run("a", captures);
        run("a", captures.subList(0, 1));
        run("a", captures.subList(0, 4));

        assertThat(readAgain("a", captures, pages)).isEqualTo(2);
    }

    @Test
    void nothingIsOpenedForThoseThatAreReadAnyway() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        Path file = Files.createDirectories(store.resolve("readings/pprnet"));
        try (Readings readings = new Readings(store, "pprnet", "a", digest -> Optional.empty())) {
            assertThat(readings.isRead(captures.get(0))).isFalse();
            assertThat(readings.isRead(captures.get(1))).isFalse();
            assertThatThrownBy(() -> readings.isRead(captures.get(2))).hasMessageContaining(file.toString());
        }
    }

    @Test
    void tellsWhatNeedNotBeReadAgain() throws IOException {
        List<Capture> captures = captures(Optional.empty());
        run("a", captures);
        try (Readings readings = new Readings(store, "pprnet", "a", digest -> Optional.empty())) {
            assertThat(captures.stream().map(readings::isRead).skip(2)).containsOnly(true);
        }
    }
}
