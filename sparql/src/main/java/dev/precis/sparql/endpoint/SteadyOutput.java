package dev.precis.sparql.endpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves a client that takes a large answer so slowly that it would keep it here for hours. */
final class SteadyOutput extends FilterOutputStream {
    private static final Duration FREE = Duration.ofMinutes(1);
    /** Bytes in a second: less than any line has that somebody would fetch megabytes by. */
    private static final long LEAST = 32 << 10;

    private final LongSupplier clock;
    private final long start;
    private long sent;

    /** @param clock nanoseconds since some moment, never going back */
    SteadyOutput(OutputStream out, LongSupplier clock) {
        super(out);
        this.clock = clock;
        this.start = clock.getAsLong();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sent += length;
        Duration time = Duration.ofNanos(clock.getAsLong() - start);
        if (time.compareTo(FREE) > 0 && sent < LEAST * time.toSeconds()) {
            throw new IOException("the client takes less than " + LEAST + " bytes in a second");
        }
    }
}
