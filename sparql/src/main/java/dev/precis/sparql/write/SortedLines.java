package dev.precis.sparql.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Any number of lines, sorted by their bytes, each once. What exceeds a bounded amount of memory waits on disk in
 * sorted runs, which are merged at the end.
 */
final class SortedLines implements AutoCloseable {
    /** Takes one line, its line feed included. */
    interface Sink {
        void accept(byte[] line) throws IOException;
    }

    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final int OVERHEAD = 24; // of an array

    private final long memory;
    private final List<byte[]> lines = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private long used;

    SortedLines() {
        this(DEFAULT_MEMORY);
    }

    SortedLines(long memory) {
        this.memory = memory;
    }

    /** Adds lines, each ended by its only line feed. */
    void addAll(List<byte[]> more) throws IOException {
        lines.addAll(more);
        for (byte[] line : more) {
            used += line.length + OVERHEAD;
        }
        if (used > memory) {
            spill();
        }
    }

    /** Gives every line to the sink. */
    void forEach(Sink sink) throws IOException {
        if (!runs.isEmpty()) {
            spill();
        }
        lines.sort(Arrays::compareUnsigned);
        PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(run -> run.line, Arrays::compareUnsigned));
        List<InputStream> open = new ArrayList<>();
        try {
            for (Path file : runs) {
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                open.add(in);
                queue.add(new Run(in));
            }
            byte[] previous = {};
            for (byte[] line : lines) {
                previous = unlessEqual(previous, line, sink);
            }
            while (!queue.isEmpty()) {
                Run run = queue.remove();
                previous = unlessEqual(previous, run.line, sink);
                if (run.advance()) {
                    queue.add(run);
                }
            }
        } finally {
            for (InputStream in : open) {
                in.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private static byte[] unlessEqual(byte[] previous, byte[] line, Sink sink) throws IOException {
        if (!Arrays.equals(previous, line)) {
            sink.accept(line);
        }
        return line;
    }

    private void spill() throws IOException {
        lines.sort(Arrays::compareUnsigned);
        Path run = Files.createTempFile("precis-export", ".lines");
        runs.add(run);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(run), 1 << 16)) {
            for (byte[] line : lines) {
                out.write(line);
            }
        }
        lines.clear();
        used = 0;
    }

    /** A sorted file and the line of it that is next. */
    private static final class Run {
        private final InputStream in;
        private byte[] line = {};

        Run(InputStream in) throws IOException {
            this.in = in;
            advance();
        }

        boolean advance() throws IOException {
            ByteArrayOutputStream next = new ByteArrayOutputStream(256);
            int b;
            while ((b = in.read()) >= 0) {
                next.write(b);
                if (b == '\n') {
                    line = next.toByteArray();
                    return true;
                }
            }
            return false;
        }
    }
}
