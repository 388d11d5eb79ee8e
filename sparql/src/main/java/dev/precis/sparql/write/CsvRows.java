package dev.precis.sparql.write;

import dev.precis.sparql.query.Characters;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV for spreadsheets, in UTF-8: plain numbers with a point, one value a cell. */
public final class CsvRows {
    private CsvRows() {}

    /** A table of texts that is at hand. */
    public static byte[] write(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(CsvLine.of(columns));
        rows.forEach(row -> text.append(CsvLine.of(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same while its rows come; the stream stays open. */
    public static void write(List<String> columns, Stream<List<String>> rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvLine.of(columns));
        Iterator<List<String>> each = rows.iterator();
        while (each.hasNext()) {
            writer.write(CsvLine.of(each.next()));
        }
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
