package dev.precis.sparql.site;

import dev.precis.sparql.bibliography.BibTex;
import dev.precis.sparql.bibliography.CslJson;
import dev.precis.sparql.bibliography.Ris;
import dev.precis.sparql.bibliography.SchemaOrg;
import dev.precis.sparql.page.Link;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The forms that a resource is offered in; negotiation, links and addresses follow this list. First is preferred. A
 * form is added by a line here and its writer.
 */
public enum Representation {
    HTML(
            ".html",
            "text/html",
            "Web page",
            Content.Page.class,
            (page, setting) -> page.html().apply(setting.links()).getBytes(StandardCharsets.UTF_8)),
    TURTLE(
            ".ttl",
            "text/turtle",
            "Turtle",
            Content.Data.class,
            (data, setting) -> Turtle.write(data.graph().get(), setting.iri())),
    JSON_LD(
            ".jsonld",
            "application/ld+json",
            "JSON-LD",
            Content.Data.class,
            (data, setting) -> JsonLdDocument.write(data.graph().get(), setting.context())),
    RDF_XML(
            ".rdf",
            "application/rdf+xml",
            "RDF/XML",
            Content.Data.class,
            (data, setting) -> RdfDocument.rdfXml(data.graph().get())),
    N_TRIPLES(
            ".nt",
            "application/n-triples",
            "N-Triples",
            Content.Data.class,
            (data, setting) -> RdfDocument.nTriples(data.graph().get())),
    CSV(".csv", "text/csv", "CSV", Content.Rows.class, (rows, setting) -> Csv.write(rows)),
    CSL_JSON(
            ".csl.json",
            "application/vnd.citationstyles.csl+json",
            "CSL-JSON",
            Content.Bibliography.class,
            (works, setting) -> CslJson.write(works.references().get())),
    BIBTEX(
            ".bib",
            "application/x-bibtex",
            "BibTeX",
            Content.Bibliography.class,
            (works, setting) -> BibTex.write(works.references().get())),
    RIS(
            ".ris",
            "application/x-research-info-systems",
            "RIS",
            Content.Bibliography.class,
            (works, setting) -> Ris.write(works.references().get())),
    // the media type by which DataCite's resolver knows the same
    SCHEMA_ORG(
            ".schema.jsonld",
            "application/vnd.schemaorg.ld+json",
            "schema.org",
            Content.Bibliography.class,
            (works, setting) ->
                    SchemaOrg.write(setting.iri(), works.references().get())),
    LINK_SET(
            ".linkset.json",
            "application/linkset+json",
            "Links",
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

    private final String suffix;
    private final String mediaType;
    private final String label;
    private final Class<? extends Content> kind;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final Writer<Content> writer;

    <C extends Content> Representation(String suffix, String mediaType, String label, Class<C> kind, Writer<C> writer) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.label = label;
        this.kind = kind;
        this.writer = (content, setting) -> writer.write(kind.cast(content), setting);
    }

    /** What its address ends in. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type with its character set, where it has one. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** What readers call it. */
    public String label() {
        return label;
    }

    boolean writes(Content content) {
        return kind.isInstance(content);
    }

    public byte[] write(Content content, Setting setting) {
        return writer.write(content, setting);
    }
}
