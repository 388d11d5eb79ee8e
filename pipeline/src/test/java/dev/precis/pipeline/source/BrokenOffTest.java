package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOffTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <html><body><p>One.</p><p>A sample of 326 adults com         | ends inside a sentence
        <html><body><p>One.</p><p class="x                           | ends inside a tag
        <html><body><p>One.</p><!-- two                              | ends inside a comment
        <html><body><DIV><p>One.</p>                                 | ends before its <div> does
        <html><body><p>One. <em>Two.                                 | ends before its <em> does
        <html><head><script>if (a < b) {                             | ends before its <script> does
        """)
    void tellsHowAPageBreaksOff(String page, String reason) {
        assertThat(BrokenOff.reason(page.getBytes(StandardCharsets.UTF_8))).hasValue(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>Blog</title>",
                "<html>no tags at all",
                "<html><body><p>One.<p>Two, said she: \u201CThree.\u201D",
                "<html><body><ul><li>One<li>Two</ul>",
                "<html><body><div><div>Sloppy, but whole</div></body></html>",
                "<p>A piece of a page without an end",
                "<html><body><p>1 < 2 and 3 > 2.",
            })
    void leavesAPageInPeaceThatMayBeWhole(String page) {
        assertThat(BrokenOff.reason(page.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void tellsAnyEndOfAUsualPage() {
        String page = "<!DOCTYPE html><html><head><title>Blog</title></head><body><main><article><h1>Title</h1>"
                + "<p>One. Two.</p><ul><li>Three.</li></ul></article></main></body></html>";
        for (int end = page.indexOf("<main"); end < page.indexOf("</body"); end++) {
            if (!page.startsWith("</body", end) && !page.substring(0, end).endsWith("<body>")) {
                assertThat(BrokenOff.reason(page.substring(0, end).getBytes(StandardCharsets.UTF_8)))
                        .as(page.substring(0, end))
                        .isPresent();
            }
        }
    }
}
