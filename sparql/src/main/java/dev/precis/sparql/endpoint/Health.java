package dev.precis.sparql.endpoint;

import java.util.Locale;

/** How a server does, as far as those who watch over it must know. */
public enum Health {
    /** All works. */
    READY(200),
    /** What is there is served; what is new is not taken. */
    READ_ONLY(200),
    /** Nothing can be served. */
    DOWN(503);

    private final int status;

    Health(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
