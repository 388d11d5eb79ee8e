package dev.precis.sparql.write;

/** A format has no way to say something that another has; the message says what, and what to ask for instead. */
public final class Inexpressible extends RuntimeException {
    Inexpressible(String message) {
        super(message, null, false, false);
    }
}
