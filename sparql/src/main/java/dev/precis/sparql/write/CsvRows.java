package dev.precis.sparql.write;

import dev.precis.sparql.query.Characters;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV for spreadsheets, in UTF-8: plain numbers with a point, one value a cell. */
public final class CsvRows {
    private CsvRows() {}

    /** A table of texts that is not long. */
    public static byte[] write(List<String> columns, Table rows) {
        return InMemory.write(out -> write(columns, rows, out));
    }

    /** A table of texts, row by row as they are made. */
    public static void write(List<String> columns, Table rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvLine.of(columns));
        rows.each(row -> {
            try {
                writer.write(CsvLine.of(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.flush();
    }

    /** An answer, while it comes. */
    static void write(RowSet rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<Var> columns = rows.getResultVars();
        writer.write(CsvLine.of(columns.stream().map(Var::getVarName).toList()));
        while (rows.hasNext()) {
            Binding row = rows.next();
            writer.write(CsvLine.of(
                    columns.stream().map(column -> cell(row.get(column))).toList()));
        }
        writer.flush();
    }

    private static String cell(@Nullable Node term) {
        return term == null
                ? ""
                : TermValues.number(term)
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> Characters.clean(TermValues.text(term)));
    }
}
