package dev.precis.pipeline.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the Retry-After header: seconds or an HTTP date (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long to wait from now: what the header says, at most a day, but never less than our own back-off. */
    static Duration read(String header, Instant now, Duration backOff) {
        Duration asked = header.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : until(header, now);
        Duration capped = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return capped.compareTo(backOff) > 0 ? capped : backOff;
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            // neither number nor date says nothing
            return Duration.ZERO;
        }
    }
}
