package dev.precis.pipeline.source;

import java.net.URI;

/** An address where nothing is (RFC 9110 sections 15.5.5 and 15.5.11): whoever links to it is wrong. */
public final class MissingException extends UnreachableException {
    public MissingException(URI address, String reason) {
        super(address, reason);
    }
}
