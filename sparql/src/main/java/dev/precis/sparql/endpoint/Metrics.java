package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.schedule.Lanes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts and times what the server does; names and units after prometheus.io/docs/practices/naming. */
final class Metrics {
    private final MeterRegistry registry;

    Metrics(MeterRegistry registry, Lanes lanes) {
        this.registry = registry;
        Gauge.builder("precis.queries.under.way", lanes, Lanes::quickOnes)
                .tag("lane", "quick")
                .description("Queries that run or wait")
                .register(registry);
        Gauge.builder("precis.queries.under.way", lanes, Lanes::slowOnes)
                .tag("lane", "slow")
                .description("Queries that run or wait")
                .register(registry);
        Gauge.builder("precis.queries.given.up", lanes, Lanes::givenUp)
                .description("Queries that run on though nobody waits for them")
                .register(registry);
    }

    /** @param kind of the request: sparql or site */
    void request(String kind, Outcome outcome, Duration time) {
        Timer.builder("precis.requests")
                .description("Requests, by what was asked and what became of it")
                .tag("kind", kind)
                .tag("outcome", outcome.label())
                .register(registry)
                .record(time);
    }
}
