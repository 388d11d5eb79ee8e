package dev.precis.sparql.write.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Puts ROME's models on the wire. */
final class Wire {
    private Wire() {}

    /** The feed as XML in UTF-8. */
    static byte[] write(WireFeed feed, String self) {
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new UncheckedIOException("feed " + self, new IOException(e));
        }
    }
}
