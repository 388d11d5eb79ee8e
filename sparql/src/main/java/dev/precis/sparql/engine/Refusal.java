package dev.precis.sparql.engine;

/**
 * A query is not answered, for a reason that is the client's to mend; the message says what was wrong and what to do.
 */
public final class Refusal extends RuntimeException {
    private final Reason reason;

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
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
