package dev.precis.pipeline.understand.citation.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<i>Group</i> &amp; self | Group & self",
                "M&uuml;ller, J., &#8220;Hope&#8221; &#x2013; | Müller, J., “Hope” –",
                "\\emph{Hope} and \\'{E}mile G\\\"odel, {\\em Stud.}~4 | Hope and Émile Gödel, Stud. 4",
                "\\bibitem[Vries(2018)]{v18} K.~Vries. \\newblock Hope. | K. Vries. Hope.",
                "\\enc{Rücker}{Ruecker}, G. \\dQuote{Hope} \\doi{10.1000/x1} | Rücker, G. \"Hope\" doi:10.1000/x1",
                "#' Vries, K. (2018). Hope. #'   Group Studies. | Vries, K. (2018). Hope. Group Studies.",
                "Vries, K. [Hope](https://example.org/x). Studies. | Vries, K. Hope. Studies. https://example.org/x",
                "Hope (2018) <https://doi.org/10.1000/x1> | Hope (2018) https://doi.org/10.1000/x1",
                "short- and long-term the- rapy self- help | short- and long-term therapy self-help",
                "Hope. https://x.org/a?id=3&utm_source=b&p=1 | Hope. https://x.org/a?id=3&p=1",
                "Hope. 10.1176/ appi.ajp.2014.1 | Hope. 10.1176/appi.ajp.2014.1",
                "Vries K. Hope // Studies. — 2018. — 312 с. | Vries K. Hope. Studies. 2018.",
                "Hope. Studies 4 [PubMed: 21525519] [Google Scholar] | Hope. Studies 4 PMID: 21525519",
                "Hope. [Internet]. Oslo; 2018 [cited 2019 May 5]. | Hope. Oslo; 2018."
            })
    void leavesOutWhatIsNoPartOfTheCitation(String printed, String text) {
        assertThat(Cleaner.clean(printed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ortega, L. M., & Vries, K. (2018). Hope in group work: A review. Group Studies, 4(2), 101–119.",
                "See, J. (2004). Hope at p < .05 and q > 3. Studies, 4, 1–9.",
                "See JA, Klein M. A* search in groups. Group Stud. 2018;4(2):101-19.",
                "50 ways to hope. (2019). Studies, 4, 1–9. https://doi.org/10.1007/978-1-4614-9348-8_5",
                "Reference Group on Hope. (2018). In search of sources. Studies & Cases, 4, 1–9.",
                "de Vries, K. (2018). Hope [Special issue]. Studies, 4, 1–9."
            })
    void leavesACleanCitationAsItIs(String printed) {
        CleanLine line = Cleaner.clean(printed);
        assertThat(line.text()).isEqualTo(printed);
        assertThat(line.asPrinted(new Span(3, 9))).isEqualTo(new Span(3, 9));
    }

    @Test
    void knowsWhereInPrintTheWordsStand() {
        String printed = "[12] M&uuml;ller, J. <em>Hope</em>, [4](https://example.org/x)";
        CleanLine line = Cleaner.clean(printed);
        assertThat(line.text()).isEqualTo("Müller, J. Hope, 4 https://example.org/x");
        assertThat(inPrint(line, "Müller")).isEqualTo("M&uuml;ller");
        assertThat(inPrint(line, "Hope")).isEqualTo("Hope");
        assertThat(inPrint(line, "https://example.org/x")).isEqualTo("https://example.org/x");
    }

    @Test
    void knowsWhatWasSetInItalics() {
        CleanLine line = Cleaner.clean("1. Vries, K. Hope. *Group Studies*, 4, 1-9.");
        int start = line.text().indexOf("Group");
        assertThat(line.emphasised().nextSetBit(0)).isEqualTo(start);
        assertThat(line.emphasised().cardinality()).isEqualTo("Group Studies".length());
    }

    @Test
    void takesTheYearOfAReprintForNoLink() {
        String printed = "Vries, K. [1915](1957a). Hope. Group Studies, 4, 1-9.";
        assertThat(Cleaner.clean(printed).text()).isEqualTo(printed);
    }

    private static String inPrint(CleanLine line, String words) {
        int start = line.text().indexOf(words);
        Span span = line.asPrinted(new Span(start, start + words.length()));
        return line.printed().substring(span.start(), span.end());
    }

    @Property(tries = 500)
    void cleansAnyLineAndStaysWithinIt(@ForAll @StringLength(max = 200) String printed) {
        CleanLine line = Cleaner.clean(printed);
        for (int i = 0; i < line.text().length(); i++) {
            Span span = line.asPrinted(new Span(i, i + 1));
            assertThat(span.start()).isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(printed.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&amp;",
                "<i>a</i>",
                "[a](b)",
                "\\emph{a}",
                "*a*",
                "_a_ ",
                "10.1000/%41",
                "- ",
                "1. ",
                "a- a",
                "{",
                "[",
                "<",
                "PubMed ",
                "\\'e",
                "(",
                " / A. B"
            })
    // time that grew with the square of the length would be minutes
    @Timeout(20)
    void takesNoLongerThanTheLineIsLong(String piece) {
        String line = piece.repeat(100_000 / piece.length());
        assertThat(Cleaner.clean(line).text().length()).isLessThanOrEqualTo(line.length());
    }
}
