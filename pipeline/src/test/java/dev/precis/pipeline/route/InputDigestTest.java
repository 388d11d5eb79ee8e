package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputDigestTest {
    private static final Draft POST = post("Title", "Body.", "cat_2=11", "cat_1=24");
    private static final SourceProfile PROFILE = Sources.profile("pprnet");

    private final InputDigest digests = new InputDigest(PROFILE, "1");

    @Test
    void staysTheSameWhereverAndWheneverThePostWasRead() {
        Draft.Origin elsewhere = new Draft.Origin(
                "pprnet",
                URI.create("https://blog.example/?p=7"),
                "1".repeat(64),
                Optional.of(Instant.parse("2030-01-01T00:00:00Z")));
        Draft moved = new Draft(
                elsewhere,
                new Passage("Title", 700),
                POST.date(),
                POST.citations(),
                POST.preamble(),
                List.of(new Passage("Body.", 800)),
                POST.implications(),
                List.of("cat_1=24", "cat_2=11"),
                POST.author(),
                POST.notices());

        assertThat(digests.of(moved)).isEqualTo(digests.of(POST)).matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithEachPartOfThePost() {
        Passage none = Passage.NONE;
        assertThat(List.of(
                        digests.of(POST),
                        digests.of(post("Title", "Body", "cat_2=11", "cat_1=24")),
                        digests.of(post("Title.", "Body.", "cat_2=11", "cat_1=24")),
                        digests.of(post("Title", "Body.", "cat_2=11")),
                        digests.of(POST.withAuthor("Ann Author")),
                        digests.of(with(
                                POST.date(),
                                POST.citations(),
                                POST.preamble(),
                                POST.body(),
                                POST.implications().stream()
                                        .map(Passage::asItem)
                                        .toList())),
                        digests.of(with(POST.date(), POST.citations(), List.of(), POST.body(), List.of())),
                        digests.of(with(POST.date(), List.of(), List.of(), POST.body(), POST.implications())),
                        digests.of(with(POST.date(), POST.citations(), POST.body(), List.of(), POST.implications())),
                        digests.of(with(POST.date(), POST.citations(), List.of(), List.of(none), List.of(none))),
                        digests.of(with(
                                PublicationDate.of(YearMonth.of(2021, 6)),
                                POST.citations(),
                                List.of(),
                                POST.body(),
                                POST.implications()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsWhereAParagraphEnds() {
        Draft one = with(POST.date(), List.of(), List.of(), List.of(Passage.of("ab")), List.of());
        Draft two = with(POST.date(), List.of(), List.of(), List.of(Passage.of("a"), Passage.of("b")), List.of());
        assertThat(digests.of(one)).isNotEqualTo(digests.of(two));
    }

    @Test
    void changesWithTheVersionAndTheSourcesSettings(@TempDir Path folder) throws IOException {
        for (String file : List.of("profile.yaml", "topics.ttl", "topic-words.tsv")) {
            Files.copy(PROFILE.folder().resolve(file), folder.resolve(file));
        }
        SourceProfile copy = new SourceProfiles("test").read(folder);
        String before = new InputDigest(copy, "1").of(POST);
        Files.writeString(folder.resolve("topics.ttl"), "# one more line\n", StandardOpenOption.APPEND);
        String after = new InputDigest(copy, "1").of(POST);

        Files.writeString(folder.resolve("topic-words.tsv"), "cat_2=11\tmanual\t0.9\n");
        String taught = new InputDigest(copy, "1").of(POST);

        assertThat(List.of(before, after, taught)).doesNotHaveDuplicates();
        assertThat(before).isEqualTo(digests.of(POST));
        assertThat(new InputDigest(PROFILE, "2").of(POST)).isNotEqualTo(before);
    }

    /** Nothing is made of how a blog is crawled, asked about and served, nor of where a key stands. */
    @Test
    void staysTheSameWithSettingsThatNoGraphIsMadeBy(@TempDir Path folder) throws IOException {
        String before = digest(folder, "");

        assertThat(List.of(
                        digest(folder, "redirects: {/old/: topic/alliance}\n"),
                        digest(folder, "letter: {from: news@example.org}\n"),
                        digest(folder, "colours: {link: \"#7a1f5c\"}\n"),
                        digest(folder, "look: {footer: No advice.}\n"),
                        digest(folder, "crawl: {schedule: 0 3 * * *, delay: 1s}\n"),
                        digest(folder, "resolver: {delay: 1s}\n"),
                        digest(folder, "# a word to whoever reads it\n\ndescription:\n")))
                .containsOnly(before);
        assertThat(List.of(
                        before,
                        digest(folder, "labels: {blurb: [News]}\n"),
                        digest(folder, "labels: {blurb: [News, Today]}\n"),
                        digest(folder, "labels: {blurb: [\"News, Today\"]}\n"),
                        digest(folder, "author: Ann Author\n"),
                        digest(folder, "pictures: {most: 1}\n"),
                        digest(folder, "people: {same: [\"A, B. = A, Bea\"]}\n")))
                .doesNotHaveDuplicates();
    }

    private static String digest(Path folder, String more) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
            name: Sleep Letter
            home: https://sleep.example/letter/
            publisher: Sleep Society
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + more);
        return new InputDigest(new SourceProfiles("test").read(folder), "1").of(POST);
    }

    private static Draft with(
            PublicationDate date,
            List<Passage> citations,
            List<Passage> preamble,
            List<Passage> body,
            List<Passage> implications) {
        return new Draft(
                POST.origin(),
                POST.title(),
                date,
                citations,
                preamble,
                body,
                implications,
                POST.labels(),
                POST.author(),
                POST.notices());
    }
}
