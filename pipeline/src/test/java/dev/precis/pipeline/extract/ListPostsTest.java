package dev.precis.pipeline.extract;

import static dev.precis.pipeline.extract.Blog.ADVICE;
import static dev.precis.pipeline.extract.Blog.BODY;
import static dev.precis.pipeline.extract.Blog.OTHER_BODY;
import static dev.precis.pipeline.extract.Blog.read;
import static dev.precis.pipeline.extract.Blog.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.page.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that show several posts: whose is the day between two of them, and what is the title of a post. */
class ListPostsTest {
    private static final List<String> TITLES =
            List.of("What remains of long walks", "Predictors of sitting still", "A year of singing in groups");
    private static final List<String> DAYS = List.of("3 May 2019", "7 June 2019", "9 July 2019");
    private static final List<String> NAMES = List.of("Clara Whitlock", "Jonas Okafor", "Elif Eklund");
    private static final List<String> CITATIONS = List.of(
            "Amsel, B., & Fink, C. D. (2016). Walking and talking: A field trial. Journal of Paths, 12(3), 45-67.",
            "Drossel, E. F. (2017). Sitting and listening. Review of Benches, 8, 101–119.",
            "Meise, H. (2018). Cohort effects in choirs. Annals of Walks, 9(2), 1-9.");

    private enum Place {
        FIRST,
        BEFORE_IMPLICATIONS,
        LAST
    }

    /** How a list is set: what stands where of {@code {title}}, {@code {name}}, {@code {day}}, {@code {content}}. */
    private static final List<String> FORMS = List.of(
            // in boxes
            "<div class=b><ul><li>{name}</li><li>{day}</li><li>4 min"
                    + " read</li></ul><h2>{title}</h2><div>{content}</div></div>",
            "<article><p>Posted by {name} on {day}</p><h2>{title}</h2>{content}</article>",
            "<li class=hentry><h2>{title}</h2>{content}<p>Posted by {name} on {day}</p></li>",
            // in boxes, the day outside of them
            "<div class=f><p>{name}</p><p>{day}</p></div><div class=b><h2>{title}</h2><div>{content}</div></div>",
            "<div class=b><h2>{title}</h2><div>{content}</div></div><div class=f>Posted by {name} on {day}</div>",
            // one after the other
            "<ul class=u><li>{name}</li><li>{day}</li><li>4 min read</li></ul><h2>{title}</h2><div>{content}</div>",
            "<div class=a><div>{day}</div><div>{name}</div></div><div"
                    + " class=t><h2>{title}</h2></div><div>{content}</div>",
            "<p>{name}</p><p>{day}</p><p><b>{title}</b></p>{content}",
            "<p>{day}</p><p>{name}</p><p>{title}</p>{content}",
            "<h2>{title}</h2><p>{day}</p><p>{name}</p>{content}",
            "<h2>{title}</h2>{content}<p>Posted by {name} on {day}</p>");

    static Stream<String> lists() {
        return FORMS.stream().flatMap(form -> Stream.of(Place.values()).map(place -> list(form, place)));
    }

    private static String list(String form, Place place) {
        return "<title>Paths and Benches</title><div class=list>"
                + IntStream.range(0, TITLES.size())
                        .mapToObj(i -> form.replace("{title}", TITLES.get(i))
                                .replace("{name}", NAMES.get(i))
                                .replace("{day}", DAYS.get(i))
                                .replace("{content}", content(i, place)))
                        .collect(Collectors.joining())
                + "</div>";
    }

