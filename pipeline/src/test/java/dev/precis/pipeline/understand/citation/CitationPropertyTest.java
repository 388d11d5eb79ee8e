package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CitationPropertyTest {
    /** Pieces that citations are made of, in any order: most of what can go wrong lies between them. */
    private static final List<String> PIECES = List.of(
            "Ortega, L. M.",
            "de Jong, K.",
            "Vries K",
            "Ana Ruiz",
            "& ",
            ", ",
            " ",
            ". ",
            "…",
            ". . . ",
            "et al.",
            "(2018)",
            "(2019, December 5)",
            "(in press)",
            "[1999]",
            "Hope in groups",
            "Is hope enough?",
            "In ",
            "(Eds.)",
            "(Ed.",
            "Journal of Trust",
            "Int. J. Dev. Biol.",
            "4(2)",
            "41:8",
            "303–315",
            "pp. 1 - 9",
            "e0161544",
            "(6thed.)",
            "New York: Wiley",
            "University Press",
            "doi:10.1000/182.",
            "10.1000/",
            "https://",
            "http://a.b/c d.pdf",
            "PMID: 1234567",
            "Retrieved from",
            "Chapter 9",
            "Advance online publication",
            "(",
            ")",
            "]",
            "«",
            "\uD83D\uDE00",
            "\u00A0",
            "\u0000",
            "\u0001",
            "\uD800",
            "漢字",
            "‐",
            "\n",
            "Иванников, В. А.");

    private final CitationParser parser = new CitationParser();

    @Property(tries = 300)
    void readsAnyText(@ForAll String line) {
        assertReading(line);
    }

    @Property(tries = 800)
    void readsAnyOrderOfPieces(@ForAll("pieces") String line) {
        assertReading(line);
    }

    @Property(tries = 150)
    void readsBackWhatWasWritten(
            @ForAll("families") String family, @ForAll("years") int year, @ForAll("years") int page) {
        Citation citation = parser.parse("%s, A. B. (%d). Hope in groups. Group Studies, 7(2), %d-%d."
                        .formatted(family, year, page, page + 9))
                .getFirst();
        assertThat(citation.authors().getFirst().family()).isEqualTo(family);
        assertThat(citation.issued().year()).isEqualTo(year);
        assertThat(citation.field(CitationField.PAGE)).contains(page + "-" + (page + 9));
    }

    private void assertReading(String line) {
        List<Citation> citations = parser.parse(line);
        assertThat(parser.parse(line)).isEqualTo(citations);
        assertThat(citations.isEmpty()).isEqualTo(line.isBlank());
        for (Citation citation : citations) {
            assertThat(line).contains(citation.printed());
            citation.fields().values().forEach(field -> assertSpan(citation.printed(), field));
            assertPlaces(citation);
            assertThat(citation.trust().accepted()
                            || !citation.trust().reasons().isEmpty())
                    .isTrue();
        }
    }

    private static void assertSpan(String printed, Citation.Field field) {
        assertThat(field.start()).isBetween(0, field.end());
        assertThat(field.end()).isLessThanOrEqualTo(printed.length());
        String quote = printed.substring(field.start(), field.end());
        // cleaning may leave out what stands between
        assertThat(holdsInOrder(letters(quote), letters(field.value())))
                .as(quote)
                .isTrue();
    }

    private static boolean holdsInOrder(String quote, String value) {
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            at = quote.indexOf(value.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static void assertPlaces(Citation citation) {
        for (int i = 0; i < citation.authors().size(); i++) {
            assertHolds(
                    citation,
                    citation.places().authors().get(i),
                    citation.authors().get(i));
        }
        for (int i = 0; i < citation.editors().size(); i++) {
            assertHolds(
                    citation,
                    citation.places().editors().get(i),
                    citation.editors().get(i));
        }
        for (int i = 0; i < citation.identifiers().size(); i++) {
            Span place = citation.places().identifiers().get(i);
            assertThat(citation.printed().substring(place.start(), place.end())).isNotBlank();
        }
        Span issued = citation.places().issued();
        assertThat(citation.printed().substring(issued.start(), issued.end()))
                .contains(citation.issued().isKnown() ? "" + citation.issued().year() : "");
    }

    private static void assertHolds(Citation citation, Span place, Contributor person) {
        // cleaning may leave out what stands between
        String quote = letters(citation.printed().substring(place.start(), place.end()));
        assertThat(quote)
                .satisfies(words -> assertThat(holdsInOrder(words, letters(person.family())))
                        .as(person.family())
                        .isTrue())
                .satisfies(words -> assertThat(holdsInOrder(words, letters(person.given())))
                        .as(person.given())
                        .isTrue());
    }

    /** Typography may change on reading, letters and digits may not. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Provide
    static Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(18).map(parts -> String.join("", parts));
    }

    @Provide
    static Arbitrary<String> families() {
        return Arbitraries.of(
                "Ortega", "de Jong", "Del Re", "O’Hara", "Zühlke-van Hulzen", "Page", "van der Kolk", "Ó Briain");
    }

    @Provide
    static Arbitrary<Integer> years() {
        return Arbitraries.integers().between(1800, 2099);
    }
}
