package dev.precis.sparql.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Writes rows as JSON-LD 1.1: objects as in plain JSON, behind a context that makes a property of each column and says
 * what its values are. What is of another type than the column says its type itself.
 */
final class JsonLdRows {
    /** So many rows tell the type of a column, before the first is written. */
    static final int AHEAD = 200;

    private JsonLdRows() {}

    /**
     * What the values of a column are.
     *
     * @param keyword {@code @type} or {@code @language}; empty for plain texts, and where no row says anything
     * @param value of the keyword
     */
    private record Kind(String keyword, String value) {
        static final Kind PLAIN = new Kind("", "");
        static final Kind IRI = new Kind("@type", "@id");

        static Kind of(Node term) {
            if (!term.isLiteral()) {
                return IRI;
            }
            if (!term.getLiteralLanguage().isEmpty()) {
                return new Kind("@language", term.getLiteralLanguage());
            }
            return XSDDatatype.XSDstring.equals(term.getLiteralDatatype())
                    ? PLAIN
                    : new Kind("@type", term.getLiteralDatatypeURI());
        }
    }

    private record Column(Var variable, Kind kind) {}

    static void write(RowSet rows, String vocabulary, OutputStream out) throws IOException {
        List<Binding> first = new ArrayList<>();
        while (rows.hasNext() && first.size() < AHEAD) {
            first.add(rows.next());
        }
        List<Column> columns = rows.getResultVars().stream()
                .map(variable -> new Column(variable, kind(variable, first)))
                .toList();
        try (JsonGenerator json = JsonRows.generator(out)) {
            json.writeStartObject();
            context(columns, vocabulary, json);
            json.writeArrayFieldStart("@graph");
            for (Binding row : first) {
                row(row, columns, json);
            }
            while (rows.hasNext()) {
                row(rows.next(), columns, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static Kind kind(Var variable, List<Binding> rows) {
        return rows.stream()
                .filter(row -> row.contains(variable))
                .map(row -> Kind.of(row.get(variable)))
                .findFirst()
                .orElse(Kind.PLAIN);
    }

    private static void context(List<Column> columns, String vocabulary, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("@context");
        json.writeNumberField("@version", 1.1);
        for (Column column : columns) {
            json.writeObjectFieldStart(column.variable().getVarName());
            json.writeStringField("@id", vocabulary + column.variable().getVarName());
            if (!column.kind().keyword().isEmpty()) {
                json.writeStringField(column.kind().keyword(), column.kind().value());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void row(Binding row, List<Column> columns, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Column column : columns) {
            if (row.contains(column.variable())) {
                json.writeFieldName(column.variable().getVarName());
                value(row.get(column.variable()), column.kind(), json);
            }
        }
        json.writeEndObject();
    }

    private static void value(Node term, Kind kind, JsonGenerator json) throws IOException {
        Optional<Long> integer = TermValues.exactInteger(term);
        Optional<Boolean> truth = TermValues.exactTruth(term);
        boolean declared = Kind.of(term).equals(kind);
        if (!declared) {
            other(term, json);
        } else if (integer.isPresent()) {
            json.writeNumber(integer.orElseThrow());
        } else if (truth.isPresent()) {
            json.writeBoolean(truth.orElseThrow());
        } else {
            json.writeString(TermValues.text(term));
        }
    }

    /** A value that is not what its column says (JSON-LD 1.1 section 9.5). */
    private static void other(Node term, JsonGenerator json) throws IOException {
        Kind kind = Kind.of(term);
        json.writeStartObject();
        json.writeStringField(kind.equals(Kind.IRI) ? "@id" : "@value", TermValues.text(term));
        if (!kind.equals(Kind.IRI) && !kind.keyword().isEmpty()) {
            json.writeStringField(kind.keyword(), kind.value());
        }
        json.writeEndObject();
    }
}
