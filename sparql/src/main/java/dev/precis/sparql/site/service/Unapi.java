package dev.precis.sparql.site.service;

import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Representation;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Hands out single works and those of a summary to reference managers (unapi.info/specs, revision 3). */
public final class Unapi implements Service {
    private static final Map<String, Representation> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("bibtex", Representation.BIBTEX);
        FORMATS.put("ris", Representation.RIS);
        FORMATS.put("csl_json", Representation.CSL_JSON);
    }

    private final Catalogue catalogue;
    private final Places places;

    public Unapi(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        boolean here = address.iri().equals(places.unapi())
                || edition.blogs().stream().anyMatch(blog -> address.iri().equals(Places.unapi(blog)));
        return here ? Optional.of(answer(edition, address)) : Optional.empty();
    }

    private Response answer(Edition edition, Address address) {
        String id = address.values("id").stream().findFirst().orElse("");
        String format = address.values("format").stream().findFirst().orElse("");
        if (id.isEmpty()) {
            return xml(edition, 200, "");
        }
        List<Reference> works = works(edition, id);
        if (works.isEmpty()) {
            return Response.of(404, Answers.TEXT, "There is no such work here.\n", edition.since());
        }
        if (format.isEmpty()) {
            return xml(edition, 300, id);
        }
        Representation representation = FORMATS.get(format);
        if (representation == null) {
            String offer = "The formats are " + String.join(", ", FORMATS.keySet()) + ".\n";
            return Response.of(406, Answers.TEXT, offer, edition.since());
        }
        byte[] body = representation.write(
                new Content.Bibliography(() -> works), new Representation.Setting(id, List.of(), places.context()));
        return new Response(200, representation.contentType(), body, edition.since(), List.of(Answers.REVALIDATE));
    }

    private List<Reference> works(Edition edition, String id) {
        References references = References.of(edition, catalogue);
        return references.named(id).map(List::of).orElseGet(() -> references.citedIn(id));
    }

    private static Response xml(Edition edition, int status, String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement("formats");
            if (!id.isEmpty()) {
                writer.writeAttribute("id", Characters.clean(id));
            }
            for (Map.Entry<String, Representation> format : FORMATS.entrySet()) {
                writer.writeEmptyElement("format");
                writer.writeAttribute("name", format.getKey());
                writer.writeAttribute("type", format.getValue().mediaType());
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing in memory", impossible);
        }
        return new Response(
                status, "application/xml", bytes.toByteArray(), edition.since(), List.of(Answers.REVALIDATE));
    }
}
