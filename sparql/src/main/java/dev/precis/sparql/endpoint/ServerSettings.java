package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.schedule.Capacity;
import dev.precis.sparql.guard.schedule.Conditions;

/**
 * How a server is reached, and what it bears.
 *
 * @param port 0 picks a free one
 * @param loopback whether only this machine may connect
 * @param forwarded whether all requests come through a proxy that tells in X-Forwarded-For whom it asks for
 * @param connections at once; more wait
 */
public record ServerSettings(
        int port, boolean loopback, boolean forwarded, int connections, Limits limits, Capacity capacity) {
    private static final int CONNECTIONS = 10_000;

    /** The usual limits. */
    public static ServerSettings standard(int port, boolean loopback) {
        return new ServerSettings(port, loopback, false, CONNECTIONS, Limits.standard(), Capacity.standard());
    }

    /** On what conditions queries are answered. */
    public Conditions conditions() {
        return new Conditions(limits, capacity);
    }

    /** The same with other limits. */
    public ServerSettings with(Limits other) {
        return new ServerSettings(port, loopback, forwarded, connections, other, capacity);
    }

    /** The same with another capacity. */
    public ServerSettings with(Capacity other) {
        return new ServerSettings(port, loopback, forwarded, connections, limits, other);
    }

    /** The same for requests that a proxy hands on, or not. */
    public ServerSettings behindProxy(boolean yes) {
        return new ServerSettings(port, loopback, yes, connections, limits, capacity);
    }
}
