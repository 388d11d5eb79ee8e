package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.understand.citation.clean.CleanLine;
import dev.precis.pipeline.understand.citation.clean.Cleaner;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar's reading of lines of which mark-up sets the title or the source in italics. */
class ItalicsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Karla A. Ortega, <em>The Group of Every Day</em>. Basic Books, 2013. | Karla A. Ortega | The Group of Every Day |
        - Ortega, Lidia M. *Hope*. New York: Wiley, 2019. | Lidia M. Ortega | Hope |
        Ortega, L. M. (1992). \\emph{Hope is a wind. Studies of what it brings.} Wiley. | L. M. Ortega | Hope is a wind. Studies of what it brings |
        Ortega, L. M. (1992). _Hope and its groups. 1800-1900_ . Torino: Einaudi. | L. M. Ortega | Hope and its groups. 1800-1900 |
        Ortega LM. Hope in groups, and some more. *Group Stud.* 1916;17(6):863-871. | LM Ortega | Hope in groups, and some more | Group Stud
        Ortega, L. M., & Vries, K. (2016). Hope in groups: What next? *Group*, *17*(6), 863-871. | L. M. Ortega; K. Vries | Hope in groups: What next? | Group
        """)
    void endWhereTheTitleOrTheSourceEnds(String line, String authors, String title, String source) {
        CleanLine clean = Cleaner.clean(line);
        Citation citation = CitationParser.read(clean.text(), clean.emphasised());
        assertThat(citation.authors().stream().map(Contributor::natural).collect(Collectors.joining("; ")))
                .isEqualTo(authors);
        assertThat(citation.field(CitationField.TITLE)).contains(title);
        assertThat(citation.field(CitationField.CONTAINER_TITLE).orElse("")).isEqualTo(source == null ? "" : source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ortega L. M. Hope in many small groups. Group Studies. 2004. Vol. 9, No. 2. P. 14-20. | L. M. Ortega
        Ortega L.M., Vries K.P. Hope in many small groups. New York: Wiley, 2004. | L.M. Ortega; K.P. Vries
        Ortega, L., K. A. te Velde, & T. Hara (2010). Hope in groups. Group Studies, 7, 5-9. | L. Ortega; K. A. te Velde; T. Hara
        L. Ortega, J. D Vries, T. Hara (2010). Hope in groups. Group Studies, 7, 5-9. | L. Ortega; J. D Vries; T. Hara
        U.S. Department of Hope & Department of Groups. (2010). Hope in groups. https://example.org/h | U.S. Department of Hope; Department of Groups
        Department of Hope and Human Services. (2010). Hope in groups. https://example.org/h | Department of Hope and Human Services
        """)
    void areNotNeededToTellNames(String line, String authors) {
        Citation citation = CitationParser.read(line);
        assertThat(citation.authors().stream().map(Contributor::natural).collect(Collectors.joining("; ")))
                .isEqualTo(authors);
        assertThat(citation.field(CitationField.TITLE).orElse("")).startsWith("Hope in");
    }
}
