package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.index.MemoryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final byte[] PAGE = "<p>caf\u00E9</p>".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private Snapshots snapshots;

    @BeforeEach
    void open() {
        snapshots = Snapshots.ofPages(store);
    }

    @Test
    void keepsAPageUnderItsDigest() {
        String digest = snapshots.put(PAGE, "text/html; charset=iso-8859-1");
        snapshots.putText(digest, "caf\u00E9");

        assertThat(store.resolve("snapshots").resolve(digest.substring(0, 2)).resolve(digest))
                .hasBinaryContent(PAGE);
        assertThat(snapshots.bytes(digest))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PAGE));
        assertThat(snapshots.contentType(digest)).hasValue("text/html; charset=iso-8859-1");
        assertThat(snapshots.text(digest)).hasValue("caf\u00E9");
    }

    @Test
    void writesAPageOnce() throws IOException {
        String digest = snapshots.put(PAGE, "text/html");
        Path file = store.resolve("snapshots").resolve(digest.substring(0, 2)).resolve(digest);
        Object inode = Files.getAttribute(file, "unix:ino");

        assertThat(snapshots.put(PAGE, "text/plain")).isEqualTo(digest);
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        assertThat(snapshots.contentType(digest)).hasValue("text/html");
    }

    @Test
    void mendsADamagedPage() throws IOException {
        String digest = snapshots.put(PAGE, "text/html");
        Path file = store.resolve("snapshots").resolve(digest.substring(0, 2)).resolve(digest);
        Files.writeString(file, "rot");
        assertThat(snapshots.isWhole(digest)).isFalse();

        snapshots.put(PAGE, "text/html");

        assertThat(snapshots.isWhole(digest)).isTrue();
    }

    @Test
    void aDamagedTextIsNoTextAndIsMended() throws IOException {
        String digest = snapshots.put(PAGE, "text/html");
        snapshots.putText(digest, "caf\u00E9");
        Path file = store.resolve("snapshots").resolve(digest.substring(0, 2)).resolve(digest + ".text");
        Files.writeString(file, Files.readString(file).replace("caf", "cat"));

        assertThat(snapshots.text(digest)).isEmpty();
        assertThat(snapshots.defect(digest))
                .hasValueSatisfying(what -> assertThat(what).contains("damaged"));
        snapshots.putText(digest, "caf\u00E9");
        assertThat(snapshots.text(digest)).hasValue("caf\u00E9");
        assertThat(snapshots.defect(digest)).isEmpty();
    }

    @Test
    void aTextOfAnEarlierFormatIsRead() throws IOException {
        String digest = snapshots.put(PAGE, "text/html");
        Files.writeString(
                store.resolve("snapshots").resolve(digest.substring(0, 2)).resolve(digest + ".txt"), "caf\u00E9");

        assertThat(snapshots.text(digest)).hasValue("caf\u00E9");
        assertThat(snapshots.defect(digest)).isEmpty();
    }

    @Test
    void anythingButADigestIsNotThere() {
        snapshots.put(PAGE, "text/html");

        assertThat(snapshots.bytes("../../lock")).isEmpty();
        assertThat(snapshots.text("")).isEmpty();
        assertThat(snapshots.text("0".repeat(64))).isEmpty();
    }
}
