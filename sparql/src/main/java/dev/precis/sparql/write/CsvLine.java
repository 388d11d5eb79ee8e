package dev.precis.sparql.write;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one line of CSV (RFC 4180) that no spreadsheet takes for more than texts and numbers. */
final class CsvLine {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+");
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    private CsvLine() {}

    /** The cells with commas between them and the end of the line. */
    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
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
