package dev.precis.sparql.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes rows as CSV (RFC 4180), in UTF-8. */
final class Csv {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+");
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private Csv() {}

    static byte[] write(Content.Rows rows) {
        StringBuilder text = new StringBuilder(line(rows.columns()));
        rows.rows().get().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = startsFormula(text) ? "'" + text : text;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * Spreadsheets would run it (owasp.org/www-community/attacks/CSV_Injection); behind an apostrophe it is text. One
     * sign is none.
     */
    private static boolean startsFormula(String text) {
        return text.length() > 1
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
