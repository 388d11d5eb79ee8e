package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blog whose list shows excerpts of posts that have pages of their own, which sometimes do not answer. */
class FailedPagesIT {
    private static final String POST = "/2015/02/04/cohesion/";
    private static final String BEGINNING = "The study asked two hundred groups how close their members felt, and went"
            + " on asking for a year, which few studies of groups have done";
    private static final String CITATION =
            "<p>Author, A. B., &amp; Other, C. (2014). Cohesion in groups. <em>Journal of"
                    + " Examples, 12</em>, 34-56.</p>";

    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();
    private SourceProfile profile;

    @BeforeEach
    void publish() throws IOException {
        Path source = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0}
            """.formatted(site.address("/blog/")));
        profile = new SourceProfiles("test").read(source);
        list(BEGINNING + " [...]");
        site.at(
                POST,
                html("<article><h1>Cohesion in Groups</h1><p>February 2015</p>" + CITATION + "<p>" + BEGINNING
                        + ". At the end those who felt close had fewer symptoms, r = .34.</p><h4>Practice"
                        + " Implications</h4><p>Therapists may ask members how close they feel.</p></article>"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theTextOfThePostIsPublishedAndNotTheExcerptOfTheList() {
        try (GraphArchive archive = open()) {
            Tally tally = crawl(archive);
            assertThat(tally.of(Novelty.NEW)).isEqualTo(1);
            assertThat(export(archive)).contains("fewer symptoms").doesNotContain("[...]");
            assertThat(tally.notices()).extracting(Notice::code).doesNotContain("excerpt-only");
        }
    }

    @Test
    void aPostWhosePageFailsStaysAsItIsStored() {
        try (GraphArchive archive = open()) {
            crawl(archive);
            String before = export(archive);
            site.at(POST, LegacySite.text(503, "text/html", "later"));
            Tally tally = crawl(archive);

            assertThat(tally.notices()).extracting(Notice::code).contains("unreachable");
            assertThat(tally.of(Novelty.CHANGED)).isZero();
            assertThat(export(archive)).isEqualTo(before);
        }
    }

    @Test
    void anExcerptThatLooksWholeChangesNothingWhileThePageFails() {
        try (GraphArchive archive = open()) {
            crawl(archive);
            String before = export(archive);
            list(BEGINNING + ".");
            site.at(POST, LegacySite.text(503, "text/html", "later"));
            crawl(archive);
            assertThat(export(archive)).isEqualTo(before);
        }
    }

    @Test
    void noExcerptReplacesATextThoughThePageIsGoneForGood() {
        try (GraphArchive archive = open()) {
            crawl(archive);
            String before = export(archive);
            site.at(POST, LegacySite.text(410, "text/html", "gone"));
            crawl(archive);
            assertThat(export(archive)).isEqualTo(before);
        }
    }

    @Test
    void anExcerptAloneIsPublishedWithANotice() {
        site.at(POST, LegacySite.text(503, "text/html", "later"));
        try (GraphArchive archive = open()) {
            Tally tally = crawl(archive);
            assertThat(tally.of(Novelty.NEW)).isEqualTo(1);
            assertThat(tally.notices()).extracting(Notice::code).contains("excerpt-only");
            assertThat(export(archive)).contains("excerpt-only");
        }
    }

    @Test
    void aTextThatMayBeAnExcerptIsPublishedWithANotice() {
        list(BEGINNING + ".");
        site.at(POST, LegacySite.text(503, "text/html", "later"));
        try (GraphArchive archive = open()) {
            assertThat(crawl(archive).notices()).extracting(Notice::code).contains("excerpt-only");
        }
    }

    private void list(String excerpt) {
        site.at(
                "/blog/",
                html("<article><h2><a href=\"" + POST + "\">Cohesion in Groups</a></h2><p>February 2015</p>" + CITATION
                        + "<p>" + excerpt + "</p></article>"));
    }

    private static com.sun.net.httpserver.HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<html><body>" + text + "</body></html>");
    }

    private GraphArchive open() {
        return GraphArchive.open(folder.resolve("store"));
    }

    /** With a commit after every page, so that what is yet to come counts. */
    private Tally crawl(GraphArchive archive) {
        Progress quiet = new Progress(new PrintWriter(new StringWriter()), false);
        return new Reading(archive, true, quiet, Duration.ZERO)
                .read(Map.of(profile, List.of(new Inputs.Input.Address(site.address("/blog/")))));
    }

    private static String export(GraphArchive archive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(archive, "", Ontology.context()).write(Export.Format.NQUADS, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
