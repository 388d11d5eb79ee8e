package dev.precis.pipeline.extract.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichParagraphsTest {
    private static final URI PAGE = URI.create("https://blog.example/naps/");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "One. | <p>Two <em>a</em> &amp; b.</p><ul><li>three</li><li>four<br />five</li></ul>",
                "Two a & b. | <p>One.</p><ul><li>three</li><li>four<br />five</li></ul>",
                "three | <p>One.</p><p>Two <em>a</em> &amp; b.</p><ul><li>four<br />five</li></ul>",
                "four | <p>One.</p><p>Two <em>a</em> &amp; b.</p><ul><li>three</li><li>five</li></ul>",
                "five | <p>One.</p><p>Two <em>a</em> &amp; b.</p><ul><li>three</li><li>four</li></ul>",
                "none | <p>One.</p><p>Two <em>a</em> &amp; b.</p><ul><li>three</li><li>four<br />five</li></ul>",
            })
    void aParagraphIsTakenOutWithWhatHeldIt(String without, String left) {
        assertThat(left("<p>One.</p><p>Two <em>a</em> &amp; b.</p><ul><li>three<li>four<br><br>five</ul>", without))
                .isEqualTo(left);
    }

    @Test
    void whatIsLeftMayHaveNoMarkUp() {
        assertThat(left("<p>One.</p><blockquote>Share this!</blockquote><p>Two.</p>", "Share this!"))
                .isEmpty();
    }

    @Test
    void aCellStaysAndIsEmptyARowDoesNot() {
        String table = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>";

        assertThat(left("<p>One.</p>" + table, "b"))
                .isEqualTo(
                        "<p>One.</p><table><tbody><tr><td>a</td><td></td></tr><tr><td>c</td><td>d</td></tr></tbody></table>");
        assertThat(left("<p>One.</p>" + table, "a", "b"))
                .isEqualTo("<p>One.</p><table><tbody><tr><td>c</td><td>d</td></tr></tbody></table>");
    }

    @Test
    void wordsOfPicturesAreNotCounted() {
        assertThat(left("<p>One <img alt='a plot' src=x> more.</p><p><b>Two</b>.</p><p>Three.</p>", "Three."))
                .isEqualTo("<p>One <span class=\"picture\">[a plot]</span> more.</p><p><strong>Two</strong>.</p>");
    }

    private static String left(String html, String... without) {
        HtmlBlocks page = HtmlBlocks.read("<div>" + html + "</div>", PAGE);
        List<Passage> body = page.blocks().stream().map(Block::passage).toList();
        Draft before = draft(body).withRich(page.rich(body, List.of(), 0));
        List<Passage> left = new ArrayList<>(body);
        left.removeIf(passage -> List.of(without).contains(passage.text()));
        return RichParagraphs.left(before, before.withTexts(left, List.of())).body();
    }

    private static Draft draft(List<Passage> body) {
        return new Draft(
                new Draft.Origin("s", PAGE, "", Optional.empty()),
                Passage.of("Naps"),
                PublicationDate.of(YearMonth.of(2024, 5)),
                List.of(),
                List.of(),
                body,
                List.of(),
                List.of(),
                "",
                List.of());
    }
}
