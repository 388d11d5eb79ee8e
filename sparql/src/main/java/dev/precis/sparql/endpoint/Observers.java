package dev.precis.sparql.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is told how the server does.
 *
 * @param registry takes what is counted
 * @param accessLog takes a line a request
 * @param health tells whether the store can be read and written
 */
public record Observers(MeterRegistry registry, Optional<AccessLog> accessLog, Supplier<Health> health) {
    /** Nobody. */
    public static Observers none() {
        return new Observers(new CompositeMeterRegistry(), Optional.empty(), () -> Health.READY);
    }
}
