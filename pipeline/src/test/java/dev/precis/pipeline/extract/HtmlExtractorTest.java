package dev.precis.pipeline.extract;

import static dev.precis.pipeline.extract.Blog.ADVICE;
import static dev.precis.pipeline.extract.Blog.BODY;
import static dev.precis.pipeline.extract.Blog.CITATION;
import static dev.precis.pipeline.extract.Blog.OTHER_ADVICE;
import static dev.precis.pipeline.extract.Blog.OTHER_BODY;
import static dev.precis.pipeline.extract.Blog.OTHER_CITATION;
import static dev.precis.pipeline.extract.Blog.Told.sitting;
import static dev.precis.pipeline.extract.Blog.Told.walking;
import static dev.precis.pipeline.extract.Blog.posts;
import static dev.precis.pipeline.extract.Blog.read;
import static dev.precis.pipeline.extract.Blog.texts;
import static dev.precis.pipeline.extract.Blog.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.page.Page;
import org.junit.jupiter.api.Test;

class HtmlExtractorTest {
    private static final String MONTH = "<h2>May 2019</h2>";
    private static final String WALKING = post("Talking Uphill", CITATION, BODY, ADVICE);
    private static final String SITTING = post("A Bench by the River", OTHER_CITATION, OTHER_BODY, OTHER_ADVICE);

    private static String post(String title, String citation, String body, String advice) {
        return "<h3>" + title + "</h3>" + p(citation) + p(body) + "<h4>Practice Implications</h4>" + p(advice);
    }

    private static String p(String text) {
        return text.isEmpty() ? "" : "<p>" + text + "</p>\n";
    }

    @Test
    void readsPostsUnderAMonth() {
        assertThat(posts(MONTH + WALKING + SITTING)).containsExactly(walking(), sitting());
    }

    @Test
    void readsAPageThatIsNothingButParagraphs() {
        String page = p("May 2019")
                + p("Talking Uphill")
                + p(CITATION)
                + p(BODY)
                + p("Practice Implications")
                + p(ADVICE)
                + p("A Bench by the River")
                + p(OTHER_CITATION)
                + p(OTHER_BODY)
                + p("Practice Implications")
                + p(OTHER_ADVICE);
        assertThat(posts(page)).containsExactly(walking(), sitting());
    }

    @Test
    void readsOneCellWithNothingButLineBreaks() {
        String page = "<table><tr><td>May 2019<br>Talking Uphill<br>" + CITATION + "<br>" + BODY
                + "<br>Practice Implications<br>" + ADVICE + "<br>A Bench by the River<br>" + OTHER_CITATION + "<br>"
                + OTHER_BODY + "<br>Practice Implications<br>" + OTHER_ADVICE + "</table>";
        assertThat(posts(page)).containsExactly(walking(), sitting());
    }

    @Test
    void readsUpperCaseTagsThatNobodyClosed() {
        String page = "<HTML><CENTER><FONT SIZE=+2><B>May 2019</FONT></B></CENTER><P><B>Talking Uphill<P></B>"
                + CITATION + "<P><FONT FACE=Arial>" + BODY + "<P><B>Practice Implications</B><P>" + ADVICE + "<HR>";
        assertThat(posts(page)).containsExactly(walking());
    }

    @Test
    void readsATitleAndItsCitationInOneParagraph() {
        String page = MONTH
                + p("<strong>Talking Uphill</strong><br>" + CITATION)
                + p(BODY)
                + p("<strong>Practice Implications</strong><br>" + ADVICE);
        assertThat(posts(page)).containsExactly(walking());
    }

    @Test
    void readsADefinitionList() {
        String page =
                MONTH + "<dl><dt>Talking Uphill<dd>" + CITATION + "<dd>" + BODY + "<dd><i>Practice Implications</i><dd>"
                        + ADVICE + "<dt>A Bench by the River<dd>" + OTHER_CITATION + "<dd>" + OTHER_BODY
                        + "<dd><i>Practice Implications</i><dd>" + OTHER_ADVICE + "</dl>";
        assertThat(posts(page)).containsExactly(walking(), sitting());
    }

    @Test
    void readsHeadingsOfOneLevel() {
        assertThat(posts((MONTH + WALKING + SITTING).replaceAll("h[34]>", "h2>")))
                .containsExactly(walking(), sitting());
    }

    @Test
    void readsPreformattedTextWithWrappedLines() {
        String page = "<pre>May 2019\n\nTalking Uphill\n\n" + wrapped(CITATION) + "\n\n" + wrapped(BODY)
                + "\n\nPractice Implications\n\n" + wrapped(ADVICE) + "\n</pre>";
        assertThat(posts(page)).containsExactly(walking());
    }

