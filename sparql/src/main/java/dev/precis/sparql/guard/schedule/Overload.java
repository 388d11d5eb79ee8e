package dev.precis.sparql.guard.schedule;

import java.time.Duration;

/** A query is not run now, for others run; the message says what to do. */
public final class Overload extends RuntimeException {
    private final boolean byClient;
    private final Duration retryAfter;

    Overload(boolean byClient, Duration retryAfter, String message) {
        super(message, null, false, false);
        this.byClient = byClient;
        this.retryAfter = retryAfter;
    }

    /** Whether those others are the same client's. */
    public boolean isByClient() {
        return byClient;
    }

    /** When it may be worth to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
