package dev.precis.sparql.write.feed;

import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.module.DCSubjectImpl;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Item;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 1.0 (web.resource.org/rss/1.0/spec), which is RDF/XML as well, with ROME's model of the format. */
final class RdfWriter implements FeedWriter {
    private static final Namespace RSS = Namespace.getNamespace("http://purl.org/rss/1.0/");
    private static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");

    @Override
    public byte[] write(Feed feed, String self) {
        Channel channel = new Channel("rss_1.0");
        channel.setUri(self);
        channel.setTitle(feed.title());
        channel.setLink(feed.home());
        channel.setDescription(feed.subtitle().isEmpty() ? feed.title() : feed.subtitle());
        DCModuleImpl dublinCore = new DCModuleImpl();
        dublinCore.setLanguage(feed.language());
        if (!feed.rights().isEmpty()) {
            dublinCore.setRights(feed.rights());
        }
        channel.setModules(List.of(dublinCore));
        channel.setItems(feed.entries().stream().map(RdfWriter::item).toList());
        return Wire.write(channel, self, RdfWriter::complete);
    }

    /** RSS 1.0, section 5.3.5: a channel has a sequence of its items; ROME leaves it out where there are none. */
    private static void complete(Document document) {
        Element channel = document.getRootElement().getChild("channel", RSS);
        if (channel.getChild("items", RSS) == null) {
            channel.addContent(new Element("items", RSS).addContent(new Element("Seq", RDF)));
        }
    }

    private static Item item(Entry entry) {
        Item item = new Item();
        item.setUri(entry.id());
        item.setTitle(entry.title());
        item.setLink(entry.id());
        Description description = new Description();
        description.setValue(entry.citation().isEmpty() ? entry.title() : entry.citation());
        item.setDescription(description);
        DCModuleImpl dublinCore = new DCModuleImpl();
        dublinCore.setDate(Date.from(entry.published()));
        if (!entry.author().isEmpty()) {
            dublinCore.setCreator(entry.author());
        }
        dublinCore.setSubjects(
                entry.categories().stream().map(RdfWriter::subject).toList());
        item.setModules(List.of(dublinCore));
        item.setForeignMarkup(List.of(new Element("encoded", CONTENT).setText(entry.content())));
        return item;
    }

    private static DCSubject subject(String name) {
        DCSubject subject = new DCSubjectImpl();
        subject.setValue(name);
        return subject;
    }
}
