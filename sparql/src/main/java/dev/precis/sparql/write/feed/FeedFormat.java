package dev.precis.sparql.write.feed;

import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.Listed;

/** The formats that every feed is offered in. A format is added by a line here and its writer. */
public enum FeedFormat implements Listed {
    RSS(Form.RSS, new RssWriter()),
    ATOM(Form.ATOM, new AtomWriter()),
    JSON_FEED(Form.JSON_FEED, new JsonFeedWriter()),
    RSS_1(Form.RSS_1, new RdfWriter()),
    JSON_LD(Form.JSON_LD, new JsonLdFeedWriter());

    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final FeedWriter writer;

    FeedFormat(Form form, FeedWriter writer) {
        this.form = form;
        this.writer = writer;
    }

    @Override
    public Form form() {
        return form;
    }

    /** The last part of its address. */
    public String file() {
        return "feed" + form.suffix();
    }

    /** The feed in this format, in UTF-8; {@code self} is where it is found. */
    public byte[] write(Feed feed, String self) {
        return writer.write(feed, self);
    }
}
