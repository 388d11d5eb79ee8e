package dev.precis.sparql.write;

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
public enum AnswerForm implements Listed {
    CSV(Form.CSV, false, (rows, vocabulary, out) -> CsvRows.write(rows, out)),
    JSON(Form.JSON, false, (rows, vocabulary, out) -> JsonRows.write(rows, out)),
    JSON_LD(Form.JSON_LD, true, JsonLdRows::write);

    private final Form form;
    private final boolean graphs;

    @SuppressWarnings("ImmutableEnumChecker") // writers have no state
    private final RowWriter writer;

    AnswerForm(Form form, boolean graphs, RowWriter writer) {
        this.form = form;
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
                .filter(form -> address.endsWith(form.suffix()))
                .findFirst();
    }

    @Override
    public Form form() {
        return form;
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
            throw new IllegalArgumentException("a graph is not written as " + label());
        }
        out.write(JsonLd.write(graph));
        out.flush();
    }
}
