package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of a site that is switched off lead to what took its place. */
@Timeout(300)
class OldSiteIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void ingestAndServe() {
        Cli.write(folder.resolve("sources/pprnet/profile.yaml"), """
            name: A Blog
            home: https://blog.example/
            aliases: [https://older.example/]
            publisher: A Network
            licence: https://creativecommons.org/licenses/by/4.0/
            path: ""
            redirects:
              "/blog?cat_2=11&p=2": statistics
              "/2022/01/": issue/2022-01
              "/index.php": "."
              "/posts/*.html": https://older.example/?p=*
              "/month/*/": issue/*
              "/nothing": topic/that-is-not-there
            """);
        Path feed = Cli.write(folder.resolve("feed.xml"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>A Blog</title><link>https://blog.example/</link><description>All</description>
            %s%s</channel></rss>
            """.formatted(
                        item("Listening", "https://blog.example/archives/listening/"),
                        item("Ruptures", "https://older.example/?p=34")));
        Outcome ingest = Cli.run(
                "ingest", "--store", store(), "--sources", folder.resolve("sources"), "--source", "pprnet", feed);
        assertThat(ingest.code()).as(ingest.err() + ingest.out()).isZero();
        served = new Served(store(), folder.resolve("drop"), folder.resolve("sources"), "pprnet");
    }

    private static String item(String title, String link) {
        return """
            <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid>
            <pubDate>Fri, 14 Jan 2022 10:00:00 +0000</pubDate>
            <content:encoded><![CDATA[<p>Doe, J. (2020). What is kept of %s. Psychotherapy, 12, 34-56.</p>
            <p>A text on %s and on nothing else, which is long enough to be one of a summary.</p>
            <h3>Practice Implications</h3><p>Keep %s where it is.</p>]]></content:encoded></item>
            """.formatted(title, link, title, title, title, title);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "blog?cat_2=11&p=2, statistics",
        "blog/?p=2&cat_2=11&utm_source=letter, statistics",
        "2022/01/, issue/2022-01",
        "2022/01, issue/2022-01",
        "month/2022-01/, issue/2022-01",
        "index.php, ''",
        "posts/34.html, summary/2022-01/ruptures",
        "?p=34, summary/2022-01/ruptures",
        "archives/listening/, summary/2022-01/listening",
        "archives/listening, summary/2022-01/listening",
    })
    void anOldAddressLeadsToItsPlaceForGood(String old, String place) throws Exception {
        for (String method : new String[] {"GET", "HEAD"}) {
            HttpResponse<String> answer = ask(method, old);
            assertThat(answer.statusCode()).as(method + " " + old).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).contains(Served.ROOT + place);
        }
        assertThat(ask("GET", old + (old.contains("?") ? "&" : "?") + "fbclid=1")
                        .statusCode())
                .isEqualTo(301);
        assertThat(ask("GET", place).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blog/2021",
                "archives/other/",
                "posts/35.html",
                "posts/a/34.html",
                "month/1999-01/",
                "nothing",
                "2022/02/"
            })
    void anUnknownOneIsNotFound(String old) throws Exception {
        assertThat(ask("GET", old).statusCode()).isEqualTo(404);
    }

    @Test
    void aSiteOfFilesTellsItsHost() throws IOException {
        Path site = folder.resolve("site");
        Outcome export = Cli.run(
                "export",
                "--format",
                "site",
                "--store",
                store(),
                "--sources",
                folder.resolve("sources"),
                "--base-uri",
                "https://blog.example/",
                site);
        assertThat(export.code()).as(export.err()).isZero();

        assertThat(Files.readString(site.resolve("_redirects")))
                .contains(
                        "/2022/01 /issue/2022-01 301!\n",
                        "/posts/34.html /summary/2022-01/ruptures 301!\n",
                        "/month/2022-01 /issue/2022-01 301!\n",
                        "/archives/listening /summary/2022-01/listening 301!\n",
                        "/index.php / 301!\n")
                .doesNotContain("cat_2", "/nothing");
        for (String file : new String[] {"posts/34.html", "archives/listening/index.html"}) {
            assertThat(Files.readString(site.resolve(file))).contains("url=/summary/2022-01/");
        }
        assertThat(Files.readString(site.resolve(".htaccess"))).contains("RedirectMatch 301 \"^/2022/01/?$\"", """
            RewriteEngine on
            RewriteCond %{QUERY_STRING} "(?:^|&)p=34(?:&|$)"
            RewriteCond %{QUERY_STRING} "^[^&]+(?:&[^&]+){0}$"
            RewriteRule "^/?$" "/summary/2022-01/ruptures" [R=301,L,QSD,NE]
            RewriteCond %{QUERY_STRING} "(?:^|&)cat_2=11(?:&|$)"
            RewriteCond %{QUERY_STRING} "(?:^|&)p=2(?:&|$)"
            RewriteCond %{QUERY_STRING} "^[^&]+(?:&[^&]+){1}$"
            RewriteRule "^blog/?$" "/statistics" [R=301,L,QSD,NE]
            """);
    }

    private static Path store() {
        return folder.resolve("store");
    }

    private static HttpResponse<String> ask(String method, String place) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + served.port() + "/" + place);
        return CLIENT.send(
                HttpRequest.newBuilder(address)
                        .method(method, BodyPublishers.noBody())
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }
}
