package dev.precis.sparql.write.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Puts ROME's models on the wire. */
final class Wire {
    private Wire() {}

    /** The feed as XML in UTF-8. */
    static byte[] write(WireFeed feed, String self) {
        return write(feed, self, document -> {});
    }

    /** @param completion of what ROME leaves out */
    static byte[] write(WireFeed feed, String self, Consumer<Document> completion) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            completion.accept(document);
            return new XMLOutputter(Format.getPrettyFormat())
                    .outputString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new UncheckedIOException("feed " + self, new IOException(e));
        }
    }
}
