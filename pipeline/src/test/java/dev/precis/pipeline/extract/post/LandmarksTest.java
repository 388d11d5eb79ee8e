package dev.precis.pipeline.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.extract.Blog;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import dev.precis.pipeline.extract.date.MonthHeading;
import dev.precis.pipeline.extract.post.Mark.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {
    private static List<Mark> marks(String html) {
        Landmarks landmarks = new Landmarks(
                Blog.profile(), new MonthHeading(Blog.profile().labels().dates(), Locale.ENGLISH));
        return MonthLines.sort(
                landmarks.each(HtmlBlocks.read(html, URI.create(Blog.ADDRESS)).blocks()));
    }

    private static List<Kind> kinds(String html) {
        return marks(html).stream().map(Mark::kind).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "© 2019 Path Network",
                "All rights with their owners. All rights reserved.",
                "Ida B. Wegner, Ph.D.",
                "Leave a comment",
                "Contact: office@blog.example",
                "Tel. 613 555 0100",
                "« Older posts",
                "1 2 3 »",
                "* * *",
                "<a href=a>Print</a> | <a href=b>E-mail</a>"
            })
    void passesOver(String line) {
        assertThat(kinds("<p>" + line)).containsExactly(Kind.NOISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2 Comments", "No comments:", "Leave a Reply", "Related posts", "Archives", "You may also like"})
    void knowsWhatIsNoPost(String heading) {
        assertThat(kinds("<p>" + heading)).containsExactly(Kind.AFTER_POST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posted on 3 May 2019 by Ida Wegner",
                "By Ida Wegner, May 3, 2019",
                "Posted by Ida Wegner at 9:00 AM",
                "Last updated: May 2019"
            })
    void knowsADateline(String line) {
        assertThat(kinds("<p>" + line)).containsExactly(Kind.DATELINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Comments on a Path Not Taken",
                "On Walking",
                "Posted Signs and the People Who Read Them",
                "By the River",
                "Practice Makes Perfect",
                "News From the Bench"
            })
    void leavesATitleAText(String title) {
        assertThat(kinds("<p>" + title)).containsExactly(Kind.TEXT);
    }

    @Test
    void cutsALabelFromWhatFollowsIt() {
        List<Mark> marks = marks("<p><b>Practice Implications</b> Wait at the top.");
        assertThat(marks).extracting(Mark::kind).containsExactly(Kind.IMPLICATIONS, Kind.TEXT);
        assertThat(marks.getLast().block().text()).isEqualTo("Wait at the top.");
    }

    @Test
    void leavesTheWordsOfALabelInsideASentence() {
        assertThat(kinds("<p>The authors discuss practice implications: they are few. Practice implications abound."))
                .containsExactly(Kind.TEXT);
    }

    @Test
    void monthsInAnArchiveHeadNothing() {
        assertThat(kinds("<ul><li><a href=a>May 2019</a><li><a href=b>April 2019</a></ul><h2>March 2019</h2>"))
                .containsExactly(Kind.NOISE, Kind.NOISE, Kind.MONTH);
    }

    @Test
    void aMonthUnderATitleIsADateline() {
        assertThat(kinds("<h3>Talking Uphill</h3><p>May 2019</p><p>" + Blog.CITATION))
                .containsExactly(Kind.TEXT, Kind.DATELINE, Kind.CITATION);
    }
}
