package dev.precis.pipeline.extract;

import static dev.precis.pipeline.extract.Blog.ADVICE;
import static dev.precis.pipeline.extract.Blog.BODY;
import static dev.precis.pipeline.extract.Blog.CITATION;
import static dev.precis.pipeline.extract.Blog.OTHER_BODY;
import static dev.precis.pipeline.extract.Blog.OTHER_CITATION;
import static dev.precis.pipeline.extract.Blog.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Witness;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blogs that cite other works where most cite the study: the profile can say where it stands. */
class CitationPlaceTest {
    private static final String HEAD =
            "<title>Talking Uphill | Paths</title><main><article><h1>Talking Uphill</h1><p>3 May 2019</p>";
    private static final String TEXT = p(BODY) + p(OTHER_BODY);
    private static final String IMPLICATIONS = "<h2>Practice implications</h2>" + p(ADVICE);

    /** It opens with what it answers, and ends with the study. */
    private static final String ANSWER = HEAD + p(OTHER_CITATION) + TEXT + IMPLICATIONS + p(CITATION);
    /** The study and a companion stand under the title. */
    private static final String COMPANION = HEAD + p(CITATION) + p(OTHER_CITATION) + TEXT + IMPLICATIONS;
    /** A list of references begins with the study, and the text names nobody. */
    private static final String LIST =
            HEAD + TEXT + IMPLICATIONS + "<h2>References</h2>" + p(CITATION) + p(OTHER_CITATION);
    /** It opens with a classic; what the study is, a label says, or it has none. */
    private static final String CLASSIC = HEAD + p(OTHER_CITATION) + TEXT + IMPLICATIONS;

    @TempDir
    private Path folder;

    private static String p(String text) {
        return "<p>" + text.replace("&", "&amp;") + "</p>";
    }

    private Page read(String place, String page) {
        return reader(place)
                .read(new Capture(
                        URI.create("https://paths.example/post"),
                        "text/html",
                        (page + "</article></main>").getBytes(StandardCharsets.UTF_8)));
    }

    private Draft post(String place, String page) {
        Page read = read(place, page);
        assertThat(read.drafts()).hasSize(1);
        return read.drafts().getFirst();
    }

    private PageReader reader(String place) {
        try {
            Files.writeString(folder.resolve("profile.yaml"), """
                name: Paths
                home: https://paths.example/
                publisher: Us
                licence: https://creativecommons.org/licenses/by/4.0/
                citation-place: %s
                """.formatted(place));
            return new PageReader(new SourceProfiles("test").read(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLastIsTheStudyOfABlogThatOpensWithWhatItAnswers() {
        assertThat(texts(post("any", ANSWER).citations())).containsExactly(OTHER_CITATION);

        Draft draft = post("last", ANSWER);
        assertThat(texts(draft.citations())).containsExactly(CITATION);
        assertThat(texts(draft.references())).containsExactly(OTHER_CITATION);
        assertThat(draft.witnesses())
                .contains(new Witness("citation", CITATION, "last of the post, as the profile says (citation-place)"));
    }

    @Test
    void theFirstIsTheStudyOfABlogThatCitesCompanionsBesideIt() {
        assertThat(texts(post("any", COMPANION).citations())).containsExactly(CITATION, OTHER_CITATION);

        Draft draft = post("first", COMPANION);
        assertThat(texts(draft.citations())).containsExactly(CITATION);
        assertThat(texts(draft.references())).containsExactly(OTHER_CITATION);
    }

    @Test
    void theFirstOfAListIsTheStudyThoughTheTextNamesNobody() {
        assertThat(post("any", LIST).notices()).extracting(Notice::code).containsExactly("study-doubtful");

        Draft draft = post("first", LIST);
        assertThat(texts(draft.citations())).containsExactly(CITATION);
        assertThat(draft.notices()).isEmpty();
    }

    @Test
    void aBareCitationIsNoStudyWhereThatHasALabel() {
        assertThat(texts(post("any", CLASSIC).citations())).containsExactly(OTHER_CITATION);

        Draft without = post("labelled", CLASSIC);
        assertThat(without.citations()).isEmpty();
        assertThat(texts(without.references())).containsExactly(OTHER_CITATION);
        assertThat(without.notices()).extracting(Notice::code).containsExactly("citation-missing");
    }

    @Test
    void aPostWithNeitherALabelledStudyNorImplicationsIsNoSummary() {
        Page page = read("labelled", HEAD + p(OTHER_CITATION) + TEXT);
        assertThat(page.drafts()).isEmpty();
        assertThat(page.notices()).extracting(Notice::code).containsExactly("no-summary");
    }

    @Test
    void aLabelIsBelievedWhateverTheProfileSays() {
        String labelled = CLASSIC + "<h2>Primary paper</h2>" + p(CITATION) + "<h2>Other references</h2>"
                + p("Zeisig, A. (2011). Standing and waiting. Review of Benches, 2, 1-9.");
        for (String place : new String[] {"any", "first", "last", "labelled"}) {
            Draft draft = post(place, labelled);
            assertThat(texts(draft.citations())).as(place).containsExactly(CITATION);
            assertThat(draft.references()).as(place).hasSize(2);
        }
    }

    @Test
    void anotherPlaceIsRefusedWithItsLine() {
        assertThatThrownBy(() -> reader("middle"))
                .hasMessageContaining("citation-place")
                .hasMessageContaining("first, last, labelled or any");
    }
}
