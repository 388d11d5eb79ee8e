package dev.precis.sparql.endpoint;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered: a status and a sentence for its author. */
final class HttpProblem extends RuntimeException {
    private final int status;
    private final Outcome outcome;
    private final @Nullable Duration retryAfter;

    HttpProblem(int status, String message) {
        this(status, Outcome.of(status), message, null);
    }

    HttpProblem(int status, Outcome outcome, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.outcome = outcome;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** What it counts as. */
    Outcome outcome() {
        return outcome;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** When to try again (RFC 9110 section 10.2.3), where that may help. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
