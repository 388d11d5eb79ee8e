package dev.precis.sparql.guard.limit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What one run of a query has used up so far, and whether it is to stop. One thread runs, any may stop it. */
public final class Ledger {
    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/precis/ledger");
    // measured roughly on a 64-bit JVM with compressed pointers
    private static final int ROW = 96;
    private static final int CELL = 48;
    private static final int TERM = 64;

    private final Limits limits;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.NOT);
    private long held;

    /** Why a run was stopped from outside. */
    public enum Stop {
        NOT,
        /** Its time is over. */
        TIME,
        /** It is not as quick as was hoped, and is to run elsewhere. */
        SLOW,
        /** Nobody waits for its answer any more. */
        GONE,
        /** The server is short of memory. */
        MEMORY,
        /** There is no room on disk for its answer. */
        ROOM,
        /** The server ends. */
        SHUTDOWN
    }

    public Ledger(Limits limits) {
        this.limits = limits;
    }

    /** The ledger of the execution that a context belongs to. */
    public static Ledger of(Context context) {
        return context.get(SYMBOL);
    }

    public static Symbol symbol() {
        return SYMBOL;
    }

    public Limits limits() {
        return limits;
    }

    /** The signal that the iterators of ARQ and TDB2 look at. */
    public AtomicBoolean cancelSignal() {
        return cancelled;
    }

    /** Makes the run end soon with a {@link QueryCancelledException}; the first reason counts. */
    public void stop(Stop why) {
        stop.compareAndSet(Stop.NOT, why);
        cancelled.set(true);
    }

    /** Why it was stopped, if it was. */
    public Stop stopped() {
        return stop.get();
    }

    /** Ends the run if it is to stop. */
    public void check() {
        if (cancelled.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Notes that a row is kept in memory until the end of the run. */
    public void hold(Binding row) {
        hold(size(row));
    }

    /** About how much memory a row takes. */
    public static long size(Binding row) {
        long bytes = ROW;
        for (Var variable : (Iterable<Var>) row::vars) {
            bytes += CELL + size(row.get(variable));
        }
        return bytes;
    }

    /** Notes that so many bytes are kept in memory until the end of the run. */
    public void hold(long bytes) {
        held += bytes;
        if (held > limits.memory()) {
            throw memory();
        }
    }

    /** The same rows, each noted as it is taken. */
    public RowSet holding(RowSet rows) {
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, row -> {
            hold(row);
            return row;
        }));
    }

    public Refusal memory() {
        return new Refusal(
                Refusal.Reason.TOO_COSTLY,
                "This query sorts, groups or joins more than the " + (limits.memory() >> 20)
                        + " MiB that one query may hold: ask for less, for instance with more conditions.");
    }

    /** About how much memory a term takes. */
    public static long size(Node term) {
        return term.isLiteral() ? TERM + 2L * term.getLiteralLexicalForm().length() : TERM;
    }
}
