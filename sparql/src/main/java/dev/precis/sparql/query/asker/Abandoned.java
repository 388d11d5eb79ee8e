package dev.precis.sparql.query.asker;

/** Nobody waits any more for what is being found out. */
public final class Abandoned extends RuntimeException {
    Abandoned() {
        super("nobody waits for this", null, false, false);
    }
}
