package dev.precis.pipeline.source;

import java.net.URI;

/** An address that gave nothing, or that Précis does not ask; the rest of a crawl goes on. */
public class UnreachableException extends RuntimeException {
    private final URI address;
    private final String reason;

    public UnreachableException(URI address, String reason) {
        super(address + ": " + reason);
        this.address = address;
        this.reason = reason;
    }

    public URI address() {
        return address;
    }

    public String reason() {
        return reason;
    }
}
