package dev.precis.sparql.write;

import dev.precis.sparql.guard.engine.Engine;
import dev.precis.sparql.guard.limit.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
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
public enum ResultFormat implements Listed {
    JSON(false, Form.RESULTS_JSON, ResultSetLang.RS_JSON, Form.JSON),
    XML(false, Form.RESULTS_XML, ResultSetLang.RS_XML, Form.XML),
    // SPARQL 1.1 Query Results CSV and TSV Formats sections 3 and 4
    CSV(false, Form.CSV, ResultSetLang.RS_CSV),
    TSV(false, Form.TSV, ResultSetLang.RS_TSV),
    TEXT(false, Form.TEXT, ResultSetLang.RS_Text),
    TURTLE(true, Form.TURTLE, Lang.TURTLE),
    JSON_LD(true, Form.JSON_LD, Lang.JSONLD, Form.JSON),
    RDF_XML(true, Form.RDF_XML, Lang.RDFXML, Form.XML),
    N_TRIPLES(true, Form.N_TRIPLES, Lang.NTRIPLES);

    private final boolean graph;
    private final Form form;
    private final Lang language;
    private final List<Form> calledSo;

    /** @param general forms that this one is a kind of: who asks for them gets it */
    ResultFormat(boolean graph, Form form, Lang language, Form... general) {
        this.graph = graph;
        this.form = form;
        this.language = language;
        this.calledSo = Stream.concat(Stream.of(form), Stream.of(general)).toList();
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
                .filter(format ->
                        format.names().contains(sought) || format.types().contains(sought))
                .findFirst();
    }

    @Override
    public Form form() {
        return form;
    }

    /** The media types by which clients ask for it; the answer bears the first. */
    public List<String> types() {
        return Form.types(calledSo.stream());
    }

    /** What it is called in a parameter, the usual name first. */
    public List<String> names() {
        return calledSo.stream().flatMap(called -> called.names().stream()).toList();
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
                    case JSON_LD -> JsonLdStream.write(graph, out);
                    case RDF_XML -> RdfXml.write(graph, out);
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
            case XML -> XmlRows.clean(rows);
            // the widths of its columns are known when all rows are
            case TEXT -> ledger.holding(rows);
            default -> rows;
        };
    }
}
