package dev.precis.sparql.guard.limit;

import org.apache.jena.query.QueryCancelledException;

/**
 * A query is not answered, for a reason that is the client's to mend; the message says what was wrong and what to do.
 * Of all that is thrown while a filter is evaluated ARQ takes everything but a cancellation for false, and would answer
 * with the rows that are left.
 */
public final class Refusal extends QueryCancelledException {
    private final Reason reason;
    private final String message;

    /** Why. */
    public enum Reason {
        /** It is no query, or asks for what does not exist. */
        MALFORMED,
        /** It asks for what nobody may do here. */
        FORBIDDEN,
        /** The query itself is too large. */
        TOO_LARGE,
        /** Its answer, or what it holds on the way, is too large. */
        TOO_COSTLY
    }

    public Refusal(Reason reason, String message) {
        this.reason = reason;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** None is looked at: a refusal is no fault of the server. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to guard
    public Throwable fillInStackTrace() {
        return this;
    }

    public Reason reason() {
        return reason;
    }
}
