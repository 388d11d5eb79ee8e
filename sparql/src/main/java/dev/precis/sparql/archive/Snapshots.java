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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was fetched under the SHA-256 of its bytes, with content type: pages, each with its normalised text, that quotes
 * are anchored in; and pictures. What is here is written once and never changes, but for texts, which are what the
 * extraction made of pages.
 */
public final class Snapshots {
    private static final String PAGE = "";
    private static final String TYPE = ".type";
    private static final String TEXT = ".text";
    private static final String PICTURES = ".pictures";
    /** What texts were called when they had no digest. */
    private static final String OLD_TEXT = ".txt";

    private final Path folder;

    private Snapshots(Path folder) {
        this.folder = folder;
    }

    static Snapshots ofPages(Path store) {
        return new Snapshots(store.resolve("snapshots"));
    }

    /** Of pictures, which have no text. */
    static Snapshots ofPictures(Path store) {
        return new Snapshots(store.resolve("pictures"));
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
            DurableFiles.write(file(digest, TYPE), contentType.getBytes(StandardCharsets.UTF_8));
            DurableFiles.write(file(digest, PAGE), content);
        }
        return digest;
    }

    /** Keeps the normalised text of a page. */
    public void putText(String digest, String text) {
        byte[] bytes = (head(text) + text).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(bytes, read(file(digest, TEXT)).orElse(null))) {
            DurableFiles.write(file(digest, TEXT), bytes);
        }
    }

    /** Keeps which pictures a page was read with. */
    public void putPictures(String digest, String list) {
        DurableFiles.write(file(digest, PICTURES), list.getBytes(StandardCharsets.UTF_8));
    }

    /** Which pictures a page was read with last; empty if with none. */
    public String pictures(String digest) {
        return read(file(digest, PICTURES)).map(Snapshots::utf8).orElse("");
    }

    public Optional<byte[]> bytes(String digest) {
        return read(file(digest, PAGE));
    }

    public Optional<String> contentType(String digest) {
        return read(file(digest, TYPE)).map(Snapshots::utf8);
    }

    /** The text of a page, if it is there and undamaged. */
    public Optional<String> text(String digest) {
        Optional<byte[]> kept = read(file(digest, TEXT));
        return kept.isPresent()
                ? kept.map(Snapshots::utf8)
                        .filter(Snapshots::isWholeText)
                        .map(text -> text.substring(text.indexOf('\n') + 1))
                : read(file(digest, OLD_TEXT)).map(Snapshots::utf8);
    }

    /** Whether that page is there with exactly its bytes. */
    public boolean isWhole(String digest) {
        return bytes(digest).map(Sha256::of).filter(digest::equals).isPresent();
    }

    /** What is wrong with a page that quotes are anchored in, or with its text, if anything is. */
    public Optional<String> defect(String digest) {
        return damage(digest)
                .or(() -> text(digest).isPresent()
                        ? Optional.empty()
                        : Optional.of("the text of its snapshot " + digest + " is missing"));
    }

    /** The same of a page that may never have had a text. */
    Optional<String> damage(String digest) {
        if (!isWhole(digest)) {
            return Optional.of("its snapshot " + digest + " is missing or damaged");
        }
        return Files.exists(file(digest, TEXT)) && text(digest).isEmpty()
                ? Optional.of("the text of its snapshot " + digest + " is damaged")
                : Optional.empty();
    }

    /** The digests of all pages that are kept, damaged ones included. */
    SortedSet<String> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(Sha256::isDigest)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The files of a page that are there: the page, what type it has, its text. */
    List<Path> files(String digest) {
        return Stream.of(TYPE, TEXT, OLD_TEXT, PICTURES, PAGE)
                .map(extension -> file(digest, extension))
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The first line of a text: without it nobody could tell whether the rest is what it was. */
    private static String head(String text) {
        return "sha256 " + Sha256.of(text) + "\n";
    }

    private static boolean isWholeText(String kept) {
        String text = kept.substring(kept.indexOf('\n') + 1);
        return kept.equals(head(text) + text);
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
