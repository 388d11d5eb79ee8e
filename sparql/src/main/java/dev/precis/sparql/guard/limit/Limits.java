package dev.precis.sparql.guard.limit;

import java.time.Duration;

/**
 * What one query may cost; what goes beyond is refused with the limit in the answer.
 *
 * @param time from its arrival to its whole answer, waiting included
 * @param rows rows of a table, or triples of a graph, in an answer
 * @param bytes of an answer, before compression
 * @param tokens words and signs of a query
 * @param depth brackets within brackets of a query
 * @param length characters of one value, written in the query or made by it
 * @param memory bytes that sorting, grouping, joining and the like may hold at once, as estimated
 */
public record Limits(Duration time, long rows, long bytes, int tokens, int depth, int length, long memory) {
    private static final long MIB = 1L << 20;
    /** Several queries run at once, and everything else wants memory too. */
    private static final long PART_OF_HEAP = 16;

    /** What suits one small server: the memory follows that of the machine. */
    public static Limits standard() {
        long memory = Math.clamp(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, 16 * MIB, 256 * MIB);
        return new Limits(Duration.ofSeconds(10), 100_000, 50 * MIB, 20_000, 64, (int) MIB, memory);
    }

    /** The same with another time. */
    public Limits withTime(Duration other) {
        return new Limits(other, rows, bytes, tokens, depth, length, memory);
    }

    /** The same with another number of rows. */
    public Limits withRows(long other) {
        return new Limits(time, other, bytes, tokens, depth, length, memory);
    }

    /** The same with another size of answers. */
    public Limits withBytes(long other) {
        return new Limits(time, rows, other, tokens, depth, length, memory);
    }
}
