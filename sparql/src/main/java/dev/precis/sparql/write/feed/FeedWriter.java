package dev.precis.sparql.write.feed;

/** Writes a feed in one format. */
@FunctionalInterface
public interface FeedWriter {
    /**
     * The document, in UTF-8.
     *
     * @param self the address that the document itself is found at
     */
    byte[] write(Feed feed, String self);
}
