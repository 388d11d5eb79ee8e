package dev.precis.sparql.feed;

/** The formats that every feed is offered in. A format is added by a line here and its writer. */
public enum FeedFormat {
    RSS("feed.rss", "application/rss+xml", "RSS", new RssWriter()),
    ATOM("feed.atom", "application/atom+xml", "Atom", new AtomWriter()),
    JSON_FEED("feed.json", "application/feed+json", "JSON Feed", new JsonFeedWriter()),
    RSS_1("feed.rdf", "application/rdf+xml", "RSS 1.0", new RdfWriter()),
    JSON_LD("feed.jsonld", "application/ld+json", "JSON-LD", new JsonLdFeedWriter());

    private final String file;
    private final String mediaType;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final FeedWriter writer;

    FeedFormat(String file, String mediaType, String label, FeedWriter writer) {
        this.file = file;
        this.mediaType = mediaType;
        this.label = label;
        this.writer = writer;
    }

    /** The last part of its address. */
    public String file() {
        return file;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What readers call it. */
    public String label() {
        return label;
    }

    /** The feed in this format, in UTF-8; {@code self} is where it is found. */
    public byte[] write(Feed feed, String self) {
        return writer.write(feed, self);
    }
}
