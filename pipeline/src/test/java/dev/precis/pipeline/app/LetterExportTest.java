package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A month as an e-mail, read back. */
@Timeout(120)
class LetterExportTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void ingest() {
        Cli.write(folder.resolve("sources/letter/profile.yaml"), """
            name: Psychothérapie & Practice
            home: https://blog.example/
            publisher: A Network
            licence: https://creativecommons.org/licenses/by/4.0/
            base: https://precis.example/
            path: ""
            letter:
              from: news@blog.example
              subject: "{blog} – {month}"
            """);
        Outcome ingest = Cli.run(
                "ingest",
                "--store",
                folder.resolve("store"),
                "--sources",
                folder.resolve("sources"),
                Cli.summary(folder, "Listening"),
                Cli.summary(folder, "Déjà Vu"));
        assertThat(ingest.code()).as(ingest.err()).isZero();
    }

    @Test
    void aMonthIsAMessageWithTextAndHtmlOfAllThatItsSummariesSay() throws Exception {
        Path file = folder.resolve("out/january.eml");
        Outcome export = export("2022-01", file);
        assertThat(export.code()).as(export.err()).isZero();
        MimeMessage message = read(file);

        assertThat(message.getSubject()).isEqualTo("Psychothérapie & Practice – January 2022");
        assertThat(message.getFrom())
                .containsExactly(new InternetAddress("news@blog.example", "Psychothérapie & Practice", "UTF-8"));
        assertThat(message.getSentDate()).isNotNull();
        assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@precis\\.example>");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains(
                        "Déjà Vu",
                        "A text on Déjà Vu and on nothing else.",
                        "Practice implications",
                        "Keep Déjà Vu where it is.",
                        "Doe, J. (2020). What is kept of Listening.",
                        "Read online: https://precis.example/summary/2022-01/listening");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        Document html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
        assertThat(html.select("h2").eachText()).containsExactlyInAnyOrder("Listening", "Déjà Vu");
        assertThat(html.text()).contains("A text on Listening and on nothing else.", "Keep Listening where it is.");
        assertThat(html.select("a").eachAttr("href"))
                .contains("https://precis.example/summary/2022-01/listening")
                .allMatch(address -> address.matches("https?://.*"));
        assertThat(html.select("script, link, style, img, [class]")).isEmpty();
    }

    @Test
    void everyLineIsOneThatMailMayHave() throws IOException {
        Path file = folder.resolve("lines.eml");
        export("2022-01", file);
        String raw = Files.readString(file);

        assertThat(raw.chars()).allMatch(c -> c < 0x80);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void theSameStoreMakesTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Outcome export = export("2022-01", one);
        assertThat(export.out()).contains("letter-2022-01.eml");
        export("2022-01", two);

        assertThat(two.resolve("letter-2022-01.eml")).hasSameBinaryContentAs(one.resolve("letter-2022-01.eml"));
    }

    @Test
    void aMonthWithoutSummariesIsNoMessage() {
        Path none = folder.resolve("none.eml");
        Outcome export = export("2022-02", none);

        assertThat(export.code()).isEqualTo(1);
        assertThat(export.err()).contains("nothing is published of 2022-02");
        assertThat(none).doesNotExist();
    }

    @Test
    void whatIsMissingIsToldAsUsage() {
        assertThat(Cli.run("export", "--format", "email", "--store", folder.resolve("store"))
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("export", "--format", "turtle", "--issue", "2022-01", "--store", folder.resolve("store"))
                        .code())
                .isEqualTo(2);
        Outcome unknown = export("2022-01", folder.resolve("x.eml"), "--source", "other");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("expected one of letter");
    }

    private static Outcome export(String month, Path target, Object... more) {
        return Cli.run(Stream.concat(
                        Stream.of(
                                "export",
                                "--format",
                                "email",
                                "--issue",
                                month,
                                "--store",
                                folder.resolve("store"),
                                "--sources",
                                folder.resolve("sources"),
                                target),
                        Stream.of(more))
                .toArray());
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
