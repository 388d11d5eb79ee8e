package dev.precis.pipeline.extract;

import static dev.precis.pipeline.extract.Blog.ADVICE;
import static dev.precis.pipeline.extract.Blog.BODY;
import static dev.precis.pipeline.extract.Blog.OTHER_BODY;
import static dev.precis.pipeline.extract.Blog.read;
import static dev.precis.pipeline.extract.Blog.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no beginning of a post in a list of posts: a footnote, the name of the site. */
class FootnotesTest {
    private static final List<String> TITLES =
            List.of("What remains of long walks", "Predictors of sitting still", "A year of singing in groups");
    private static final List<String> CITATIONS = List.of(
            "Amsel, B., & Fink, C. D. (2016). Walking and talking: A field trial. Journal of Paths, 12(3), 45-67.",
            "Drossel, E. F. (2017). Sitting and listening. Review of Benches, 8, 101–119.",
            "Meise, H. (2018). Cohort effects in choirs. Annals of Walks, 9(2), 1-9.");

    /** How footnotes are set: the work that a post cites, {@code {citation}}, and a remark, each with its way back. */
    static Stream<String> footnotes() {
        return Stream.of(
                "<hr><ol><li>{citation} <a href='#r1'>↩</a></li><li>Nobody fell. <a href='#r2'>↩</a></li></ol>",
                "<h3>Footnotes</h3><ol><li>{citation} <a href='#r1'>Back</a></li>"
                        + "<li>Nobody fell. <a href='#r2'>Back</a></li></ol>",
                "<div><p><a name=n1 href='#r1'>[1]</a> {citation}</p><p><a name=n2 href='#r2'>[2]</a> Nobody"
                        + " fell.</p></div>",
                "<section role=doc-endnotes><div id=n1><a href='https://blog.example/b#r1'>1.</a> {citation}</div>"
                        + "<div id=n2><a href='https://blog.example/b#r2'>2.</a> Nobody fell.</div></section>");
    }

    private static String withFootnotes(String form, String notes) {
        return "<title>Paths and Benches</title><h1><a href='/'>Letters</a></h1><div>"
                + IntStream.range(0, 3)
                        .mapToObj(i -> form.replace("{i}", String.valueOf(i + 1))
                                .replace("{title}", TITLES.get(i))
                                .replace(
                                        "{content}",
                                        "<p>" + BODY + "<sup><a name=r1 href='#n1'>[1]</a></sup></p><p>" + OTHER_BODY
                                                + "<sup><a name=r2 href='#n2'>[2]</a></sup></p>"
                                                + "<h3>Practice implications</h3><p>" + ADVICE
                                                + "</p><p>Count falls.</p>"
                                                + notes.replace(
                                                        "{citation}",
                                                        CITATIONS.get(i).replace("&", "&amp;"))))
                        .collect(Collectors.joining())
                + "</div>";
    }

    @ParameterizedTest
    @MethodSource("footnotes")
    void takesNoFootnoteForTheBeginningOfAPost(String notes) {
        List<String> forms = List.of(
                "<p>May 2019</p><p>{title}</p>{content}",
                "<h2>{title}</h2><p>{i} May 2019</p>{content}",
                "<div class=p><time datetime=2019-05-0{i}>{i} May 2019</time><a class=t href='/{i}'>{title}</a>"
                        + "<div class=c>{content}</div></div>");
        for (String form : forms) {
            List<Draft> drafts = read(withFootnotes(form, notes)).drafts();
            assertThat(drafts)
                    .as(form)
                    .extracting(draft -> draft.title().text() + " " + texts(draft.citations()))
                    .containsExactly(
                            TITLES.get(0) + " [" + CITATIONS.get(0) + "]",
                            TITLES.get(1) + " [" + CITATIONS.get(1) + "]",
                            TITLES.get(2) + " [" + CITATIONS.get(2) + "]");
            assertThat(drafts)
                    .as(form)
                    .allSatisfy(
                            draft -> assertThat(texts(draft.implications())).containsExactly(ADVICE, "Count falls."));
        }
    }

    @Test
    void takesNoLinkToTheFirstPageForTheTitleOfAPost() {
        String posts = IntStream.range(0, 3)
                .mapToObj(i -> "<div class=p><p>Posted on " + (i + 1) + " May 2019: " + TITLES.get(i) + "</p><p>" + BODY
                        + "</p><p>" + OTHER_BODY + "</p><h3>Practice implications</h3><p>" + ADVICE + "</p></div>")
                .collect(Collectors.joining());
        assertThat(read("<title>Paths and Benches</title><h1><a href='/'>Letters</a></h1><div>" + posts + "</div>")
                        .drafts())
                .extracting(draft -> draft.title().text())
                .doesNotContain("Letters");
    }
}
