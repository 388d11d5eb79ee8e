package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.serve.Companion;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.util.Optional;

/** Keeps a replica up to date while it is served. */
final class Following implements AutoCloseable {
    private final ReplicaSource source;
    private final Replica replica;
    private final Runnable follow;
    private final Repeated steps;
    private boolean committed = true; // what was, and not followed, by a process that died

    private Following(Companion.Served served, ReplicaSource source, Replica replica, Repeated.Pace pace) {
        this.source = source;
        this.replica = replica;
        this.follow = served.follow();
        this.steps = new Repeated("replica of " + source.host(), this::step, served.log(), pace);
    }

    static Following begin(
            Companion.Served served, URI address, Optional<Credentials> credentials, Repeated.Pace pace) {
        ReplicaSource source = new ReplicaSource(address, credentials);
        Following following =
                new Following(served, source, new Replica(served.archive(), source, address.toString()), pace);
        Gauge.builder("precis.replica.lag", following, Following::lag)
                .description("Commits of the server that is followed that are not here")
                .register(served.registry());
        Gauge.builder(
                        "precis.replica.applied",
                        following,
                        of -> of.replica.version().committed().getEpochSecond())
                .description("When the commit was that was taken over last")
                .baseUnit("timestamp_seconds")
                .register(served.registry());
        Gauge.builder("precis.replica.failures", following, of -> of.steps.failures())
                .description("Attempts in a row that failed to ask the server that is followed")
                .register(served.registry());
        following.steps.start();
        return following;
    }

    private void step() {
        committed |= replica.follow();
        if (committed) {
            follow.run();
            committed = false;
        }
    }

    private long lag() {
        return replica.told().number() - replica.version().number();
    }

    /** One line. */
    String remark() {
        String state = lag() == 0 ? "has all that it told" : "is " + lag() + " commits behind";
        return "replica of " + source.host() + ": " + state + (steps.reason().isEmpty() ? "" : "; " + steps.reason());
    }

    @Override
    public void close() {
        steps.close();
        source.close();
    }
}
