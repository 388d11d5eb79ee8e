package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.page.MarkedText.Piece;
import dev.precis.sparql.page.RichText.Mark;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {
    private static final String FINDING = "https://blog.example/summary/2020-01/naps#finding-1";

    @Test
    void marksASentenceAcrossItsMarkUp() {
        assertThat(html(
                        "<p>So: naps <em>do</em> help, <a href=\"https://x.example/\">see</a> here. Or so.</p>",
                        Mark.FINDING,
                        new Piece("So: ", ""),
                        new Piece("naps do help, see here.", FINDING),
                        new Piece(" Or so.", "")))
                .isEqualTo("<p>So: <a class=\"said\" id=\"finding-1\" href=\"#numbers-of-finding-1\">naps <em>do</em>"
                        + " help, </a><a href=\"https://x.example/\"><span class=\"said\">see</span></a><a"
                        + " class=\"said\" href=\"#numbers-of-finding-1\" tabindex=\"-1\"> here.</a> Or so.</p>");
    }

    @Test
    void aMarkHoldsWhatStandsWithinItWhole() {
        assertThat(html(
                        "<p><em>So</em> <strong><em>r</em> = .4</strong>. <em>Naps. Sleep</em>.</p>",
                        Mark.FINDING,
                        new Piece("So ", ""),
                        new Piece("r = .4.", FINDING),
                        new Piece(" ", ""),
                        new Piece("Naps.", FINDING + "2"),
                        new Piece(" ", ""),
                        new Piece("Sleep.", FINDING + "3")))
                .isEqualTo("<p><em>So</em> <a class=\"said\" id=\"finding-1\""
                        + " href=\"#numbers-of-finding-1\"><strong><em>r</em> = .4</strong>.</a> <em><a"
                        + " class=\"said\" id=\"finding-12\" href=\"#numbers-of-finding-12\">Naps.</a> <a"
                        + " class=\"said\" id=\"finding-13\" href=\"#numbers-of-finding-13\">Sleep</a></em><a"
                        + " class=\"said\" href=\"#numbers-of-finding-13\" tabindex=\"-1\">.</a></p>");
    }

    @Test
    void marksSentencesOfListsAndTables() {
        assertThat(html(
                        "<ul><li>One.</li><li>Naps help.</li></ul><table><tbody><tr><th"
                                + " scope=\"row\">g</th><td>0.4</td></tr></tbody></table>",
                        Mark.FINDING,
                        new Piece("One.", ""),
                        new Piece("Naps help.", FINDING),
                        new Piece("g", ""),
                        new Piece("0.4", "")))
                .isEqualTo("<ul><li>One.</li><li><a class=\"said\" id=\"finding-1\" href=\"#numbers-of-finding-1\">Naps"
                        + " help.</a></li></ul><div class=\"wide\" tabindex=\"0\"><table><tbody><tr><th"
                        + " scope=\"row\">g</th><td>0.4</td></tr></tbody></table></div>");
    }

    @Test
    void adviceIsLedTo() {
        assertThat(html("<ul><li>Sleep <em>more</em>.</li></ul>", Mark.ADVICE, new Piece("Sleep more.", FINDING)))
                .isEqualTo("<ul><li><span id=\"finding-1\">Sleep <em>more</em>.</span></li></ul>");
    }

    @Test
    void inAFeedNothingIsMarked() {
        assertThat(html("<p>Naps <em>help</em>.</p>", Mark.NONE, new Piece("Naps help.", FINDING)))
                .isEqualTo("<p>Naps <em>help</em>.</p>");
    }

    @Test
    void wordsThatStandForAPictureAreNoneOfTheText() {
        String rich = "<p>Naps <span class=\"picture\">[A nap]</span> help.</p>";

        assertThat(html(rich, Mark.NONE, new Piece("Naps help.", ""))).isEqualTo(rich);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=\"alert(1)\">Naps.</p>",
                "<p style=\"x\">Naps.</p>",
                "<script>Naps.</script>",
                "<p>Naps.<script>alert(1)</script></p>",
                "<p>Naps.<iframe src=\"https://evil.example\"></iframe></p>",
                "<p><a href=\"javascript:alert(1)\">Naps.</a></p>",
                "<p><a href=\" javascript:alert(1)\">Naps.</a></p>",
                "<p>Naps.<img src=\"https://evil.example/pixel.gif\" alt=\"\" /></p>",
                "<p>Naps.<img src=\"x\" onerror=\"alert(1)\" /></p>",
                "<svg:p xmlns:svg=\"http://www.w3.org/2000/svg\">Naps.</svg:p>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\">Naps.</svg>",
                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><p>&e;</p>",
                "<p>Naps.</p><!-- --><p>x</p>",
                "<p>Other words.</p>",
                "<p>Naps. And more.</p>",
                "<p>Nap</p>",
                "<p>Naps.",
                "<p>Naps.</p></div><script>alert(1)</script><div>",
                ""
            })
    void whatIsNotKnownOrSaysSomethingElseIsNotShown(String rich) {
        assertThat(RichText.html(rich, List.of(List.of(new Piece("Naps.", FINDING))), Mark.FINDING, picture -> ""))
                .isEmpty();
    }

    @Test
    void picturesOfOursAreShownWhereTheyAreFound() {
        String rich =
                "<figure><img alt=\"A &quot;plot&quot;\" height=\"4\" src=\"https://ours.example/1.png\" width=\"8\" />"
                        + "<figcaption>Naps.</figcaption></figure>";

        assertThat(RichText.html(
                        rich,
                        List.of(List.of(new Piece("Naps.", FINDING))),
                        Mark.NONE,
                        name -> name.replace("https://ours.example", "/blog")))
                .hasValue("<figure><img alt=\"A &quot;plot&quot;\" height=\"4\" src=\"/blog/1.png\" width=\"8\"/>"
                        + "<figcaption>Naps.</figcaption></figure>");
        assertThat(RichText.html(rich, List.of(List.of(new Piece("Naps.", FINDING))), Mark.NONE, name -> ""))
                .isEmpty();
    }

    @Property
    void anyTextKeepsItsCharactersWhereverMarkUpAndMarksBegin(
            @ForAll @StringLength(min = 1, max = 40) @CharRange(from = ' ', to = 'z') String text,
            @ForAll List<@IntRange(max = 40) Integer> cuts,
            @ForAll @IntRange(max = 40) int from,
            @ForAll @IntRange(max = 40) int to) {
        int start = Math.min(Math.min(from, to), text.length());
        int end = Math.min(Math.max(from, to), text.length());
        List<Piece> pieces = new ArrayList<>(List.of(
                new Piece(text.substring(0, start), ""),
                new Piece(text.substring(start, end), FINDING),
                new Piece(text.substring(end), "")));
        StringBuilder rich = new StringBuilder("<p>");
        int last = 0;
        boolean open = false;
        for (int cut : cuts.stream().sorted().toList()) {
            int at = Math.min(cut, text.length());
            rich.append(escape(text.substring(last, at))).append(open ? "</em>" : "<em>");
            open = !open;
            last = at;
        }
        rich.append(escape(text.substring(last))).append(open ? "</em>" : "").append("</p>");

        String html = RichText.html(rich.toString(), List.of(pieces), Mark.FINDING, picture -> "")
                .orElseThrow();

        assertThat(html.replaceAll("<[^>]*>", "")).isEqualTo(escape(text));
        assertThat(html.contains("id=\"finding-1\""))
                .isEqualTo(!text.substring(start, end).isBlank());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(String rich, Mark mark, Piece... pieces) {
        return RichText.html(rich, List.of(List.of(pieces)), mark, picture -> "")
                .orElseThrow();
    }
}
