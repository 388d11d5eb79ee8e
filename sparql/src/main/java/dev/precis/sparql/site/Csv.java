package dev.precis.sparql.site;

import dev.precis.sparql.answer.CsvLine;
import java.nio.charset.StandardCharsets;

/** Writes rows as CSV, in UTF-8. */
final class Csv {
    private Csv() {}

    static byte[] write(Content.Rows rows) {
        StringBuilder text = new StringBuilder(CsvLine.of(rows.columns()));
        rows.rows().get().forEach(row -> text.append(CsvLine.of(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
