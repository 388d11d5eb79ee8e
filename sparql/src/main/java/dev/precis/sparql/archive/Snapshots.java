package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fetched pages under the SHA-256 of their bytes, with content type and normalised text: what quotes are anchored in. A
 * page is written once and never changes; its text is what the extraction made of it.
 */
public final class Snapshots {
    private final Path folder;

    Snapshots(Path store) {
        this.folder = store.resolve("snapshots");
    }

    /**
     * Keeps a page.
     *
     * @param contentType as the server declared it, or empty
     * @return its digest
     */
    public String put(byte[] content, String contentType) {
        String digest = Sha256.of(content);
        if (!isWhole(digest)) {
            DurableFiles.write(file(digest, ".type"), contentType.getBytes(StandardCharsets.UTF_8));
            DurableFiles.write(file(digest, ""), content);
        }
        return digest;
    }

    /** Keeps the normalised text of a page. */
    public void putText(String digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, read(file(digest, ".txt")).orElse(null))) {
            DurableFiles.write(file(digest, ".txt"), bytes);
        }
    }

    public Optional<byte[]> bytes(String digest) {
        return read(file(digest, ""));
    }

    public Optional<String> contentType(String digest) {
        return read(file(digest, ".type")).map(Snapshots::utf8);
    }

    public Optional<String> text(String digest) {
        return read(file(digest, ".txt")).map(Snapshots::utf8);
    }

    /** Copies a page with what is known of it, unless it is there; how many files that were. */
    int copy(String digest, Snapshots target) {
        if (target.isWhole(digest) && target.text(digest).equals(text(digest))) {
            return 0;
        }
        int copied = 0;
        for (String extension : List.of(".type", ".txt", "")) {
            Optional<byte[]> content = read(file(digest, extension));
            if (content.isPresent()) {
                DurableFiles.write(target.file(digest, extension), content.get());
                copied++;
            }
        }
        return copied;
    }

    /** Whether that page is there with exactly its bytes. */
    public boolean isWhole(String digest) {
        return bytes(digest).map(Sha256::of).filter(digest::equals).isPresent();
    }

    // the digest may come out of an address that anybody can type
    private Path file(String digest, String extension) {
        if (!Sha256.isDigest(digest)) {
            return folder.resolve("none");
        }
        return folder.resolve(digest.substring(0, 2)).resolve(digest + extension);
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