    private static String content(int i, Place place) {
        String citation = "<p>" + CITATIONS.get(i).replace("&", "&amp;") + "</p>";
        String body = "<p>" + BODY + "</p><p>" + OTHER_BODY + "</p>";
        String implications = "<h3>Practice implications</h3><p>" + ADVICE + "</p>";
        return switch (place) {
            case FIRST -> citation + body + implications;
            case BEFORE_IMPLICATIONS -> body + citation + implications;
            case LAST -> body + implications + citation;
        };
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsEachPostWithItsOwnDayWhereverThatStands(String html) {
        List<Draft> drafts = read(html).drafts();
        assertThat(drafts).extracting(draft -> draft.title().text()).containsExactlyElementsOf(TITLES);
        assertThat(drafts)
                .extracting(draft -> draft.date().toString())
                .containsExactly("2019-05-03", "2019-06-07", "2019-07-09");
        assertThat(drafts).extracting(Draft::author).containsExactlyElementsOf(NAMES);
        for (int i = 0; i < drafts.size(); i++) {
            assertThat(texts(drafts.get(i).citations())).containsExactly(CITATIONS.get(i));
            assertThat(texts(drafts.get(i).body())).containsExactly(BODY, OTHER_BODY);
            assertThat(texts(drafts.get(i).implications())).containsExactly(ADVICE);
        }
    }

    @Test
    void knowsADayThatALineSeparatesFromTheTitle() {
        String list = list("<p>{day}</p><p>Letters of {name}</p><h2>{title}</h2>{content}", Place.BEFORE_IMPLICATIONS);
        assertThat(read(list).drafts())
                .extracting(draft -> draft.title().text() + " " + draft.date())
                .containsExactly(
                        TITLES.get(0) + " 2019-05-03", TITLES.get(1) + " 2019-06-07", TITLES.get(2) + " 2019-07-09");
    }

    @Test
    void publishesNoDayThatMayBeThatOfThePostAboveOrBelow() {
        String between = IntStream.range(0, 3)
                .mapToObj(i -> "<div class=b><h2>" + TITLES.get(i) + "</h2>" + content(i, Place.LAST) + "</div>")
                .collect(Collectors.joining("<p class=d>7 June 2019</p>"));
        Page page = read("<title>Paths and Benches</title><div>" + between + "</div>");
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices())
                .extracting(Notice::code)
                .containsOnly("month-missing")
                .hasSize(3);
    }

    @Test
    void takesTheFootOfACardForItsOwnAndTwoOfOneTitleForTwo() {
        String card = "<article class='post hentry'><header class=entry-header><h2 class=entry-title>"
                + "<a href='https://blog.example/%s'>Journal watch</a></h2></header><div class=entry-content><p>"
                + BODY + " [&hellip;] <a class=more-link href='https://blog.example/%s'>Continue reading</a></p></div>"
                + "<footer class=entry-footer><span class=posted-on>Published <time datetime='2019-%s-03'>then</time>"
                + "</span><div class=post-taxonomies><span class=cat-links>Categorized as <a rel='category tag' href=x>"
                + "%s</a></span></div></footer></article>";
        Page page = read("<title>Paths and Benches</title><main>" + card.formatted("a", "a", "05", "Empathy")
                + card.formatted("b", "b", "06", "Groups") + "</main>");
        // excerpts without citation and implications are no summaries; with either they are told apart
        assertThat(page.drafts()).isEmpty();
        String cited = card.replace("<p>", "<p>Amsel, B. (2016). Walking. Journal of Paths, 12(3), 45-67.</p><p>");
        Page told = read("<title>Paths and Benches</title><main>" + cited.formatted("a", "a", "05", "Empathy")
                + cited.formatted("b", "b", "06", "Groups") + "</main>");
        assertThat(told.drafts())
                .extracting(draft -> draft.date() + " " + draft.labels() + " "
                        + draft.origin().keys().stream().map(PostKey::value).toList())
                .containsExactly(
                        "2019-05-03 [Empathy] [https://blog.example/a]",
                        "2019-06-03 [Groups] [https://blog.example/b]");
    }

