package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Budget;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/** The body of a request, read as long as it is neither too large nor too slow, and there is memory for it. */
final class Body {
    static final int LARGEST = 1 << 20;
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Most queries are shorter, and are read whatever others send: as much as that is there for every connection. */
    private static final int FIRST = 8 << 10;
    /** For each byte: itself, and the character that it becomes. */
    private static final int COST = 2;

    private Body() {}

    /**
     * Reads all of it.
     *
     * @param length what is told of it, negative if nothing is
     * @param share takes what it needs in memory, before it does
     * @throws HttpProblem if it does not come whole, or there is no memory for it
     */
    static ByteBuffer read(InputStream in, long length, Budget.Share share) throws IOException {
        if (length > LARGEST) {
            throw tooLarge();
        }
        long latest = System.nanoTime() + PATIENCE.toNanos();
        byte[] bytes = new byte[FIRST];
        int size = 0;
        try {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes, size, bytes.length - size)) {
                size += count;
                if (size > LARGEST) {
                    throw tooLarge();
                }
                if (System.nanoTime() - latest > 0) {
                    throw tooSlow();
                }
                if (size == bytes.length) {
                    // one byte more than is allowed tells that there is more
                    int more = Math.min(size, LARGEST + 1 - size);
                    if (!share.take((long) more * COST)) {
                        throw tooMany();
                    }
                    bytes = Arrays.copyOf(bytes, size + more);
                }
            }
        } catch (EOFException cut) {
            throw new HttpProblem(400, "The request ended before its content did.");
        } catch (IOException idle) {
            if (idle.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw idle;
        }
        return ByteBuffer.wrap(bytes, 0, size);
    }

    private static HttpProblem tooLarge() {
        return new HttpProblem(413, "A query may have " + LARGEST + " bytes.");
    }

    /** After that time others have sent theirs, or been left. */
    private static HttpProblem tooMany() {
        return new HttpProblem(
                503, Outcome.BUSY, "Too many queries are being sent here: try again later, or by GET.", PATIENCE);
    }

    private static HttpProblem tooSlow() {
        return new HttpProblem(408, "The query did not arrive within " + PATIENCE.toSeconds() + " seconds.");
    }
}
