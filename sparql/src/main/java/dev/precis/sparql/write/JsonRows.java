package dev.precis.sparql.write;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Writes rows as a JSON array of plain objects, every column in each: numbers, truth values, texts, or null. */
final class JsonRows {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonRows() {}

    static void write(RowSet rows, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            while (rows.hasNext()) {
                Binding row = rows.next();
                json.writeStartObject();
                for (Var column : rows.getResultVars()) {
                    json.writeFieldName(column.getVarName());
                    if (row.contains(column)) {
                        value(row.get(column), json);
                    } else {
                        json.writeNull();
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    /** What is written is flushed when it is closed; the stream below stays open. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out, JsonEncoding.UTF8).setPrettyPrinter(new RowALine());
    }

    /** Each object of an array begins a line, so that people and line-wise tools can read it. */
    private static final class RowALine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(",\n");
        }
    }

    private static void value(Node term, JsonGenerator json) throws IOException {
        Optional<BigDecimal> number = TermValues.number(term);
        Optional<Boolean> truth = TermValues.truth(term);
        if (number.isPresent()) {
            json.writeNumber(number.orElseThrow());
        } else if (truth.isPresent()) {
            json.writeBoolean(truth.orElseThrow());
        } else {
            json.writeString(TermValues.text(term));
        }
    }
}
