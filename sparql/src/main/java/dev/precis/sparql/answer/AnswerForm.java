package dev.precis.sparql.answer;

import dev.precis.sparql.query.CompetencyQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The forms that the answer to a question is offered in; addresses, forms on pages and the description of the API
 * follow this list. A form is added by a line here and its writer.
 */
public enum AnswerForm {
    CSV(".csv", "text/csv", "CSV", false, (rows, vocabulary, out) -> CsvAnswer.write(rows, out)),
    JSON(".json", "application/json", "JSON", false, (rows, vocabulary, out) -> JsonAnswer.write(rows, out)),
    JSON_LD(".jsonld", "application/ld+json", "JSON-LD", true, JsonLdAnswer::write);

    private final String suffix;
    private final String mediaType;
    private final String label;
    private final boolean graphs;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final RowWriter writer;

    AnswerForm(String suffix, String mediaType, String label, boolean graphs, RowWriter writer) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.label = label;
        this.graphs = graphs;
        this.writer = writer;
    }

    /** Those that the answer to a question can be written in, preferred first. */
    public static List<AnswerForm> of(CompetencyQuery query) {
        return Arrays.stream(values())
                .filter(form -> form.graphs || !query.answersWithAGraph())
                .toList();
    }

    /** The form that an address ends in, such as {@code topics-together.csv}. */
    public static Optional<AnswerForm> at(String address) {
        return Arrays.stream(values())
                .filter(form -> address.endsWith(form.suffix))
                .findFirst();
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

    /**
     * Writes a table, row by row, in UTF-8; leaves the stream open.
     *
     * @param vocabulary what the names of the columns begin with in RDF, such as
     *     {@code http://.../api/topics-together#}
     */
    public void write(RowSet rows, String vocabulary, OutputStream out) throws IOException {
        writer.write(rows, vocabulary, out);
    }

    /**
     * Writes a graph, in UTF-8; leaves the stream open.
     *
     * @throws IllegalArgumentException if this is a form for tables only
     */
    public void write(Graph graph, OutputStream out) throws IOException {
        if (!graphs) {
            throw new IllegalArgumentException("a graph is not written as " + label);
        }
        out.write(GraphJsonLd.bytes(GraphJsonLd.document(graph)));
        out.flush();
    }
}
