package dev.precis.sparql.write;

import java.util.List;
import java.util.stream.Stream;

/**
 * A format that something can be had in. Every list of forms (representations, answers, results, feeds, exports) takes
 * its lines from here, so that what a format is called stands once.
 *
 * @param label what readers call it
 * @param suffix what an address ends in
 * @param mediaType as registered
 * @param charset whether the media type is sent with its character set
 * @param types other media types by which clients ask for it
 * @param names what it is called in parameters and options, the usual one first
 */
public record Form(
        String label, String suffix, String mediaType, boolean charset, List<String> types, List<String> names) {
    public static final Form HTML = new Form("Web page", ".html", "text/html").orAs("application/xhtml+xml");

    public static final Form TURTLE = new Form("Turtle", ".ttl", "text/turtle")
            .named("ttl", "turtle", "text")
            .orAs("application/x-turtle");
    public static final Form JSON_LD = new Form("JSON-LD", ".jsonld", "application/ld+json").named("jsonld", "json-ld");
    public static final Form RDF_XML = new Form("RDF/XML", ".rdf", "application/rdf+xml").named("rdf", "rdfxml");
    public static final Form N_TRIPLES = new Form("N-Triples", ".nt", "application/n-triples")
            .named("nt", "ntriples", "n-triples")
            .orAs("text/plain");
    public static final Form TRIG =
            new Form("TriG", ".trig", "application/trig").named("trig").orAs("application/x-trig");
    public static final Form N_QUADS = new Form("N-Quads", ".nq", "application/n-quads").named("nquads");

    public static final Form CSV = new Form("CSV", ".csv", "text/csv").named("csv");
    public static final Form TSV = new Form("TSV", ".tsv", "text/tab-separated-values").named("tsv");
    public static final Form TEXT = new Form("Text", ".txt", "text/plain").named("text", "txt");
    public static final Form JSON = new Form("JSON", ".json", "application/json").named("json");
    public static final Form XML =
            new Form("XML", ".xml", "application/xml").named("xml").orAs("text/xml");
    // SPARQL 1.1 Query Results JSON Format section 6, XML Format section 5
    public static final Form RESULTS_JSON = new Form("SPARQL JSON", ".srj", "application/sparql-results+json");
    public static final Form RESULTS_XML = new Form("SPARQL XML", ".srx", "application/sparql-results+xml");

    public static final Form CSL_JSON = new Form("CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json")
            .orAs("application/citeproc+json");
    public static final Form BIBTEX = new Form("BibTeX", ".bib", "application/x-bibtex").orAs("text/x-bibtex");
    public static final Form RIS = new Form("RIS", ".ris", "application/x-research-info-systems");
    // the media type by which DataCite's resolver knows the same
    public static final Form SCHEMA_ORG = new Form("schema.org", ".schema.jsonld", "application/vnd.schemaorg.ld+json");
    public static final Form LINK_SET = new Form("Links", ".linkset.json", "application/linkset+json");

    // www.w3.org/TR/annotation-model, section 2; the profile parameter is that of RFC 6906
    public static final Form ANNOTATIONS = new Form(
            "Web Annotations",
            ".annotations.jsonld",
            "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"");

    // RFC 7303 section 3.2: where the character set of XML is said here, it counts
    public static final Form RSS = new Form("RSS", ".rss", "application/rss+xml").withCharset();
    public static final Form ATOM = new Form("Atom", ".atom", "application/atom+xml").withCharset();
    public static final Form JSON_FEED = new Form("JSON Feed", ".json", "application/feed+json");
    public static final Form RSS_1 = new Form("RSS 1.0", RDF_XML.suffix, RDF_XML.mediaType).withCharset();

    // ISO 28500:2017, and the media type that it registers
    public static final Form WARC = new Form("WARC", ".warc.gz", "application/warc").named("warc");

    public Form {
        types = List.copyOf(types);
        names = List.copyOf(names);
    }

    // JSON is always UTF-8 (RFC 8259 section 8.1) and its media types know no charset; XML says its own
    private Form(String label, String suffix, String mediaType) {
        this(label, suffix, mediaType, mediaType.startsWith("text/"), List.of(), List.of());
    }

    private Form named(String... all) {
        return new Form(label, suffix, mediaType, charset, types, List.of(all));
    }

    private Form orAs(String... all) {
        return new Form(label, suffix, mediaType, charset, List.of(all), names);
    }

    private Form withCharset() {
        return new Form(label, suffix, mediaType, true, types, names);
    }

    /**
     * The media types of these forms, each with the others by which clients ask for it; the first one's own is first.
     */
    public static List<String> types(Stream<Form> forms) {
        return forms.flatMap(form -> Stream.concat(Stream.of(form.mediaType), form.types.stream()))
                .toList();
    }

    /** The media type as it is sent, with its character set where it has one. */
    public String contentType() {
        return charset ? mediaType + "; charset=utf-8" : mediaType;
    }
}
