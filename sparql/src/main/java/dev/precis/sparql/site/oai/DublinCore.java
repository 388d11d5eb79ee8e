package dev.precis.sparql.site.oai;

import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.XmlText;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes a summary in the fifteen elements of Dublin Core (dublincore.org/documents/dces), each as often as needed. */
final class DublinCore {
    static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    private static final String ELEMENTS = "http://purl.org/dc/elements/1.1/";

    private DublinCore() {}

    static void write(XmlText text, Item item) throws XMLStreamException {
        text.openWith(
                "oai_dc:dc",
                "xmlns:oai_dc",
                NAMESPACE,
                "xmlns:dc",
                ELEMENTS,
                "xsi:schemaLocation",
                NAMESPACE + " " + SCHEMA);
        text.told("dc:title", item.summary().item().title());
        text.told("dc:creator", item.author());
        for (String topic : item.topics().toList()) {
            text.told("dc:subject", topic);
        }
        text.told("dc:description", item.text());
        text.told("dc:description", item.implications());
        text.told("dc:publisher", item.blog().publishedBy());
        text.told("dc:date", item.summary().item().date().text());
        text.told("dc:type", "Text"); // dublincore.org/documents/dcmi-type-vocabulary
        for (Named type : item.summary().types()) {
            text.told("dc:type", type.name());
        }
        text.told("dc:format", "text/html");
        text.told("dc:identifier", item.iri());
        text.told("dc:source", item.blog().name());
        text.told("dc:language", item.language());
        for (Reference work : item.works()) {
            for (String relation : relations(work)) {
                text.told("dc:relation", relation);
            }
        }
        text.told("dc:rights", item.blog().license());
        text.close();
    }

    /** What programs follow, and what people read. */
    private static List<String> relations(Reference work) {
        return List.of(work.identifiers().resolver(), work.citation());
    }
}
