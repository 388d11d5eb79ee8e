package dev.precis.pipeline.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.quarantine.Withheld.From;
import dev.precis.pipeline.quarantine.Withheld.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    @TempDir
    private Path store;

    private static Withheld item(String what) {
        return new Withheld(
                "owl",
                what,
                Stage.READ,
                "month-missing",
                "no month:\nof \"<b>\u2028\"",
                new From("https://owl.example/" + what, "ab", "2026-01-01T00:00:00Z"),
                "ab",
                Instant.parse("2026-02-03T04:05:06Z"),
                "",
                false);
    }

    private Quarantine with(Withheld... items) {
        Quarantine quarantine = new Quarantine(store);
        quarantine.change(all -> {
            for (Withheld item : items) {
                all.put(item.id(), item);
            }
        });
        return quarantine;
    }

    @Test
    void isALineAnItemAndReadsBackTheSame() throws IOException {
        Quarantine quarantine = with(item("one"), item("two"));

        assertThat(Files.readAllLines(store.resolve(Quarantine.FILE)))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"id\""));
        assertThat(quarantine.all()).containsExactly(item("one"), item("two"));
    }

    @Test
    void findsAnItemByHowItsNameBegins() {
        Quarantine quarantine = with(item("one"), item("two"));

        assertThat(quarantine.find(item("two").id().substring(0, 5))).contains(item("two"));
        assertThat(quarantine.find("")).isEmpty();
        assertThat(quarantine.find("zz")).isEmpty();
    }

    @Test
    void whatAnEditorIgnoresStaysInTheFile() {
        Quarantine quarantine = with(item("one"), item("two"));
        quarantine.ignore(item("one"));

        assertThat(quarantine.kept()).containsExactly(item("two"));
        assertThat(quarantine.all()).hasSize(2);
    }

    @Test
    void aLineThatNobodyUnderstandsIsNotLost() throws IOException {
        Files.writeString(store.resolve(Quarantine.FILE), "half a li\n");
        with(item("one"));

        assertThat(Files.readAllLines(store.resolve(Quarantine.FILE)))
                .hasSize(2)
                .contains("half a li");
    }

    @Test
    void takesOverWhatWasKeptInAFolder() throws IOException {
        Path earlier = Files.createDirectories(store.resolve("quarantine"));
        Files.writeString(earlier.resolve("a.txt"), "month-missing\nhttps://owl.example/one\nno month\n");
        Files.writeString(earlier.resolve("b.ttl"), "# https://owl.example/two\n# too much\n<a> <b> <c> .\n");

        assertThat(new Quarantine(store).kept())
                .extracting(Withheld::notice)
                .containsExactly(
                        Notice.violation("month-missing", "https://owl.example/one", "no month"),
                        Notice.violation(Withholding.SHAPE_VIOLATED, "https://owl.example/two", "too much"));
        with(item("three"));
        assertThat(earlier).doesNotExist();
        assertThat(new Quarantine(store).all()).hasSize(3);
        assertThat(new Quarantine(store).all().get(1).report()).contains("<a> <b> <c>");
    }
}
