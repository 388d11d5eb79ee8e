package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.write.CsvRows;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.JsonLd;
import dev.precis.sparql.write.Listed;
import dev.precis.sparql.write.NTriples;
import dev.precis.sparql.write.RdfXml;
import dev.precis.sparql.write.Turtle;
import dev.precis.sparql.write.bibliography.BibTex;
import dev.precis.sparql.write.bibliography.CslJson;
import dev.precis.sparql.write.bibliography.Ris;
import dev.precis.sparql.write.bibliography.SchemaOrg;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms that a resource is offered in; negotiation, links and addresses follow this list. First is preferred. A
 * form is added by a line here and its writer.
 */
public enum Representation implements Listed {
    HTML(
            Form.HTML,
            Content.Page.class,
            (page, setting) -> page.html().apply(setting.links()).getBytes(StandardCharsets.UTF_8)),
    TURTLE(
            Form.TURTLE,
            Content.Data.class,
            (data, setting) -> Turtle.write(data.graph().get(), setting.iri())),
    JSON_LD(
            Form.JSON_LD,
            Content.Data.class,
            (data, setting) -> JsonLd.write(data.graph().get(), setting.context()),
            Form.JSON),
    RDF_XML(
            Form.RDF_XML,
            Content.Data.class,
            (data, setting) -> RdfXml.write(data.graph().get())),
    N_TRIPLES(
            Form.N_TRIPLES,
            Content.Data.class,
            (data, setting) -> NTriples.write(data.graph().get())),
    TRIG(
            Form.TRIG,
            Content.Data.class,
            (data, setting) -> Turtle.writeNamed(data.graph().get(), setting.iri(), setting.iri())),
    N_QUADS(
            Form.N_QUADS,
            Content.Data.class,
            (data, setting) -> NTriples.writeNamed(data.graph().get(), setting.iri())),
    CSV(Form.CSV, Content.Rows.class, (rows, setting) -> CsvRows.write(rows.columns(), rows.rows())),
    CSL_JSON(
            Form.CSL_JSON,
            Content.Bibliography.class,
            (works, setting) -> CslJson.write(works.references().get())),
    BIBTEX(
            Form.BIBTEX,
            Content.Bibliography.class,
            (works, setting) -> BibTex.write(works.references().get())),
    RIS(
            Form.RIS,
            Content.Bibliography.class,
            (works, setting) -> Ris.write(works.references().get())),
    SCHEMA_ORG(
            Form.SCHEMA_ORG,
            Content.Bibliography.class,
            (works, setting) ->
                    SchemaOrg.write(setting.iri(), works.references().get())),
    LINK_SET(
            Form.LINK_SET,
            Content.Links.class,
            (links, setting) -> LinkSet.write(links.links().get()));

    /**
     * What a writer knows besides the content.
     *
     * @param iri the resource
     * @param links to the same in other representations
     * @param context where the JSON-LD context is found
     */
    public record Setting(String iri, List<Link> links, String context) {}

    /** Writes content of one kind, in UTF-8. */
    @FunctionalInterface
    interface Writer<C extends Content> {
        byte[] write(C content, Setting setting);
    }

    private final Form form;
    private final List<String> types;
    private final Class<? extends Content> kind;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final Writer<Content> writer;

    /** @param general forms that this one is a kind of: who asks for them gets it */
    <C extends Content> Representation(Form form, Class<C> kind, Writer<C> writer, Form... general) {
        this.form = form;
        this.types = Form.types(Stream.concat(Stream.of(form), Stream.of(general)));
        this.kind = kind;
        this.writer = (content, setting) -> writer.write(kind.cast(content), setting);
    }

    @Override
    public Form form() {
        return form;
    }

    /** The media types by which clients ask for it; the answer bears the first. */
    List<String> types() {
        return types;
    }

    boolean writes(Content content) {
        return kind.isInstance(content);
    }

    public byte[] write(Content content, Setting setting) {
        return writer.write(content, setting);
    }
}
