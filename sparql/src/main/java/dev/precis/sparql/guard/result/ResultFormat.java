package dev.precis.sparql.guard.result;

import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * The forms of answers to queries: tables (SELECT, ASK) and graphs (CONSTRUCT, DESCRIBE). Of each kind the first is
 * preferred. A form is added by a line here and its writer.
 */
public enum ResultFormat {
    // SPARQL 1.1 Query Results JSON Format section 6, XML Format section 5, CSV and TSV Formats sections 3 and 4
    JSON(false, "application/sparql-results+json", List.of("application/json"), List.of("json"), ResultSetLang.RS_JSON),
    XML(
            false,
            "application/sparql-results+xml",
            List.of("application/xml", "text/xml"),
            List.of("xml"),
            ResultSetLang.RS_XML),
    CSV(false, "text/csv", List.of(), List.of("csv"), ResultSetLang.RS_CSV),
    TSV(false, "text/tab-separated-values", List.of(), List.of("tsv"), ResultSetLang.RS_TSV),
    TEXT(false, "text/plain", List.of(), List.of("text", "txt"), ResultSetLang.RS_Text),
    TURTLE(true, "text/turtle", List.of("application/x-turtle"), List.of("ttl", "turtle", "text"), Lang.TURTLE),
    JSON_LD(
            true,
            "application/ld+json",
            List.of("application/json"),
            List.of("jsonld", "json-ld", "json"),
            Lang.JSONLD),
    RDF_XML(
            true,
            "application/rdf+xml",
            List.of("application/xml", "text/xml"),
            List.of("rdf", "rdfxml", "xml"),
            Lang.RDFXML),
    N_TRIPLES(
            true,
            "application/n-triples",
            List.of("text/plain"),
            List.of("nt", "ntriples", "n-triples"),
            Lang.NTRIPLES);

    private final boolean graph;
    private final String mediaType;
    private final List<String> others;
    private final List<String> names;
    private final Lang language;

    ResultFormat(boolean graph, String mediaType, List<String> others, List<String> names, Lang language) {
        this.graph = graph;
        this.mediaType = mediaType;
        this.others = others;
        this.names = names;
        this.language = language;
    }

    /** The forms that the answer to a query can have, preferred first. */
    public static List<ResultFormat> of(Query query) {
        boolean graph = query.isConstructType() || query.isDescribeType();
        return Arrays.stream(values()).filter(format -> format.graph == graph).toList();
    }

    /**
     * The form of that name among those that an answer can have.
     *
     * @param name such as {@code csv}, or a media type
     */
    public static Optional<ResultFormat> named(String name, Query query) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        return of(query).stream()
                .filter(format -> format.names.contains(sought)
                        || format.mediaType.equals(sought)
                        || format.others.contains(sought))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** Media types by which clients ask for it too; the answer bears its own. */
    public List<String> others() {
        return others;
    }

    /** What it is called in a parameter. */
    public String label() {
        return names.getFirst();
    }

    /** The media type with its character set, where it has one. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** Writes an answer in this form, in UTF-8, while it comes. */
    public Engine.Answer to(OutputStream out, Ledger ledger) {
        return new Engine.Answer() {
            @Override
            public void rows(RowSet rows) {
                writer().write(out, readable(rows, ledger), new Context());
            }

            @Override
            public void truth(boolean truth) {
                writer().write(out, truth, new Context());
            }

            @Override
            public void graph(Graph graph) throws IOException {
                switch (ResultFormat.this) {
                    case JSON_LD -> JsonLdGraph.write(graph, out);
                    case RDF_XML ->
                        RDFWriter.source(XmlCharacters.clean(graph))
                                .format(RDFFormat.RDFXML_PLAIN)
                                .output(out);
                    default -> RDFWriter.source(graph).lang(language).output(out);
                }
            }
        };
    }

    private RowSetWriter writer() {
        return RowSetWriterRegistry.getFactory(language).create(language);
    }

    private RowSet readable(RowSet rows, Ledger ledger) {
        return switch (this) {
            case XML -> XmlCharacters.clean(rows);
            // the widths of its columns are known when all rows are
            case TEXT -> ledger.holding(rows);
            default -> rows;
        };
    }
}
