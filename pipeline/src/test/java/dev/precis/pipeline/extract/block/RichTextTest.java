package dev.precis.pipeline.extract.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RichTextTest {
    private static final URI PAGE = URI.create("https://blog.example/2020/naps/");

    @Test
    void paragraphsAloneHaveNoMarkUp() {
        assertThat(rich("<div class=x><p style='color:red'>One.</p><p><span>Two</span><br>\nand more.</p></div>"))
                .isEmpty();
    }

    @Test
    void emphasisLinksAndSmallLettersStay() {
        assertThat(rich("<p>Naps <b>do</b>  <i class=x>help</i>: <a href='../cats' onclick='x()'>cats</a>,"
                        + " N<sub>2</sub> &amp; R<sup>2</sup> &lt; 1.</p>"))
                .isEqualTo("<p>Naps <strong>do</strong> <em>help</em>: <a"
                        + " href=\"https://blog.example/2020/cats\">cats</a>, N<sub>2</sub> &amp; R<sup>2</sup>"
                        + " &lt; 1.</p>");
    }

    @Test
    void emphasisByStyleIsEmphasis() {
        assertThat(rich("<p>It <span style='font-weight: 700'>did</span>, <font style='font-style:italic'>once</font>."
                        + "</p><b style='font-weight:normal'><p>No more.</p></b>"))
                .isEqualTo("<p>It <strong>did</strong>, <em>once</em>.</p><p>No more.</p>");
    }

    @Test
    void emphasisAroundBlocksIsEmphasisInEach() {
        assertThat(rich("<p>One.</p><em><p>Two.</p><p>Three.</p></em>"))
                .isEqualTo("<p>One.</p><p><em>Two.</em></p><p><em>Three.</em></p>");
    }

    @Test
    void listsNest() {
        assertThat(rich("<p>So:</p><ol"
                        + " start=3><li>one<ul><li>a</li><li><p>b</p></li></ul></li><li>two<br><br>lines</li>"
                        + "</ol><dl><dt>Nap</dt><dd>Sleep.</dd></dl>"))
                .isEqualTo(
                        "<p>So:</p><ol start=\"3\"><li>one<ul><li>a</li><li><p>b</p></li></ul></li><li>two<br />lines"
                                + "</li></ol><dl><dt>Nap</dt><dd>Sleep.</dd></dl>");
    }

    @Test
    void quotationsAndHeadingsStayWithoutGapsBetweenLevels() {
        assertThat(rich("<h5>Why</h5><blockquote>Sleep, said she.</blockquote><h6>More</h6><p>So they did.</p>"))
                .isEqualTo(
                        "<h2>Why</h2><blockquote><p>Sleep, said she.</p></blockquote><h3>More</h3><p>So they did.</p>");
    }

    @Test
    void aTableKeepsItsEmptyCells() {
        assertThat(rich("<p>See:</p><table border=1><caption>Naps</caption><thead><tr><th"
                        + " scope=col>When<th><th>g</thead><tr><td></td><td"
                        + " rowspan=2>noon</td><td>0.4</td></tr><tr><td>late</td><td></td></tr></table>"))
                .isEqualTo("<p>See:</p><table><caption>Naps</caption><thead><tr><th"
                        + " scope=\"col\">When</th><th></th><th>g</th></tr></thead><tbody><tr><td></td><td"
                        + " rowspan=\"2\">noon</td><td>0.4</td></tr>"
                        + "<tr><td>late</td><td></td></tr></tbody></table>");
    }

    @Test
    void whatThePageIsLaidOutByIsNoneOfTheText() {
        HtmlBlocks page = HtmlBlocks.read(
                "<table><tr><td>Menu</td><td><h2>Title</h2><ul><li>Text one.<li>Text"
                        + " two.</ul></td></tr><tr><td>More</td><td><blockquote>Text three.<p>Text"
                        + " four.</p></blockquote></td></tr></table>",
                PAGE);
        List<Passage> text = page.blocks().stream()
                .map(Block::passage)
                .filter(passage -> passage.text().startsWith("Text"))
                .toList();

        assertThat(page.rich(text.subList(2, 4), List.of(), 0).body())
                .isEqualTo("<blockquote><p>Text three.</p><p>Text four.</p></blockquote>");
        assertThat(page.rich(text.subList(3, 4), List.of(), 0).body()).isEmpty();
        assertThat(page.rich(text.subList(0, 2), List.of(), 0).body())
                .isEqualTo("<ul><li>Text one.</li><li>Text two.</li></ul>");
        assertThat(page.rich(text.subList(0, 1), List.of(), 0).body()).isEmpty();
    }

    @Test
    void whatDoesHarmIsNotKept() {
        assertThat(rich("""
            <p onmouseover="alert(1)">A <a href="javascript:alert(1)">link</a>, <a href=" JaVa&#10;Script:alert(2)">two</a>,
            <a href="data:text/html,<script>x</script>">three</a>, <a href="vbscript:x" style="x">four</a>,
            <a href="mailto:a@b.example">mail</a>.</p><script>alert(3)</script><style>p{}</style>
            <svg><script>alert(4)</script></svg><iframe src="https://evil.example"></iframe>
            <p><b style="background:url(javascript:x)" onclick="x">bold</b><img src=x onerror=alert(5)></p>
            <form action="https://evil.example"><p>A form<input name=x></p></form>
            <p>&lt;script&gt;alert(6)&lt;/script&gt;</p>
            """))
                .isEqualTo("<p>A link, two, three, four, <a"
                        + " href=\"mailto:a@b.example\">mail</a>.</p><p><strong>bold</strong></p><p>A"
                        + " form</p><p>&lt;script&gt;alert(6)&lt;/script&gt;</p>");
    }

    @Test
    void aPartOfAParagraphHasItsMarkUpOnly() {
        HtmlBlocks page = HtmlBlocks.read("<p><b>Implications:</b> Sleep <i>more</i> at <u>noon</u>.</p>", PAGE);
        Passage whole = page.blocks().getFirst().passage();

        assertThat(page.rich(List.of(whole.part(14, whole.text().length())), List.of(), 0)
                        .body())
                .isEqualTo("<p>Sleep <em>more</em> at noon.</p>");
    }

    @Test
    void wordsOfPicturesStandWhereTheseStood() {
        assertThat(rich("<img src=hero.png alt=Hero><p>One <a href=/big.jpg><img data-src='one.jpg'"
                        + " src='data:image/gif;x' alt='A &quot;plot&quot; of <i>'></a>"
                        + " more.</p><figure><img src=//cdn.example/two.webp"
                        + " alt=Two><figcaption>Two.</figcaption></figure><p>Three.<img"
                        + " src=no-words.png></p><img src=end.gif alt=End>"))
                .isEqualTo("<p><span class=\"picture\">[Hero]</span></p>"
                        + "<p>One <span class=\"picture\">[A \"plot\" of &lt;i&gt;]</span>"
                        + " more.</p><figure><p><span class=\"picture\">[Two]</span></p>"
                        + "<figcaption>Two.</figcaption></figure><p>Three.</p>"
                        + "<p><span class=\"picture\">[End]</span></p>");
    }

    @Test
    void picturesThatCountReadersAndThoseOfOthersAreNone() {
        HtmlBlocks page = HtmlBlocks.read(
                "<img src=logo.png alt=Logo><div><p>One.</p><img src=pixel.gif width=1 height=1 alt=p><p>Two.</p>"
                        + "<img src=x.png style='display:none' alt=hidden></div><img src=ad.png alt=Ad><p>Ad.</p>",
                PAGE);
        List<Passage> text = page.blocks().stream().limit(2).map(Block::passage).toList();

        assertThat(page.rich(text, List.of(), 0).body()).isEmpty();
    }

    @Test
    void theSamePageGivesTheSameBytesHoweverItIsWritten() {
        String one = "<p>Naps  <STRONG>do</STRONG> help, <a class=a HREF=/x>see</a>.</p>\n<ul>\n<li>a</li>\n</ul>";
        String other = "<P>Naps <b\n>do</b> help, <a href='https://blog.example/x' id=3>see</a>.<ul><li>a</ul>";

        assertThat(rich(one)).isEqualTo(rich(other)).contains("<strong>");
    }

    private static String rich(String html) {
        HtmlBlocks page = HtmlBlocks.read("<h1>Title</h1><div>" + html + "</div>", PAGE);
        List<Passage> text = page.blocks().stream().skip(1).map(Block::passage).toList();
        return page.rich(text, List.of(), 0).body();
    }
}
