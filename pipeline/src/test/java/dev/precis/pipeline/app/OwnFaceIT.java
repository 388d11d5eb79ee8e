package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a blog looks like, from its profile to the files of an exported site. */
@Timeout(300)
class OwnFaceIT {
    private static final String PROFILE = """
        name: Un blog
        language: fr
        home: https://blog.example/
        publisher: A Network
        licence: https://creativecommons.org/licenses/by/4.0/
        path: ""
        """;

    @TempDir
    private Path folder;

    @Test
    void aChangeOfItHasNothingReadAgainAndAnExportShowsIt() throws IOException {
        profile("");
        Path summary = Cli.summary(folder, "Listening");
        assertThat(run("ingest", "--source", "blog", summary).out()).contains("1 new");
        byte[] manifest = Files.readAllBytes(folder.resolve("store/manifest.jsonl"));
        SortedMap<String, String> plain = exported();
        assertThat(plain.keySet()).noneMatch(path -> path.matches("(look|about|legal)/.*"));

        Files.write(
                folder.resolve("sources/blog/logo.png"),
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5"
                                    + "ErkJggg=="));
        Cli.write(folder.resolve("sources/blog/about.md"), "Nous lisons.");
        Cli.write(folder.resolve("sources/blog/legal.md"), "# Qui répond\n\nLe réseau.");
        profile("""
            look: {logo: logo.png, about: about.md, legal: legal.md, footer: Aucun conseil médical.}
            colours: {link: ["#7a1f5c", "#f2a7d8"]}
            redirects: {"/old": topic}
            """);
        assertThat(run("ingest", "--source", "blog", summary).out()).contains("0 new, 1 unchanged, 0 changed");
        assertThat(Files.readAllBytes(folder.resolve("store/manifest.jsonl"))).isEqualTo(manifest);

        SortedMap<String, String> site = exported();
        assertThat(site.keySet()).filteredOn(path -> path.startsWith("look/")).hasSize(2);
        assertThat(site).containsKeys("about/index.html", "legal/index.html");
        String page = Files.readString(folder.resolve("site/about/index.html"));
        assertThat(page)
                .contains("<h1>À propos</h1>", "<p>Nous lisons.</p>", "Aucun conseil médical.", ">Qui répond</a>");
        assertThat(site.get("sitemap.xml")).contains("<loc>https://blog.example/legal</loc>");

        profile("");
        assertThat(exported()).isEqualTo(plain);
    }

    @Test
    void aColourThatCannotBeReadIsRefusedBeforeAnythingIsDone() {
        profile("colours: {link: \"#dddddd\"}\n");
        Outcome refused = run("export", "--format", "site", folder.resolve("site"));

        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).contains("field 'colours.link': ", "expected at least 4.5 : 1");
    }

    private SortedMap<String, String> exported() {
        Outcome export = run("export", "--format", "site", "--base-uri", "https://blog.example/", site());
        assertThat(export.code()).as(export.err()).isZero();
        return Cli.files(site());
    }

    private Path site() {
        return folder.resolve("site");
    }

    private void profile(String more) {
        Cli.write(folder.resolve("sources/blog/profile.yaml"), PROFILE + more);
        Cli.write(folder.resolve("sources/blog/topics.ttl"), "");
    }

    private Outcome run(String command, Object... arguments) {
        Object[] all = new Object[arguments.length + 5];
        System.arraycopy(
                new Object[] {command, "--store", folder.resolve("store"), "--sources", folder.resolve("sources")},
                0,
                all,
                0,
                5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Cli.run(all);
    }
}
