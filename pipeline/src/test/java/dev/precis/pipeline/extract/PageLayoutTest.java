package dev.precis.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Layout;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.InvalidSelectorException;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile says that pages show, where the pages themselves leave it open. */
class PageLayoutTest {
    private static final String TWO = post("Talking Uphill", Blog.CITATION, Blog.BODY, Blog.ADVICE)
            + post("A Bench by the River", Blog.OTHER_CITATION, Blog.OTHER_BODY, Blog.OTHER_ADVICE);
    private static final String ONE = "<h1>Talking Uphill</h1><p>3 May 2019</p><p>" + Blog.CITATION
            + "</p><h2>Who walks along</h2><p>" + Blog.BODY + "</p><h2>Who stays</h2><p>" + Blog.OTHER_BODY
            + "</p><h2>Practice Implications</h2><p>" + Blog.ADVICE + "</p>";

    @TempDir
    private Path folder;

    private static String post(String title, String citation, String body, String advice) {
        return "<h3>" + title + "</h3><p>3 May 2019</p><p>" + citation + "</p><p>" + body
                + "</p><h4>Practice Implications</h4><p>" + advice + "</p>";
    }

    private Page read(Layout layout, String body) throws IOException {
        return read("layout: " + layout.name().toLowerCase(Locale.ROOT), body);
    }

    private Page read(String settings, String body) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
            name: Paths and Benches
            home: https://blog.example/
            publisher: Path Network
            licence: https://licence.example/
            %s
            """.formatted(settings));
        SourceProfile profile = new SourceProfiles("test").read(folder);
        String html = "<html><head><title>Paths and Benches</title></head><body>" + body + "</body></html>";
        return new HtmlExtractor(profile)
                .extract(new Capture(
                        URI.create("https://blog.example/may"),
                        Instant.EPOCH,
                        "text/html",
                        html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aListIsCutUnlessTheSourceHasNone() throws IOException {
        assertThat(read(Layout.EITHER, TWO).drafts()).hasSize(2);
        assertThat(read(Layout.LIST, TWO).drafts()).hasSize(2);

        Page followed = read(Layout.POST, TWO);
        assertThat(followed.drafts()).isEmpty();
        assertThat(followed.kind()).isEqualTo(Page.Kind.OTHER);
        assertThat(followed.leftover()).isNotEmpty();
    }

    @Test
    void whatIsSaidToBeOnePostIsOne() throws IOException {
        Page page = read(Layout.POST, ONE);
        assertThat(page.kind()).isEqualTo(Page.Kind.POST);
        assertThat(page.drafts())
                .singleElement()
                .extracting(Draft::title)
                .extracting(title -> title.text())
                .isEqualTo("Talking Uphill");
        assertThat(page.drafts().getFirst().body()).hasSize(4);
    }

    @Test
    void selectorsTellWhatMarkUpDoesNot() throws IOException {
        String page = "<div class=kop>Talking Uphill</div><div class=x>A box about hats</div><div class=entry><p>"
                + Blog.CITATION + "</p><p>" + Blog.BODY + "</p><p class=ad>Buy hats now, they are cheap.</p>"
                + "<h4>Practice Implications</h4><p>" + Blog.ADVICE + "</p></div><div class=door>Ida Wegner</div>"
                + "<span class=datum datetime=2019-05-03>Friday</span><p>A long paragraph that is about hats and about"
                + " nothing else, and so is no text of the post that stands above it, though it looks like one.</p>";
        Page read = read("selectors: {post: div.entry, title: .kop, date: .datum, author: .door, skip: .ad}", page);
        assertThat(read.kind()).isEqualTo(Page.Kind.POST);
        assertThat(read.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.title().text()).isEqualTo("Talking Uphill");
            assertThat(draft.date()).hasToString("2019-05-03");
            assertThat(draft.author()).isEqualTo("Ida Wegner");
            assertThat(draft.body()).extracting(passage -> passage.text()).containsExactly(Blog.BODY);
            assertThat(draft.implications())
                    .extracting(passage -> passage.text())
                    .containsExactly(Blog.ADVICE);
        });
        assertThat(read.text()).doesNotContain("hats");
    }

    @Test
    void aSelectorThatIsNoneIsNamed() {
        assertThatThrownBy(() -> read("selectors: {title: 'h1['}", ONE))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessageContaining("field 'selectors.title': expected a selector of CSS");
    }
}
