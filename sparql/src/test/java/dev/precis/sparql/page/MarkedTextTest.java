package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.page.MarkedText.Piece;
import dev.precis.sparql.query.Detail.Finding;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void marksASentenceWhereItStands() {
        MarkedText text = MarkedText.of(List.of("One. Two. Three."), List.of(finding("f", "Two.")));

        assertThat(text.paragraphs())
                .containsExactly(List.of(new Piece("One. ", ""), new Piece("Two.", "f"), new Piece(" Three.", "")));
    }

    @Test
    void marksTheNextPlaceOfASentenceThatIsMarkedAlready() {
        MarkedText text =
                MarkedText.of(List.of("Same.", "Before. Same."), List.of(finding("f", "Same."), finding("g", "Same.")));

        assertThat(text.paragraphs().getLast()).contains(new Piece("Same.", "g"));
        assertThat(text.findings()).containsExactlyInAnyOrder("f", "g");
    }

    @Test
    void marksNothingThatIsNotThere() {
        MarkedText text = MarkedText.of(List.of("One."), List.of(finding("f", "Two."), finding("g", "")));

        assertThat(text.findings()).isEmpty();
    }

    @Property(tries = 200)
    void leavesTheTextAsItIs(
            @ForAll List<@CharRange(from = 'a', to = 'c') @StringLength(max = 30) String> paragraphs,
            @ForAll List<@CharRange(from = 'a', to = 'c') @StringLength(max = 3) String> sentences) {
        List<Finding> findings = sentences.stream()
                .map(sentence -> finding("f" + sentences.indexOf(sentence), sentence))
                .toList();

        assertThat(MarkedText.of(paragraphs, findings).paragraphs().stream()
                        .map(pieces -> pieces.stream().map(Piece::text).collect(Collectors.joining())))
                .containsExactlyElementsOf(paragraphs);
    }

    private static Finding finding(String iri, String text) {
        return new Finding(iri, text, List.of(), List.of(), List.of());
    }
}
