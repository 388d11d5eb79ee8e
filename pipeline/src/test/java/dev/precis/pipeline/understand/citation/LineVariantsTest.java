package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same few citations with what stands around and within them where people copy, list and publish them. */
class LineVariantsTest {
    private final CitationParser parser = new CitationParser();

    static Stream<String> variants() throws IOException {
        try (var file = Objects.requireNonNull(LineVariantsTest.class.getResourceAsStream("clean/variants.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("# ")).toList().stream();
        }
    }

    @Test
    void areMoreThanAHundred() throws IOException {
        assertThat(variants().distinct().count()).isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void readsEveryVariantAsTheCitationItIs(String variant) {
        int space = variant.indexOf(' ');
        String kind = variant.substring(0, space);
        String line = variant.substring(space + 1).replace('\u21e5', '\t');
        List<Citation> read = parser.parse(line);
        assertThat(read).hasSize(1);
        Citation citation = read.getFirst();
        assertThat(citation.printed()).isEqualTo(line.strip());
        assertThat(parts(citation)).isEqualTo(expected(kind));
        if (line.contains("10.") || line.contains("doi")) {
            assertThat(citation.doi().map(Identifier.Doi::value)).contains(doi(kind));
        } else {
            assertThat(citation.doi()).isEmpty();
        }
        if (line.contains("21525519")) {
            assertThat(citation.identifiers()).contains(new Identifier.Pmid("21525519"));
        }
        if (line.contains("PMC3121212")) {
            assertThat(citation.identifiers()).contains(new Identifier.Pmcid("PMC3121212"));
        }
        assertSpansHoldTheirValues(citation);
    }

    private static String doi(String kind) {
        return kind.equals("sici")
                ? "10.1002/(sici)1097-4679(199902)55:2<153::aid-grp4>3.0.co;2-l"
                : "10.1037/gst0000123";
    }

    private static String expected(String kind) {
        return switch (kind) {
            case "article" ->
                "Ortega, L. M.; Vries, K. | 2018 | hope in group work: a review | group studies | 4 | 2 | 101-119";
            case "medical" ->
                "Ortega, LM; Vries, K | 2018 | hope in group work: a review | group stud | 4 | 2 | 101-119";
            case "book" -> "Ortega, L. M. | 2018 | hope in group work |  |  |  | ";
            case "sici" ->
                "Ortega, L. M.; Vries, K. | 1999 | hope in group work: a review | group studies | 55 | 2 | 153-160";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String parts(Citation citation) {
        String authors = citation.authors().stream().map(Contributor::inverted).collect(Collectors.joining("; "));
        return Stream.of(
                        authors,
                        "" + citation.issued().year(),
                        field(citation, CitationField.TITLE),
                        field(citation, CitationField.CONTAINER_TITLE),
                        field(citation, CitationField.VOLUME),
                        field(citation, CitationField.ISSUE),
                        field(citation, CitationField.PAGE))
                .collect(Collectors.joining(" | "));
    }

    private static String field(Citation citation, CitationField field) {
        return citation.field(field).orElse("").toLowerCase(Locale.ROOT);
    }

    /** The first and the last word of a value stand where its span says in the line as printed. */
    private static void assertSpansHoldTheirValues(Citation citation) {
        citation.fields().values().forEach(field -> {
            String printed = citation.printed().substring(field.start(), field.end());
            String[] words = field.value().split("[ -]");
            assertThat(printed).contains(words[0]).contains(words[words.length - 1].substring(0, 1));
        });
        for (int i = 0; i < citation.authors().size(); i++) {
            assertThat(citation.printed()
                            .substring(
                                    citation.places().authors().get(i).start(),
                                    citation.places().authors().get(i).end()))
                    .contains(citation.authors().get(i).family());
        }
    }
}
