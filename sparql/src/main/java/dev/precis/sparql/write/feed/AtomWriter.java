package dev.precis.sparql.write.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Reference.Identifiers;
import dev.precis.sparql.write.Form;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom 1.0 (RFC 4287), with ROME's model of the format as it goes over the wire. */
final class AtomWriter implements FeedWriter {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");
    private static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    @Override
    public byte[] write(Feed feed, String self) {
        com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(feed.id());
        atom.setTitleEx(text(feed.title()));
        if (!feed.subtitle().isEmpty()) {
            atom.setSubtitle(text(feed.subtitle()));
        }
        if (!feed.rights().isEmpty()) {
            atom.setRights(feed.rights());
        }
        atom.setUpdated(Date.from(feed.updated()));
        atom.setAlternateLinks(List.of(link("alternate", feed.home(), "text/html")));
        atom.setOtherLinks(links(feed.parts(), self));
        // RFC 4287 section 4.1.1: a feed has an author where not all of its entries have one
        atom.setAuthors(people(feed.author()));
        atom.setEntries(feed.entries().stream().map(AtomWriter::entry).toList());
        return Wire.write(atom, self, document -> {
            if (feed.parts().isArchive()) {
                document.getRootElement().addContent(0, new Element("archive", HISTORY));
            }
            feed.deletions().forEach(deletion -> document.getRootElement().addContent(deleted(deletion)));
        });
    }

    private static List<Link> links(Feed.Parts parts, String self) {
        List<Link> links = new ArrayList<>();
        links.add(link("self", self, Form.ATOM.mediaType()));
        Map.of("current", parts.current(), "prev-archive", parts.previous(), "next-archive", parts.next())
                .entrySet()
                .stream()
                .filter(part -> !part.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> links.add(link(part.getKey(), part.getValue(), Form.ATOM.mediaType())));
        return links;
    }

    /** RFC 6721: "The Atom 'deleted-entry' Element". */
    private static Element deleted(Feed.Deletion deletion) {
        Element element = new Element("deleted-entry", TOMBSTONES)
                .setAttribute("ref", deletion.id())
                .setAttribute("when", deletion.when().toString());
        return deletion.reason().isEmpty()
                ? element
                : element.addContent(new Element("comment", TOMBSTONES).setText(Characters.clean(deletion.reason())));
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry entry) {
        com.rometools.rome.feed.atom.Entry atom = new com.rometools.rome.feed.atom.Entry();
        atom.setId(entry.id());
        atom.setTitleEx(text(entry.title()));
        atom.setUpdated(Date.from(entry.updated()));
        atom.setPublished(Date.from(entry.published()));
        if (!entry.author().isEmpty()) {
            atom.setAuthors(people(entry.author()));
        }
        atom.setAlternateLinks(List.of(link("alternate", entry.id(), "text/html")));
        if (!entry.doi().isEmpty()) {
            atom.setOtherLinks(List.of(link("related", Identifiers.resolver(entry.doi()), "")));
        }
        atom.setCategories(entry.categories().stream().map(AtomWriter::category).toList());
        Content content = new Content();
        content.setType(Content.HTML);
        content.setValue(entry.content());
        atom.setContents(List.of(content));
        return atom;
    }

    private static Content text(String value) {
        Content text = new Content();
        text.setType(Content.TEXT);
        text.setValue(value);
        return text;
    }

    private static Link link(String relation, String address, String mediaType) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        if (!mediaType.isEmpty()) {
            link.setType(mediaType);
        }
        return link;
    }

    private static List<SyndPerson> people(String name) {
        SyndPerson person = new SyndPersonImpl();
        person.setName(name);
        return new ArrayList<>(List.of(person));
    }

    private static Category category(String name) {
        Category category = new Category();
        category.setTerm(name);
        return category;
    }
}
