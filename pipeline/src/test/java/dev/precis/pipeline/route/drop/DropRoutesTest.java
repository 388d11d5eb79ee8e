package dev.precis.pipeline.route.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.route.Watch;
import dev.precis.pipeline.route.drop.DropRoutes.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DropRoutesTest {
    @TempDir
    private Path folder;

    private final List<String> tried = new CopyOnWriteArrayList<>();
    private volatile boolean room;

    private Outcome publish(Path file) {
        String name = file.getFileName().toString();
        tried.add(name);
        return switch (name) {
            case "good.md" -> Outcome.PUBLISHED;
            case "bad.md" -> Outcome.REJECTED;
            default -> room ? Outcome.PUBLISHED : Outcome.WAITING;
        };
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void whatTheWorldDoesNotLetInStaysAndIsTriedAgainAndHoldsNobodyUp() throws IOException, InterruptedException {
        for (String name : List.of("a-waiting.md", "bad.md", "good.md")) {
            Files.writeString(folder.resolve(name), name);
        }
        try (Watch watch = new Watch(new DropRoutes(folder, this::publish, Duration.ofMillis(50)))) {
            until(() -> Files.exists(folder.resolve("published/good.md"))
                    && Files.exists(folder.resolve("rejected/bad.md"))
                    && tried.stream().filter("a-waiting.md"::equals).count() >= 3);
            assertThat(folder.resolve("a-waiting.md")).exists();

            room = true;
            until(() -> Files.exists(folder.resolve("published/a-waiting.md")));
            assertThat(folder.resolve("a-waiting.md")).doesNotExist();
        }
    }

    @Test
    void whatItsWriterGoesOnWithAfterAPauseIsReadAgainWhole() throws IOException, InterruptedException {
        List<String> read = new CopyOnWriteArrayList<>();
        DropRoutes routes = new DropRoutes(folder, file -> {
            read.add(content(file));
            return content(file).contains("rest") ? Outcome.PUBLISHED : Outcome.REJECTED;
        });
        try (Watch watch = new Watch(routes);
                OutputStream writer = Files.newOutputStream(folder.resolve("slow.md"))) {
            writer.write("half".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            until(() -> Files.exists(folder.resolve("rejected/slow.md")));
            Files.writeString(folder.resolve("rejected/slow.md" + DropRoutes.REPORT), "half a file");
            writer.write(" and the rest".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            until(() -> Files.exists(folder.resolve("published/slow.md")));
        }
        assertThat(read).containsExactly("half", "half and the rest");
        assertThat(folder.resolve("published/slow.md")).hasContent("half and the rest");
        assertThat(folder.resolve("rejected")).isEmptyDirectory();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWaitsIsTold() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a-waiting.md"), "a");
        DropRoutes routes = new DropRoutes(folder, this::publish);
        assertThat(routes.waiting()).isEmpty();
        try (Watch watch = new Watch(routes)) {
            until(() -> !routes.waiting().isEmpty());
            assertThat(routes.waiting()).containsOnlyKeys("a-waiting.md");
            Files.delete(folder.resolve("a-waiting.md"));
            assertThat(routes.waiting()).isEmpty();
        }
    }

    @Test
    void waitsGrow() {
        Patience patience = new Patience(Duration.ofHours(1), Duration.ofHours(1));
        assertThat(patience.isOver("a")).isTrue();
        patience.begin("a");
        assertThat(patience.isOver("a")).isFalse();
        assertThat(patience.isOver("b")).isTrue();
        patience.end("a");
        assertThat(patience.isOver("a")).isTrue();
    }
}