    @Test
    void readsAListOfOnePost() {
        Page page = read("<title>Paths and Benches</title><main><article class=post><h2><a href=/a>" + TITLES.get(0)
                + "</a></h2><p>Clara Whitlock</p><p>" + BODY + "</p><h3>Practice implications</h3><p>" + ADVICE
                + "</p><h3>The study</h3><p>" + CITATIONS.get(1) + "</p><footer><time datetime='2019-05-03'>3 May 2019"
                + "</time></footer></article></main>");
        assertThat(page.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.title().text()).isEqualTo(TITLES.get(0));
            assertThat(draft.date()).hasToString("2019-05-03");
            assertThat(texts(draft.implications())).containsExactly(ADVICE);
            assertThat(texts(draft.citations())).containsExactly(CITATIONS.get(1));
        });
    }

    @Test
    void tellsPostsWithoutImplicationsApart() {
        String list = IntStream.range(0, 3)
                .mapToObj(i -> "<h1>" + TITLES.get(i) + "</h1><p><i>By " + NAMES.get(i) + "</i></p><p>" + DAYS.get(i)
                        + "</p><p class=t>" + BODY + "</p><p class=t>" + OTHER_BODY + "</p><p class=t>"
                        + CITATIONS.get(i).replace("&", "&amp;") + "</p>")
                .collect(Collectors.joining());
        assertThat(read("<title>Paths and Benches</title><div>" + list + "</div>")
                        .drafts())
                .extracting(draft -> draft.title().text() + " " + draft.date() + " " + texts(draft.citations()))
                .containsExactly(
                        TITLES.get(0) + " 2019-05-03 [" + CITATIONS.get(0) + "]",
                        TITLES.get(1) + " 2019-06-07 [" + CITATIONS.get(1) + "]",
                        TITLES.get(2) + " 2019-07-09 [" + CITATIONS.get(2) + "]");
    }

    @Test
    void publishesNoPostsThatNothingTellsApart() {
        Page page = read("<title>Paths and Benches</title><p>May 2019</p><p>" + BODY + "</p><p>" + CITATIONS.get(1)
                + "</p><p>" + OTHER_BODY + "</p><p>" + CITATIONS.get(2) + "</p><p>" + BODY + "</p>");
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("post-unidentified");
    }

    private static String onlyPost(String content) {
        return "<title>Paths and Benches</title><main><h1>Blog</h1><div class=items><div class=item>"
                + "<a href='https://blog.example/a'><h2>" + TITLES.get(0) + "</h2></a><div class=d><p>3 May 2019</p><p>"
                + "<a href=/t rel=tag>Prevention</a></p></div><div class=s>" + content + "</div></div></div></main>";
    }

    @Test
    void takesNoTopicForTheTitleOfTheOnlyPostOfAList() {
        Page page = read(onlyPost("<p>" + CITATIONS.get(1) + "</p><p>" + BODY + "</p>"));
        assertThat(page.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.title().text()).isEqualTo(TITLES.get(0));
            assertThat(draft.date()).hasToString("2019-05-03");
            assertThat(draft.labels()).containsExactly("Prevention");
            assertThat(texts(draft.body())).containsExactly(BODY);
        });
    }

    @Test
    void publishesNoExcerptThatIsGluedToItsCitation() {
        Page page = read(onlyPost("<p>" + CITATIONS.get(1) + " " + BODY
                + " [&hellip;] <a href='https://blog.example/a'>Read more</a></p>"));
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("citation-alone");
    }

    @Test
    void takesNoCaptionForTheTitleOfACard() {
        String cards = IntStream.range(0, 3)
                .mapToObj(i -> "<article><h3><a href=/" + i + ">"
                        + (i == 1 ? "WHAT IS SAID BY WALKERS AT REST" : TITLES.get(i))
                        + "</a></h3><div>" + DAYS.get(i) + "</div><p>" + BODY
                        + "</p><figure><figcaption>Figure of walk no. " + i + ".</figcaption></figure><p>" + OTHER_BODY
                        + "</p><p>" + CITATIONS.get(i).replace("&", "&amp;") + "</p></article>")
                .collect(Collectors.joining());
        assertThat(read("<title>Paths and Benches</title><main>" + cards + "</main>")
                        .drafts())
                .extracting(draft -> draft.title().text())
                .containsExactly(TITLES.get(0), "WHAT IS SAID BY WALKERS AT REST", TITLES.get(2));
    }

    @Test
    void withholdsAPostWhoseOnlyMonthIsYearsBeforeItsStudy() {
        Page page = read("<title>Paths and Benches</title><h1>" + TITLES.get(0) + "</h1><p>May 2012</p><p>" + BODY
                + "</p><h3>Practice implications</h3><p>" + ADVICE + "</p><p>" + CITATIONS.get(2) + "</p>");
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("month-implausible");
    }
}
