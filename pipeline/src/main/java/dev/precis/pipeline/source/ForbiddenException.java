package dev.precis.pipeline.source;

import java.net.URI;

/** An address that robots.txt asks us to leave alone: no failure, we do as asked. */
public final class ForbiddenException extends UnreachableException {
    public ForbiddenException(URI address, String reason) {
        super(address, reason);
    }
}
