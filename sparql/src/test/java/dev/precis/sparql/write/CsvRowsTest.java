package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class CsvRowsTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll List<@NotEmpty List<String>> rows) {
        List<List<String>> read = read(write(rows));

        assertThat(read.subList(1, read.size()))
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> row.stream().map(CsvRowsTest::safe).toList())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "-1.5e3x"})
    void noCellIsAFormula(String text) {
        assertThat(write(List.of(List.of(text, "b"))))
                .contains("'" + text.charAt(0))
                .doesNotContain("\n" + text.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "+3", "=", "-", "12", "-.5"})
    void numbersAndSignsStayAsTheyAre(String text) {
        assertThat(write(List.of(List.of(text)))).endsWith("\r\n" + text + "\r\n");
    }

    private static String write(List<List<String>> rows) {
        return new String(CsvRows.write(List.of("one", "two"), Table.of(rows)), StandardCharsets.UTF_8);
    }

    private static String safe(String cell) {
        boolean number = cell.matches("[-+]?[0-9]*\\.?[0-9]+");
        String text = new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return text.length() > 1 && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !number ? "'" + text : text;
    }

    /** RFC 4180 section 2, read by its grammar. */
    public static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertThat(text.charAt(++i)).isEqualTo('\n');
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(cell).isEmpty();
        return rows;
    }
}
