package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Limits;

/** On what conditions queries are answered. */
public record Conditions(Limits limits, Capacity capacity) {
    /** What suits this machine. */
    public static Conditions standard() {
        return new Conditions(Limits.standard(), Capacity.standard());
    }
}