    @Test
    void joinsLinesThatWereBrokenAtAMargin() {
        assertThat(posts((MONTH + WALKING).replace(BODY, wrapped(BODY).replace("\n", "<br>"))))
                .containsExactly(walking());
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{1,72})(?: |$)", "$1\n").strip();
    }

    @Test
    void keepsTheFirstOfTwoEqualTitles() {
        assertThat(posts(MONTH + "<h3>Talking Uphill</h3><p><b>Talking Uphill.</b></p>" + p(CITATION) + p(BODY)))
                .containsExactly(walking().withImplications());
    }

    @Test
    void cutsTheNameOfTheBlogOffATitle() {
        assertThat(posts(MONTH + WALKING.replace("Talking Up", "blogTalking Up")))
                .containsExactly(walking());
    }

    @Test
    void passesOverASignatureAloneOrGluedToTheText() {
        assertThat(posts(MONTH + WALKING.replace("</h3>", "</h3><p>Ida B. Wegner, Ph.D.</p>")))
                .containsExactly(walking());
        assertThat(posts(MONTH + WALKING.replace(BODY, "Ida B. Wegner" + BODY))).containsExactly(walking());
    }

    @Test
    void setsAParagraphAboutTheSeriesApart() {
        String series = "Handbook of Paths: Starting in May 2019 I review chapters of this book, one in each month.";
        Page before = read(MONTH + WALKING.replace("</h3>", "</h3>" + p(series)));
        assertThat(told(before)).containsExactly(walking());
        assertThat(texts(before.drafts().getFirst().preamble())).containsExactly(series);
        assertThat(posts(MONTH + WALKING.replace(p(CITATION), p(CITATION) + p(series))))
                .containsExactly(walking());
    }

    @Test
    void setsAnUnknownParagraphBetweenTitleAndCitationApart() {
        String series =
                "This chapter is part of a long series that the journal prints in every second issue of a year.";
        assertThat(posts(MONTH + WALKING.replace("</h3>", "</h3>" + p(series)))).containsExactly(walking());
    }

    @Test
    void leavesTheBodyWhereItIsWhenTheCitationStandsBelowIt() {
        assertThat(posts(MONTH + "<h3>Talking Uphill</h3>" + p(BODY) + p(CITATION) + "<h4>Practice Implications</h4>"
                        + p(ADVICE)))
                .containsExactly(walking());
    }

    @Test
    void aPostWithoutImplicationsDoesNotTakeTheNext() {
        String page = MONTH + "<h3>Talking Uphill</h3>" + p(CITATION) + p(BODY) + SITTING;
        assertThat(posts(page)).containsExactly(walking().withImplications(), sitting());
        assertThat(read(page).drafts().getFirst().notices())
                .extracting(Notice::code)
                .containsExactly("implications-missing");
    }

    @Test
    void aPostWithoutCitationIsFoundByTheLookOfItsTitle() {
        assertThat(posts(MONTH + WALKING + post("A Bench by the River", "", OTHER_BODY, OTHER_ADVICE)))
                .containsExactly(walking(), sitting().withCitations());
    }

    @Test
    void postsWithoutAnyCitationAreFoundAboveTheirImplications() {
        assertThat(posts(MONTH
                        + post("Talking Uphill", "", BODY, ADVICE)
                        + post("A Bench by the River", "", OTHER_BODY, "See?")))
                .containsExactly(
                        walking().withCitations(), sitting().withCitations().withImplications("See?"));
    }

    @Test
    void aPostWithoutTitleIsIdentifiedByItsCitation() {
        assertThat(posts(MONTH + WALKING + p(OTHER_CITATION) + p(OTHER_BODY)))
                .containsExactly(walking(), sitting().withTitle("").withImplications());
    }

    @Test
    void aPlainTitleIsFoundBetweenAPostWithoutImplicationsAndOneWithoutCitation() {
        assertThat(posts(p("May 2019")
                        + p("Talking Uphill")
                        + p(CITATION)
                        + p(BODY)
                        + p("A Bench by the River")
                        + p(OTHER_BODY)
                        + p("Practice Implications")
                        + p(OTHER_ADVICE)))
                .containsExactly(walking().withImplications(), sitting().withCitations());
    }

    @Test
    void twoPostsMayCiteOneWorkAndOnePostTwo() {
        assertThat(posts(MONTH + WALKING + SITTING.replace(OTHER_CITATION, CITATION)))
                .containsExactly(walking(), sitting().withCitations(CITATION));
        assertThat(posts(MONTH + WALKING.replace(p(CITATION), p(CITATION) + p(OTHER_CITATION))))
                .containsExactly(walking().withCitations(CITATION, OTHER_CITATION));
    }

    @Test
    void readsACitationWhoseYearComesLast() {
        String late = "Amsel, B., & Fink, C. D. Walking and talking: A field trial. Journal of Paths, 2016.";
        assertThat(posts(MONTH + WALKING.replace(CITATION, late)))
                .containsExactly(walking().withCitations(late));
    }

    @Test
    void readsALabelledCitation() {
        assertThat(posts(MONTH + WALKING.replace(CITATION, "<b>Citation:</b> <i>" + CITATION + "</i>")))
                .containsExactly(walking());
    }

    @Test
    void readsEverySpellingOfTheLabel() {
        for (String label : new String[] {
            "PRACTICE IMPLICATIONS", "Pratice Implications:", "– Practice Implications –", "Implications for Practice"
        }) {
            assertThat(posts(MONTH + WALKING.replace("Practice Implications", label)))
                    .containsExactly(walking());
        }
    }

    @Test
    void readsALabelThatRunsIn() {
        String head = MONTH + "<h3>Talking Uphill</h3>" + p(CITATION);
        for (String run : new String[] {
            "<b>Practice Implications</b> ",
            "Practice Implications: ",
            "PRACTICE IMPLICATIONS – ",
            "Practice Implications. "
        }) {
            assertThat(posts(head + p(BODY) + p(run + ADVICE))).containsExactly(walking());
        }
        assertThat(posts(head + p(BODY + " Practice Implications: " + ADVICE))).containsExactly(walking());
        assertThat(posts(head + p(BODY + "Practice Implications " + ADVICE))).containsExactly(walking());
    }

    @Test
    void readsPointsHoweverTheyAreMarked() {
        String[] points = {"Go uphill together", "Ask at the top"};
        String head = MONTH + WALKING.replace(p(ADVICE), "");
        assertThat(posts(head + "<ul><li>" + points[0] + "<li>" + points[1] + "</ul>" + SITTING)
                        .getFirst())
                .isEqualTo(walking().withImplications(points));
        assertThat(posts(head + p("• " + points[0]) + p("• " + points[1])).getFirst())
                .isEqualTo(walking().withImplications(points));
        String word =
                "<p class=MsoListParagraph style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.&nbsp;</span>";
        assertThat(posts(head + word + points[0] + word + points[1]).getFirst())
                .isEqualTo(walking().withImplications(points));
    }

    @Test
    void tellsPointsFromParagraphsAlsoWhereThePostsThemselvesStandInAList() {
        String points = "<h4>Practice Implications</h4><ul><li>Go uphill together</ul>";
        String head = "<h3>Talking Uphill</h3>" + p(CITATION) + p(BODY);

        assertThat(read(MONTH + head + points).drafts().getFirst().implications())
                .extracting(Passage::item)
                .containsExactly(true);
        assertThat(read(MONTH + WALKING).drafts().getFirst().implications())
                .extracting(Passage::item)
                .containsExactly(false);
        assertThat(read(MONTH + "<ul><li>" + WALKING + "<li>" + SITTING + "</ul>")
                        .drafts())
                .hasSize(2)
                .allSatisfy(draft -> assertThat(draft.implications())
                        .extracting(Passage::item)
                        .containsExactly(false));
    }

    @Test
    void readsTheMonthBelowTheTitle() {
        String month = "<p class=date>May 2019</p>";
        assertThat(posts((WALKING + SITTING).replace("</h3>", "</h3>" + month))).containsExactly(walking(), sitting());
    }

    @Test
    void readsTheDayAndTheAuthorOfADateline() {
        Page page = read(WALKING.replace("</h3>", "</h3><p>Submitted by Ida Wegner on Fri, 3 May 2019 - 09:30</p>"));
        assertThat(told(page)).containsExactly(walking());
        assertThat(page.drafts().getFirst().date()).hasToString("2019-05-03");
    }

    @Test
    void readsADatelineAboveTheTitle() {
        String page = "<p>Posted on 3 May 2019</p>" + WALKING + "<p>Posted on 4 April 2019</p>" + SITTING;
        assertThat(posts(page)).containsExactly(walking(), sitting().withMonth("2019-04"));
    }

    @Test
    void takesTheMonthFromTheAddressOrTheTitleOfThePage() {
        assertThat(told(read(WALKING, "http://blog.example/eng/blog_may2019.html")))
                .containsExactly(walking());
        assertThat(told(read(WALKING, "http://blog.example/2019/05/"))).containsExactly(walking());
        assertThat(posts("<title>May 2019 | Paths</title>" + WALKING)).containsExactly(walking());
    }

    @Test
    void refusesAPostWithoutAMonth() {
        Page page = read(WALKING);
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("month-missing");
    }

    @Test
    void takesNothingFromTheColumnsBesideThePosts() {
        String page =
                "<table><tr><td><b>Links</b><br><a href=a>Path Council</a></td><td><table><tr><td>" + MONTH + WALKING
                        + "</td></tr><tr><td>" + SITTING
                        + "</td></tr></table></td><td><b>News</b><p>The next meeting takes place on a hill, and"
                        + " everybody who walks is invited to it.</p><b>Archives</b><ul><li><a href=b>March"
                        + " 2017</a></ul></td></tr></table>";
        assertThat(posts(page)).containsExactly(walking(), sitting());
    }

    @Test
    void takesNothingFromBelowThePosts() {
        String foot =
                "<div class=foot><p>Contact: office@blog.example</p><p>Our office is open in the morning and is closed"
                        + " on days on which it rains or snows.</p><p>© 2019 Path Network</p></div>";
        String boxed = "<div class=post>" + WALKING + "</div><div class=post>" + SITTING + "</div>" + foot;
        assertThat(posts(MONTH + boxed)).containsExactly(walking(), sitting());
        assertThat(posts(MONTH + WALKING + SITTING.substring(0, SITTING.indexOf("<h4>")) + foot))
                .containsExactly(walking(), sitting().withImplications());
    }

    @Test
    void takesNothingFromTheCommentsOnAPost() {
        String comments =
                "<div>2 Comments</div><div>Otto Pfad says:</div><div>I went up that hill last year, and I can tell"
                        + " you that nobody talked at all on the way.</div><div>Leave a Reply</div>";
        String related = "<h4>Related posts</h4><ul><li><a href=x>Standing Still</a></li></ul>";
        assertThat(posts(MONTH + WALKING + comments + related + SITTING + comments))
                .containsExactly(walking(), sitting());
    }

    @Test
    void readsTheTopicsOfAPostButNoFilter() {
        Page page = read("<p>Topics</p><ul><li><a href=a>ALL Topics (clear)</a><li><a href=b>Hills</a></ul>" + MONTH
                + WALKING + "<p>Posted in <a href=b>Hills</a>, <a href=c>Talk</a> | <a href=d>Leave a comment</a></p>"
                + SITTING);
        assertThat(page.drafts().getFirst().labels()).containsExactly("Hills", "Talk");
        assertThat(page.drafts().getLast().labels()).isEmpty();
    }

    @Test
    void readsIntroductionAndBlurbAndMakesNoPostOfThem() {
        String about = "This blog tells walkers and sitters once a month what has been found out about them.";
        String soon = "…I write about stairs, and about the people who would rather have taken the lift.";
        Page page = read("<h1>Blog</h1>" + p(about) + p("<b>This month...</b>") + p(soon) + MONTH + WALKING);
        assertThat(told(page)).containsExactly(walking());
        assertThat(texts(page.introduction())).containsExactly(about);
        assertThat(texts(page.blurb())).containsExactly(soon);
    }

    @Test
    void doesNotReadWhatIsNotShown() {
        String noise = "<script>var a='x';</script><!-- not this --><span style='display: none'>nor this</span><span"
                + " class='sr-only'>or this</span>";
        assertThat(posts(MONTH + WALKING.replace("forty walkers", "forty " + noise + "walkers")))
                .containsExactly(walking());
    }

    @Test
    void readsSpacesAndHyphensAsAReaderSeesThem() {
        String page = (MONTH + WALKING).replace("forty walkers", "for&shy;ty&nbsp;wal&#8203;kers &#32;\t");
        assertThat(posts(page)).containsExactly(walking());
    }

    @Test
    void listsTheLinksOfAPageOnce() {
        Page page = read("<a href='?p=2'>Older</a> <a href='?p=2'>2</a> <a href='mailto:a@b.example'>mail</a>");
        assertThat(page.links())
                .extracting(link -> link.address().toString())
                .containsExactly("https://blog.example/network/blog?p=2");
    }

    @Test
    void theNameOfTheBlogIsNoTitle() {
        String page = "<h1>Blog</h1>" + MONTH + "<p>Ida B. Wegner</p>" + WALKING.substring(WALKING.indexOf("<p>"));
        assertThat(posts(page)).containsExactly(walking().withTitle(""));
    }

    @Test
    void aLinkToTheCommentsUnderATitleDoesNotEndThePost() {
        assertThat(posts(MONTH + WALKING.replace("</h3>", "</h3><p><a href=c>2 Comments</a></p>")))
                .containsExactly(walking());
    }

    @Test
    void aListOfReferencesIsNoPost() {
        Page page = read("<h1>Publications</h1>" + MONTH + p(CITATION) + p(OTHER_CITATION));
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("citation-alone");
    }

    @Test
    void readsACitationThatClosesItsPost() {
        String closing =
                "<h3>Talking Uphill</h3>" + p(BODY) + "<h4>Practice Implications</h4>" + p(ADVICE) + p(CITATION);
        assertThat(posts(MONTH + closing + SITTING)).containsExactly(walking(), sitting());
    }

    @Test
    void anEmptyPageHasNoPosts() {
        assertThat(read("").drafts()).isEmpty();
        assertThat(read("<p>© 2019</p>").notices()).isEmpty();
    }
}
