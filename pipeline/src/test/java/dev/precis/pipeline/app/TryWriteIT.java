package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code precis try --write}: a folder of settings for a blog that has none, from whatever tells of it. */
class TryWriteIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path drafts() {
        return folder.resolve("drafts");
    }

    private SourceProfile written(String id) {
        return new SourceProfiles("test").read(drafts().resolve(id));
    }

    private static List<String> topics(SourceProfile profile) {
        return SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root()).topics().concepts().stream()
                .map(concept -> concept.prefLabel())
                .toList();
    }

    @Test
    void draftsTheSettingsOfAFolderOfPagesThatReadThem() throws IOException {
        OwlBlog blog = OwlBlog.in(folder.resolve("in"));
        for (Path page : List.of(blog.page(), blog.pages().resolve("post-2.html"))) {
            Files.writeString(page, Files.readString(page).replace("What owls conclude", "What this means"));
        }

        assertThat(run("try", blog.pages().toString(), "--write", drafts().toString(), "--format", "json"))
                .as(err.toString())
                .isZero();
        JsonNode first = JSON.readTree(out.toString());
        SourceProfile profile = written("owl-notes");
        assertThat(profile.name()).isEqualTo("Owl Notes");
        assertThat(profile.home()).hasToString("https://owl.example/");
        assertThat(profile.language()).isEqualTo("en-GB");
        assertThat(profile.labels().implications()).containsExactly("What this means");
        assertThat(profile.labels().topics()).containsExactly("Filed away in");
        assertThat(topics(profile)).containsExactly("Walking", "Worry");
        assertThat(first.at("/pages/0/posts/0/implications")).hasSize(1);
        assertThat(first.at("/pages/0/posts/0/topics")).hasSize(2);
        assertThat(Files.readString(drafts().resolve("owl-notes/profile.yaml"))).contains("# Check");

        assertThat(run("try", blog.pages().toString(), "--sources", drafts().toString(), "--format", "json"))
                .isZero();
        assertThat(JSON.readTree(out.toString())).isEqualTo(first);
    }

    @Test
    void writesOverNothing() throws IOException {
        OwlBlog blog = OwlBlog.in(folder.resolve("in"));
        String[] command = {"try", blog.pages().toString(), "--write", drafts().toString(), "--source", "owl"};
        assertThat(run(command)).as(err.toString()).isZero();
        Path profile = drafts().resolve("owl/profile.yaml");
        Files.writeString(profile, Files.readString(profile) + "# mine\n");

        assertThat(run(command)).isEqualTo(2);
        assertThat(err.toString()).contains("there are settings in");
        assertThat(profile).content().endsWith("# mine\n");
        assertThat(run("try", blog.pages().toString(), "--write", drafts().toString(), "--source", "../owl"))
                .isEqualTo(2);
    }

    @Test
    void draftsTheSettingsOfAnRssFeed() {
        Path feed = folder.resolve("feed.xml");
        OwlBlog.write(feed, rss(""));

        assertThat(run("try", feed.toString(), "--write", drafts().toString()))
                .as(err.toString())
                .isZero();
        SourceProfile profile = written("owls-others-in-short");
        assertThat(profile.name()).isEqualTo("Owls & \"others\": in short");
        assertThat(profile.home()).hasToString("https://owl.example/notes");
        assertThat(profile.language()).isEqualTo("en-GB");
        assertThat(topics(profile)).containsExactly("Step \"by\" step\\", "Walking");
    }

    @Test
    void draftsTheSettingsOfAWordPressExport() {
        Path export = folder.resolve("export.xml");
        OwlBlog.write(
                export,
                rss("<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2020-03-14"
                                + " 10:00:00</wp:post_date>")
                        .replace("<rss ", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\" "));

        assertThat(run("try", export.toString(), "--write", drafts().toString(), "--source", "wp"))
                .as(err.toString())
                .isZero();
        assertThat(written("wp").name()).isEqualTo("Owls & \"others\": in short");
        assertThat(topics(written("wp"))).containsExactly("Step \"by\" step\\", "Walking");
    }

    @Test
    void draftsTheSettingsOfAGhostExport() throws IOException {
        Path export = folder.resolve("ghost.json");
        String post = JSON.writeValueAsString(OwlBlog.content(0));
        OwlBlog.write(export, """
            {"db":[{"data":{"posts":[{"id":"1","title":"Walking","slug":"walking","html":%s,"status":"published",
            "type":"post","published_at":"2020-03-14T10:00:00.000Z"}],
            "tags":[{"id":"t","name":"Pathways","slug":"pathways"}],"posts_tags":[{"post_id":"1","tag_id":"t"}],
            "settings":[{"key":"title","value":"Ghostly Owls"},{"key":"lang","value":"fr"}]}}]}
            """.formatted(post));

        assertThat(run("try", export.toString(), "--write", drafts().toString()))
                .as(err.toString())
                .isZero();
        assertThat(written("ghostly-owls").language()).isEqualTo("fr");
        assertThat(topics(written("ghostly-owls"))).containsExactly("Pathways");
    }

    @Test
    void writesNothingWhereNothingTellsOfABlog() {
        Path empty = folder.resolve("empty.html");
        OwlBlog.write(empty, "");

        assertThat(run("try", empty.toString(), "--write", drafts().toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is written");
        assertThat(drafts()).doesNotExist();
    }

    private static String rss(String more) {
        List<String> items = new ArrayList<>();
        for (int post = 0; post < 2; post++) {
            items.add("""
                <item><title>Post %d</title><link>https://owl.example/notes/%d</link>
                <pubDate>Sat, 14 Mar 2020 10:00:00 +0000</pubDate>%s
                <category domain="category" nicename="w">Walking</category>
                <category domain="category" nicename="s">Step "by" step\\</category>
                <content:encoded><![CDATA[%s]]></content:encoded></item>
                """.formatted(post, post, more, OwlBlog.content(post)));
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <image><title>A picture</title><link>https://pictures.example/</link></image>
            <title>Owls &amp; "others": in short</title><link>https://owl.example/notes</link>
            <language>en-gb</language>%s</channel></rss>
            """.formatted(String.join("", items));
    }
}
