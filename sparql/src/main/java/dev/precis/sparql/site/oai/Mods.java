package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import dev.precis.sparql.site.XmlText;
import dev.precis.sparql.write.bibliography.Remarks;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a summary and the study that it is about in MODS 3.7 (loc.gov/standards/mods). */
final class Mods {
    static final String NAMESPACE = "http://www.loc.gov/mods/v3";
    static final String SCHEMA = "http://www.loc.gov/standards/mods/v3/mods-3-7.xsd";

    private static final String TYPE = "type";

    private final XmlText text;
    private final Item item;

    private Mods(XmlText text, Item item) {
        this.text = text;
        this.item = item;
    }

    static void write(XmlText text, Item item) throws XMLStreamException {
        new Mods(text, item).write();
    }

    private void write() throws XMLStreamException {
        text.openWith("mods", "xmlns", NAMESPACE, "version", "3.7", "xsi:schemaLocation", NAMESPACE + " " + SCHEMA);
        title(item.summary().item().title());
        boolean named = !item.summary().author().name().isEmpty();
        text.openWith("name", named ? new String[0] : new String[] {TYPE, "corporate"});
        text.told("namePart", item.author());
        role("aut");
        text.close();
        text.told("typeOfResource", "text");
        for (var type : item.summary().types()) {
            text.told("genre", type.name());
        }
        text.open("originInfo");
        text.told("publisher", item.blog().publishedBy());
        date(item.summary().item().date().text());
        text.close();
        language();
        text.told("abstract", item.text());
        text.told("abstract", item.implications(), "displayLabel", "Practice Implications");
        for (String topic : item.topics().toList()) {
            text.open("subject");
            text.told("topic", topic);
            text.close();
        }
        text.openWith("relatedItem", TYPE, "host");
        title(item.blog().name());
        text.close();
        for (Reference work : item.works()) {
            study(work, work.equals(item.works().getFirst()) ? "reviewOf" : "references");
        }
        text.told("identifier", item.iri(), TYPE, "uri");
        text.open("location");
        text.told("url", item.iri(), "usage", "primary");
        text.close();
        text.told("accessCondition", item.blog().license(), TYPE, "use and reproduction");
        text.close();
    }

    private void title(String title) throws XMLStreamException {
        if (!title.isBlank()) {
            text.open("titleInfo");
            text.told("title", title);
            text.close();
        }
    }

    private void role(String code) throws XMLStreamException {
        text.open("role");
        text.told("roleTerm", code, TYPE, "code", "authority", "marcrelator");
        text.close();
    }

    private void date(String date) throws XMLStreamException {
        text.told("dateIssued", date, "encoding", "w3cdtf");
    }

    private void language() throws XMLStreamException {
        if (!item.language().isBlank()) {
            text.open("language");
            text.told("languageTerm", item.language(), TYPE, "code", "authority", "rfc5646");
            text.close();
        }
    }

    /** A work, as its citation was read and as it is printed. */
    private void study(Reference work, String relation) throws XMLStreamException {
        text.openWith("relatedItem", TYPE, relation);
        title(work.title());
        people(work.authors(), "aut");
        text.told("genre", work.kind().label());
        boolean contained = work.container().isPresent();
        if (!contained) {
            text.open("originInfo");
            text.told("publisher", work.imprint().publisher());
            date(work.date().text());
            text.close();
        } else {
            container(work);
        }
        text.told("note", work.citation(), TYPE, "preferred citation");
        text.told("note", Remarks.of(work));
        text.told("identifier", work.identifiers().doi(), TYPE, "doi");
        text.told("identifier", work.identifiers().pmid(), TYPE, "pmid");
        if (!work.identifiers().resolver().isEmpty()) {
            text.open("location");
            text.told("url", work.identifiers().resolver());
            text.close();
        }
        text.close();
    }

    private void container(Reference work) throws XMLStreamException {
        Reference.Imprint imprint = work.imprint();
        text.openWith("relatedItem", TYPE, "host");
        title(work.container().name());
        people(work.editors(), "edt");
        if (!imprint.publisher().isEmpty()) {
            text.open("originInfo");
            text.told("publisher", imprint.publisher());
            text.close();
        }
        for (String isbn : work.identifiers().isbns()) {
            text.told("identifier", isbn, TYPE, "isbn");
        }
        for (String issn : work.registry().issns()) {
            text.told("identifier", issn, TYPE, "issn");
        }
        text.open("part");
        detail("volume", imprint.volume());
        detail("issue", imprint.issue());
        detail("article number", imprint.number());
        if (!imprint.firstPage().isEmpty()) {
            text.openWith("extent", "unit", "pages");
            text.told("start", imprint.firstPage());
            text.told("end", imprint.lastPage());
            text.close();
        }
        text.told("date", work.date().text(), "encoding", "w3cdtf");
        text.close();
        text.close();
    }

    private void detail(String type, String number) throws XMLStreamException {
        if (!number.isBlank()) {
            text.openWith("detail", TYPE, type);
            text.told("number", number);
            text.close();
        }
    }

    private void people(List<Contributor> people, String role) throws XMLStreamException {
        for (Contributor person : people) {
            text.openWith("name", TYPE, person.isGroup() ? "corporate" : "personal");
            if (person.isGroup()) {
                text.told("namePart", person.family());
            } else {
                text.told("namePart", person.family(), TYPE, "family");
                text.told("namePart", person.given(), TYPE, "given");
                text.told("namePart", person.suffix(), TYPE, "termsOfAddress");
            }
            role(role);
            text.close();
        }
    }
}
