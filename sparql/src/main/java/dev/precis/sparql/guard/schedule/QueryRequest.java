package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A query to be run.
 *
 * @param shape the same for queries that cost about the same
 * @param identity the same for queries that have the same answer
 * @param client who asks
 * @param asked when, as {@link System#nanoTime()} told; its time runs from then
 * @param execution runs it; may be called again after it was stopped
 * @param abandoned whether nobody waits for the answer any more
 */
public record QueryRequest<T extends Closeable>(
        String shape,
        String identity,
        String client,
        long asked,
        Limits limits,
        Execution<T> execution,
        BooleanSupplier abandoned) {
    /** Runs a query, in the thread that calls. */
    @FunctionalInterface
    public interface Execution<T> {
        /** The whole answer; what fails leaves nothing open. */
        T run(Ledger ledger) throws IOException;
    }
}
