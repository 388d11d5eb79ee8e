package dev.precis.pipeline.reading;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.sparql.archive.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pages of a source were read as in the last run over many of them, in {@code <store>/readings/<id>}: a page
 * that is as it was is not read again. A cache: with another profile, other topics or another version of the program
 * nothing of it holds, a line that is damaged is no line, and it may be thrown away at any time.
 *
 * <p>Each line is the digest of all that a page is read from, the digest of what follows, and the page as JSON.
 */
public final class Readings implements AutoCloseable {
    private static final String FOLDER = "readings";
    /** A run over fewer pages is over before the file is. */
    private static final int FEWEST = 3;

    private static final int DIGEST = 64;
    /** Of a line: two digests, each with what parts it from what follows. */
    private static final int PREFIX = 2 * (DIGEST + 1);

    private final Path file;
    private final Path next;
    private final String circumstances;
    private final Function<String, Optional<String>> texts;
    private final Map<String, Line> lines = new HashMap<>();
    private int asked;
    private int pages;
    private Optional<RandomAccessFile> before = Optional.empty();
    private Optional<OutputStream> now = Optional.empty();

    private record Line(long position, int length) {}

    /**
     * @param circumstances digest of all that a page is read by
     * @param texts that are kept of snapshots, by their digest; a page whose text is not kept is read again
     */
    public Readings(Path store, String source, String circumstances, Function<String, Optional<String>> texts) {
        this.file = store.resolve(FOLDER).resolve(source);
        this.next = store.resolve(FOLDER).resolve(source + ".new");
        this.circumstances = circumstances;
        this.texts = texts;
    }

    /**
     * Whether it is known what a document says that will be read; of the first ones of a run, for which nothing is
     * opened, it is not.
     */
    public boolean isRead(Capture capture) {
        // those that were read without being asked about came before it, too
        asked = Math.max(asked, pages) + 1;
        if (asked < FEWEST) {
            return false;
        }
        try {
            openBefore();
        } catch (IOException e) {
            throw unkept(e);
        }
        return lines.containsKey(key(capture));
    }

    private String key(Capture capture) {
        return Sha256.of(String.join(
                "\n",
                circumstances,
                capture.address().toString(),
                capture.contentType(),
                capture.directives(),
                capture.digest()));
    }

    /** What a document says: as it was read before, or as it is read now. */
    public Page read(Capture capture, Function<Capture, Page> reader) {
        pages++;
        if (pages < FEWEST) {
            return reader.apply(capture);
        }
        String key = key(capture);
        try {
            if (pages == FEWEST) {
                openBefore();
                Files.createDirectories(file.getParent());
                now = Optional.of(new BufferedOutputStream(Files.newOutputStream(next)));
            }
            Optional<byte[]> kept = kept(key);
            Optional<Page> page = kept.flatMap(json -> page(json, capture));
            Page read = page.orElseGet(() -> reader.apply(capture));
            write(key, page.isPresent() ? kept.orElseThrow() : RecordJson.write(bare(read)));
            return read;
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    private UncheckedIOException unkept(IOException e) {
        return new UncheckedIOException("cannot keep what pages were read as, " + file + ": " + e.getMessage(), e);
    }

    /** Without what is not its own: the text, which is kept with the snapshot, and when it was captured. */
    private static Page bare(Page page) {
        return page.withText("").capturedAt(Optional.empty());
    }

    private Optional<Page> page(byte[] json, Capture capture) {
        try {
            Page page = RecordJson.read(json, Page.class);
            return texts.apply(page.snapshot()).map(text -> page.withText(text).capturedAt(capture.captured()));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private void openBefore() throws IOException {
        if (before.isEmpty() && Files.exists(file)) {
            RandomAccessFile all = new RandomAccessFile(file.toFile(), "r");
            before = Optional.of(all);
            index();
        }
    }

    /** Where each line begins, and how long it is. */
    private void index() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long position = 0;
            for (byte[] key = in.readNBytes(DIGEST); key.length == DIGEST; key = in.readNBytes(DIGEST)) {
                int length = DIGEST;
                for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                    length++;
                }
                lines.put(new String(key, StandardCharsets.US_ASCII), new Line(position, length));
                position += length + 1;
            }
        }
    }

    private Optional<byte[]> kept(String key) throws IOException {
        Line line = lines.get(key);
        if (line == null || before.isEmpty() || line.length() <= PREFIX) {
            return Optional.empty();
        }
        byte[] bytes = new byte[line.length()];
        before.get().seek(line.position());
        before.get().readFully(bytes);
        String digest = new String(bytes, DIGEST + 1, DIGEST, StandardCharsets.US_ASCII);
        byte[] json = Arrays.copyOfRange(bytes, PREFIX, bytes.length);
        return Sha256.of(json).equals(digest) ? Optional.of(json) : Optional.empty();
    }

    private void write(String key, byte[] json) throws IOException {
        OutputStream out = now.orElseThrow();
        out.write((key + ' ' + Sha256.of(json) + ' ').getBytes(StandardCharsets.US_ASCII));
        out.write(json);
        out.write('\n');
    }

    /** Keeps what was read, in place of what was read before, unless this was less. */
    public void keep() {
        try {
            if (now.isPresent()) {
                now.get().close();
                now = Optional.empty();
                if (2 * (pages - FEWEST) >= lines.size()) {
                    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /** Forgets what was not kept. */
    @Override
    public void close() {
        try {
            if (now.isPresent()) {
                now.get().close();
            }
            if (before.isPresent()) {
                before.get().close();
            }
            if (pages >= FEWEST) {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy up " + next, e);
        }
    }
}
