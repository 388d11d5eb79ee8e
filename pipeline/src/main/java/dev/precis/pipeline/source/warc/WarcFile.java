package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A file of WARC records, plain or each packed by itself (gzip). Records are read one after the other and never more
 * than one at a time; a damaged one is told of and passed over: reading goes on where the next one begins.
 */
final class WarcFile {
    private static final byte[] PACKED = {0x1f, (byte) 0x8b, 8};
    private static final byte[] PLAIN = "\nWARC/".getBytes(StandardCharsets.US_ASCII);
    private static final int WINDOW = 1 << 16;

    private final Path file;

    WarcFile(Path file) {
        this.file = file;
    }

    /** What is taken from a record while it is at hand. */
    interface Reader<T> {
        T read(OpenRecord record) throws IOException;
    }

    /**
     * Reads all records.
     *
     * @param reader takes what there is to take from a record; what it throws is told of that record
     * @param taken takes that with the position of the record, when the record has proved to be whole
     * @param notices told of what is damaged
     */
    <T> void forEach(Reader<T> reader, BiConsumer<T, Long> taken, Consumer<Notice> notices) {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size == 0) {
                notices.accept(
                        Notice.violation("warc-damaged", name(), "the file is empty, a web archive was expected"));
            }
            for (long position = 0; position < size; ) {
                position = read(channel, position, reader, taken, notices);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one record; gives where the next one begins. */
    private <T> long read(
            FileChannel channel, long position, Reader<T> reader, BiConsumer<T, Long> taken, Consumer<Notice> notices)
            throws IOException {
        String what = "";
        Optional<String> flaw = Optional.empty();
        try {
            OpenRecord record = new OpenRecord(channel, position);
            what = record.what();
            Optional<T> found = Optional.empty();
            try {
                found = Optional.of(reader.read(record));
            } catch (IOException | IllegalArgumentException | NoSuchElementException | DateTimeException e) {
                flaw = Optional.of(reason(e));
            }
            long next = record.end();
            found.ifPresent(one -> taken.accept(one, position));
            flaw.ifPresent(reason -> notices.accept(damaged(position, record.what(), reason, "")));
            return next;
        } catch (IOException | IllegalArgumentException | NoSuchElementException | DateTimeException e) {
            // jwarc throws the latter where a field of a record has no value that it could have
            long next = next(channel, position + 1);
            String rest = next < channel.size()
                    ? "; read on from byte " + next
                    : position == 0 ? "; no record was found in the file" : "; no record follows";
            notices.accept(damaged(position, what, flaw.orElseGet(() -> reason(e)), rest));
            return next;
        }
    }

    private Notice damaged(long position, String what, String reason, String rest) {
        return Notice.violation(
                "warc-damaged",
                name(),
                "the record at byte " + position + (what.isEmpty() ? "" : " (" + what + ")") + " " + reason + rest);
    }

    private static String reason(Exception failure) {
        return failure instanceof FlawException
                ? String.valueOf(failure.getMessage())
                : "is damaged: "
                        + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    /** What is taken from the record at a position, which was found whole. */
    <T> T at(long position, Reader<T> reader) {
        try (FileChannel channel = FileChannel.open(file)) {
            return reader.read(new OpenRecord(channel, position));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the record at byte " + position + " cannot be read again", e);
        }
    }

    /** Where a record may begin, from a position on; the end of the file if nowhere. */
    private static long next(FileChannel channel, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        for (long start = from; start < channel.size(); start += WINDOW - PLAIN.length) {
            int length = Math.max(channel.read(window.clear(), start), 0);
            for (int i = 0; i < length; i++) {
                if (begins(window, length, i, PLAIN)) {
                    return start + i + 1;
                }
                if (begins(window, length, i, PACKED) && OpenRecord.isAt(channel, start + i)) {
                    return start + i;
                }
            }
        }
        return channel.size();
    }

    private static boolean begins(ByteBuffer window, int length, int at, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (at + i >= length || window.get(at + i) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return name();
    }
}
