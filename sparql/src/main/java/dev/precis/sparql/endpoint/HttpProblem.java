package dev.precis.sparql.endpoint;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a request is not answered: a status and a sentence for its author. */
final class HttpProblem extends RuntimeException {
    private final int status;
    private final @Nullable Duration retryAfter;

    HttpProblem(int status, String message) {
        this(status, message, null);
    }

    HttpProblem(int status, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** When to try again (RFC 9110 section 10.2.3), where that may help. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
