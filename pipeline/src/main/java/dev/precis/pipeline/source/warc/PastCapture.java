package dev.precis.pipeline.source.warc;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Exchange;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A capture of which the bytes are kept elsewhere.
 *
 * @param source id of the source that it was read for; empty if nobody noted it
 * @param captured empty if it does not say when
 * @param digest SHA-256 of the bytes, hexadecimal
 * @param contentType as declared; may be empty
 */
public record PastCapture(
        String source, URI address, Optional<Instant> captured, String digest, String contentType, Exchange exchange) {
    /** In the order of time; what does not say when comes first. */
    public static final Comparator<PastCapture> ORDER = Comparator.comparing(
                    (PastCapture capture) -> capture.captured().orElse(Instant.MIN))
            .thenComparing(PastCapture::address)
            .thenComparing(PastCapture::digest)
            .thenComparing(PastCapture::source);

    static PastCapture of(String source, Capture capture) {
        return new PastCapture(
                source,
                capture.address(),
                capture.captured(),
                capture.digest(),
                capture.contentType(),
                capture.exchange());
    }

    /** The same with its bytes. */
    public Capture with(byte[] content) {
        Capture capture = captured.isPresent()
                ? new Capture(address, captured.get(), contentType, content)
                : new Capture(address, contentType, content);
        return capture.with(exchange);
    }

    /** What two of the same have alike. */
    String key() {
        return source + " " + address + " " + captured.map(Instant::toString).orElse("") + " " + digest;
    }
}
