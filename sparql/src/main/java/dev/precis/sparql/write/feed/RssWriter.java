package dev.precis.sparql.write.feed;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import dev.precis.sparql.write.Form;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0 (rssboard.org/rss-specification), with ROME's model of the format as it goes over the wire. */
final class RssWriter implements FeedWriter {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    @Override
    public byte[] write(Feed feed, String self) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setLink(feed.home());
        // the specification demands a description
        channel.setDescription(feed.subtitle().isEmpty() ? feed.title() : feed.subtitle());
        channel.setLanguage(feed.language());
        if (!feed.rights().isEmpty()) {
            channel.setCopyright(feed.rights());
        }
        feed.entries().stream().findFirst().ifPresent(newest -> channel.setPubDate(Date.from(newest.published())));
        // the RSS Best Practices Profile asks a feed to say where it is found
        channel.setForeignMarkup(List.of(selfLink(self)));
        channel.setItems(feed.entries().stream().map(RssWriter::item).toList());
        return Wire.write(channel, self);
    }

    private static Element selfLink(String self) {
        return new Element("link", ATOM)
                .setAttribute("rel", "self")
                .setAttribute("type", Form.RSS.mediaType())
                .setAttribute("href", self);
    }

    private static Item item(Entry entry) {
        Item item = new Item();
        item.setTitle(entry.title());
        item.setLink(entry.id());
        Guid guid = new Guid();
        guid.setValue(entry.id());
        guid.setPermaLink(true);
        item.setGuid(guid);
        item.setPubDate(Date.from(entry.published()));
        Description description = new Description();
        description.setType("text/html");
        description.setValue(entry.content());
        item.setDescription(description);
        item.setCategories(entry.categories().stream().map(RssWriter::category).toList());
        if (!entry.author().isEmpty()) {
            // RSS's own author is an e-mail address, which nobody wants to publish
            DCModuleImpl dublinCore = new DCModuleImpl();
            dublinCore.setCreator(entry.author());
            item.setModules(List.of(dublinCore));
        }
        return item;
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setValue(name);
        return category;
    }
}
