package dev.precis.pipeline.domain.page;

import dev.precis.pipeline.domain.Sha256;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What was fetched: the bytes of one address at one moment (the word is web archiving's). The moment is what the
 * capture itself says: whoever fetched it noted the time. A file does not say it, since the time of a file is that of
 * its last copy. Immutable.
 */
public final class Capture {
    private final URI address;
    private final Optional<Instant> captured;
    private final String contentType;
    private final byte[] content;
    private final String directives;
    private final Exchange exchange;

    /**
     * @param address where it was fetched from; for a saved page the address it was saved from if the page or its name
     *     says so, else the file's own
     * @param captured when, by the clock of whoever fetched it
     * @param contentType as the server declared it, such as {@code text/html; charset=windows-1252}; empty if unknown
     * @param content the bytes
     */
    public Capture(URI address, Instant captured, String contentType, byte[] content) {
        this(address, Optional.of(captured), contentType, content, "", Exchange.NONE);
    }

    /** @param directives what the server told crawlers beside it ({@code X-Robots-Tag}), a line each header */
    public Capture(URI address, Instant captured, String contentType, byte[] content, String directives) {
        this(address, Optional.of(captured), contentType, content, directives, Exchange.NONE);
    }

    /** A capture that does not say when it was made. */
    public Capture(URI address, String contentType, byte[] content) {
        this(address, Optional.empty(), contentType, content, "", Exchange.NONE);
    }

    /** One of which somebody else has told all this. */
    public static Capture of(
            URI address, Optional<Instant> captured, String contentType, byte[] content, String directives) {
        return new Capture(address, captured, contentType, content, directives, Exchange.NONE);
    }

    private Capture(
            URI address,
            Optional<Instant> captured,
            String contentType,
            byte[] content,
            String directives,
            Exchange exchange) {
        this.address = address;
        this.captured = captured;
        this.contentType = contentType;
        this.content = content.clone();
        this.directives = directives;
        this.exchange = exchange;
    }

    /** The same, and how it was asked for and answered. */
    public Capture with(Exchange how) {
        return new Capture(address, captured, contentType, content, directives, how);
    }

    public URI address() {
        return address;
    }

    public Optional<Instant> captured() {
        return captured;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Of the content, in bytes. */
    public int length() {
        return content.length;
    }

    /** What the server told crawlers beside it, a line each header; empty if nothing. */
    public String directives() {
        return directives;
    }

    /** How it was asked for and answered, true of the content as it is here. */
    public Exchange exchange() {
        return exchange;
    }

    /** SHA-256 of the content in 64 lower-case hexadecimal digits: the name of the snapshot. */
    public String digest() {
        return HexFormat.of().formatHex(Sha256.begin().digest(content));
    }

    @Override
    public String toString() {
        return "Capture[" + address + ", " + content.length + " bytes]";
    }
}
