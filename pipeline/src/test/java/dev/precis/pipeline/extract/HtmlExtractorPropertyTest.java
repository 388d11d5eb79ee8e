package dev.precis.pipeline.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.Blog.Told;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class HtmlExtractorPropertyTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Property(tries = 300)
    void whatIsRenderedIsReadBack(@ForAll Skin skin, @ForAll("posts") @Size(min = 1, max = 6) List<Told> posts) {
        assertThat(Blog.told(Blog.read(skin.page(posts)))).isEqualTo(posts);
    }

    @Property(tries = 300)
    void everyPassageStandsAtItsOffset(@ForAll Skin skin, @ForAll("posts") @Size(max = 4) List<Told> posts) {
        assertEveryPassageStandsInTheText(Blog.read(skin.page(posts)));
    }

    @Property(tries = 300)
    void anyBytesAreReadWithoutException(@ForAll byte[] bytes) {
        assertEveryPassageStandsInTheText(extract(bytes));
    }

    @Property(tries = 300)
    void anyMarkupIsReadWithoutException(@ForAll("markup") String markup) {
        assertEveryPassageStandsInTheText(extract(markup.getBytes(UTF_8)));
    }

    @Property(tries = 12)
    void hugePagesAreReadInTime(@ForAll("huge") String page) {
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long before = processor.getCurrentThreadCpuTime();
        extract(page.getBytes(UTF_8));
        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - before))
                .isLessThan(LONG);
    }

    private static Page extract(byte[] bytes) {
        return new HtmlExtractor(Blog.profile())
                .extract(new Capture(URI.create(Blog.ADDRESS), Instant.EPOCH, "", bytes));
    }

    private static void assertEveryPassageStandsInTheText(Page page) {
        Stream.concat(
                        page.drafts().stream().flatMap(HtmlExtractorPropertyTest::passages),
                        Stream.of(page.introduction(), page.blurb()).flatMap(List::stream))
                .filter(passage -> !passage.isEmpty())
                .forEach(passage -> assertThat(page.text().startsWith(passage.text(), passage.start()))
                        .as("%s", passage)
                        .isTrue());
    }

    private static Stream<Passage> passages(Draft draft) {
        return Stream.of(
                        List.of(draft.title()), draft.citations(), draft.preamble(), draft.body(), draft.implications())
                .flatMap(List::stream);
    }

    @Provide
    Arbitrary<List<Told>> posts() {
        Arbitrary<Told> post = Combinators.combine(
                        Arbitraries.of(
                                "Talking Uphill",
                                "A Bench by the River",
                                "Who Walks and Who Stays: A Study of Paths",
                                "Do Walkers Rest? Some Do",
                                "“I’m Not Tired”: What Walkers Say"),
                        Arbitraries.of(
                                Blog.CITATION,
                                Blog.OTHER_CITATION,
                                "Fink, C. D. (in press). Resting on the way. Journal of Paths.",
                                "de Groot, I., . . . Zeisig, K. (2018, May 3). On stairs. Path Letters."
                                        + " https://doi.org/10.1000/182"),
                        Arbitraries.of(Blog.BODY, Blog.OTHER_BODY),
                        Arbitraries.of(
                                "",
                                "Nobody fell.",
                                "The same held in winter, when the paths were covered with ice (r = .12)."),
                        Arbitraries.of("", Blog.ADVICE, Blog.OTHER_ADVICE),
                        Arbitraries.of("", "Wait at the top.", Blog.ADVICE))
                .as((title, citation, body, more, advice, further) -> new Told(
                        "",
                        title,
                        List.of(citation),
                        filled(body, more),
                        advice.isEmpty() ? List.of() : filled(advice, further)));
        return post.list().uniqueElements(Told::title).map(list -> inMonths(list));
    }

    private static List<String> filled(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).toList();
    }

    /** Three posts a month, the newest month first. */
    private static List<Told> inMonths(List<Told> posts) {
        return java.util.stream.IntStream.range(0, posts.size())
                .mapToObj(i -> posts.get(i).withMonth("2019-0" + (9 - i / 3)))
                .toList();
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<b>",
                        "</b>",
                        "<h2>",
                        "</h3>",
                        "<br>",
                        "<table><tr><td>",
                        "</table>",
                        "<li>",
                        "</ul>",
                        "<div style='display:none'>",
                        "</div>",
                        "<pre>",
                        "<a href='?p=1'>",
                        "</a>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "May 2019",
                        "Practice Implications",
                        "Practice Implications: ",
                        "This month",
                        "Talking Uphill",
                        "Posted on 3 May 2019",
                        "Posted in Hills",
                        "• ",
                        "\n",
                        " ",
                        "&shy;",
                        "&#0;",
                        "\uD800",
                        "2 Comments",
                        "<time datetime='2019-99-99'>",
                        "99 May 2019",
                        Blog.CITATION,
                        Blog.BODY,
                        Blog.ADVICE)
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> huge() {
        return Arbitraries.of(
                "<div>".repeat(20_000) + "text",
                "<b><i>".repeat(10_000) + "text",
                "<p " + "a=b ".repeat(20_000) + ">text",
                "<td>" + "A line of one cell that is long.<br>".repeat(20_000),
                "<td>" + "<a href=x>A link</a><br>".repeat(10_000),
                "<p>The Same Title</p>".repeat(10_000),
                "<p>" + "word after word, ".repeat(80_000),
                "<p>May 2019</p>" + "<p>Practice Implications</p>".repeat(8_000),
                ("<p>" + Blog.CITATION).repeat(5_000));
    }
}
