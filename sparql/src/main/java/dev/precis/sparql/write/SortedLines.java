package dev.precis.sparql.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicy;
import org.apache.jena.atlas.lib.Sink;

/** Any number of lines, sorted by their bytes, each once; what exceeds a bounded amount of memory waits on disk. */
final class SortedLines implements AutoCloseable {
    /** Takes one line, its line feed included. */
    interface Target {
        void accept(byte[] line) throws IOException;
    }

    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final int OVERHEAD = 24; // of an array

    private final SortedDataBag<byte[]> lines;

    SortedLines() {
        this(DEFAULT_MEMORY);
    }

    SortedLines(long memory) {
        this.lines = new SortedDataBag<>(new Memory(memory), new OnDisk(), Arrays::compareUnsigned);
    }

    void addAll(List<byte[]> more) {
        more.forEach(lines::add);
    }

    /** Gives every line to the target. */
    void forEach(Target target) throws IOException {
        byte[] previous = {};
        for (byte[] line : lines) {
            if (!Arrays.equals(previous, line)) {
                target.accept(line);
            }
            previous = line;
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    /** So many bytes stay in memory. */
    private static final class Memory implements ThresholdPolicy<byte[]> {
        private final long most;
        private long used;

        Memory(long most) {
            this.most = most;
        }

        @Override
        public void increment(byte[] line) {
            used += line.length + OVERHEAD;
        }

        @Override
        public boolean isThresholdExceeded() {
            return used > most;
        }

        @Override
        public void reset() {
            used = 0;
        }
    }

    /** Lines on disk as they are. */
    private static final class OnDisk implements SerializationFactory<byte[]> {
        @Override
        public Sink<byte[]> createSerializer(OutputStream file) {
            return new Sink<>() {
                @Override
                public void send(byte[] line) {
                    Write.now(() -> file.write(line));
                }

                @Override
                public void flush() {
                    Write.now(file::flush);
                }

                @Override
                public void close() {
                    Write.now(file::close);
                }
            };
        }

        @Override
        public Iterator<byte[]> createDeserializer(InputStream file) {
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> (line + '\n').getBytes(StandardCharsets.UTF_8))
                    .iterator();
        }
    }

    /** Writes to the disk, whose faults are nobody's here. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;

        static void now(Write write) {
            try {
                write.run();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep lines to sort: " + e.getMessage(), e);
            }
        }
    }
}
