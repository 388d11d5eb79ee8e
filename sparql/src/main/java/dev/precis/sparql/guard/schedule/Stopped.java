package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import java.time.Duration;

/** A query was stopped before it had its answer. */
public final class Stopped extends RuntimeException {
    private final Ledger.Stop reason;
    private final Duration retryAfter;

    Stopped(Ledger.Stop reason, Duration retryAfter) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Ledger.Stop reason() {
        return reason;
    }

    /** Until when the same would be refused without being tried. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
