package dev.precis.sparql.schedule;

import dev.precis.sparql.engine.Limits;

/** On what conditions queries are answered. */
public record Conditions(Limits limits, Capacity capacity) {
    /** What suits this machine. */
    public static Conditions standard() {
        return new Conditions(Limits.standard(), Capacity.standard());
    }
}
