package dev.precis.pipeline.app;

import static dev.precis.pipeline.app.Cli.files;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The whole site as files behind a server that knows nothing but files. */
@Timeout(300)
@TestMethodOrder(OrderAnnotation.class)
class ExportedSiteIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static HttpServer server;
    private static String base = "";

    @BeforeAll
    static void exportAndServe() throws IOException {
        Outcome ingest = Cli.run(
                "ingest",
                "--store",
                store(),
                "--sources",
                Sources.FOLDER,
                Cli.summary(folder, "Listening"),
                Cli.summary(folder, "Ruptures Repaired"),
                Cli.summary(folder, "Silence"));
        assertThat(ingest.code()).as(ingest.err()).isZero();
        Files.createDirectories(site());
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                site().toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        base = "http://localhost:" + server.getAddress().getPort() + "/";
        Outcome export = export();
        assertThat(export.code()).as(export.err()).isZero();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    @Order(1)
    void everyLinkOfEveryPageLeadsToAFile() throws Exception {
        SortedMap<String, String> targets = new TreeMap<>();
        for (Map.Entry<String, String> file : files(site()).entrySet()) {
            if (file.getKey().endsWith(".html")) {
                for (Element link :
                        Jsoup.parse(file.getValue(), base + file.getKey()).select("[href], [src]")) {
                    String address =
                            link.absUrl(link.hasAttr("href") ? "href" : "src").replaceFirst("#.*", "");
                    // this server keeps what begins with a dot to itself
                    if (address.startsWith(base) && !address.contains("/.")) {
                        targets.put(address, file.getKey());
                    }
                }
            }
        }
        assertThat(targets).hasSizeGreaterThan(100);
        for (Map.Entry<String, String> target : targets.entrySet()) {
            assertThat(get(target.getKey()).statusCode())
                    .as(target.getKey() + " on " + target.getValue())
                    .isEqualTo(200);
        }
        assertThat(targets.keySet()).noneMatch(address -> address.startsWith(base + "sparql"));
    }

    /** Nothing answers below the base, whatever asks: a page, data, a data set's description, a rule for robots. */
    @Test
    @Order(2)
    void noFileNamesAnEndpointThatIsNotThere() throws IOException {
        SortedMap<String, String> all = files(site());
        assertThat(all)
                .containsKeys(".well-known/void.ttl", "catalogue.ttl", "catalogue.jsonld", "catalogue/index.html");
        assertThat(all.get("catalogue.ttl")).contains("dcat:Dataset");
        all.forEach((path, text) -> assertThat(text).as(path).doesNotContain(base + "sparql", "\"/sparql"));
        assertThat(all.get("robots.txt").lines()).allMatch(line -> line.matches("[A-Za-z-]+: (/.*|\\*|http.*)"));
    }

    @Test
    @Order(2)
    void whatHostsShowForAnAddressWithoutAFileLeadsHome() throws IOException {
        String page = Files.readString(site().resolve("404.html"));

        assertThat(Jsoup.parse(page, base + "a/b/c").select("main a").eachAttr("abs:href"))
                .contains(base);
        assertThat(page).doesNotContain("canonical", "404.html");
        assertThat(Files.readString(site().resolve(".htaccess"))).contains("ErrorDocument 404 /404.html");
    }

    @Test
    @Order(2)
    void whatIsNoPageIsByteForByteWhatAServerSends() throws Exception {
        Path other = folder.resolve("other");
        Outcome export = run("export", "--format", "site", "--base-uri", Served.ROOT, other);
        assertThat(export.code()).as(export.err()).isZero();
        int compared = 0;
        try (Served served = new Served(store(), folder.resolve("drop"))) {
            for (String path : files(other).keySet()) {
                if (path.matches("(summary|works)/.*|feed\\..*|topic/[^/]*\\..*") && !path.endsWith(".html")) {
                    byte[] sent = get("http://localhost:" + served.port() + "/" + path)
                            .body();
                    assertThat(Files.readAllBytes(other.resolve(path))).as(path).isEqualTo(sent);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    @Order(3)
    void theSameStoreIsWrittenOnce() throws IOException {
        Path page = site().resolve("index.html");
        Files.setLastModifiedTime(page, FileTime.from(Instant.EPOCH));
        Outcome again = export();

        assertThat(again.out()).contains(", 0 written, 0 removed: nothing has changed");
        assertThat(Files.getLastModifiedTime(page)).isEqualTo(FileTime.from(Instant.EPOCH));
    }

    @Test
    @Order(3)
    void whatIsNotAsItWasWrittenIsWrittenAgain() throws IOException {
        Path page = site().resolve("index.html");
        String written = Files.readString(page);
        Files.writeString(page, written.replace("PPRNet", "XXXNet"));
        Files.delete(site().resolve("feed.rss"));
        Outcome again = export();

        assertThat(again.out()).contains(", 2 written, 0 removed");
        assertThat(page).hasContent(written);
        assertThat(export().out()).contains("nothing has changed");
        assertThat(run("export", "--format", "site", "--base-uri", base, "--answering", "https://live.example/", site())
                        .out())
                .doesNotContain("nothing has changed");
        assertThat(export().out()).doesNotContain("nothing has changed");
    }

    @Test
    @Order(4)
    void aFileOfSomebodyElseIsNeverWrittenOver() throws IOException {
        Path mine = Cli.write(folder.resolve("mine/index.html"), "mine");
        Outcome refused = run("export", "--format", "site", mine.getParent());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(mine.toString());
        assertThat(mine).hasContent("mine");
    }

    @Test
    @Order(5)
    void withAnotherSiteThatAnswersPagesLeadThereForIt() throws IOException {
        Path answered = folder.resolve("answered");
        Outcome export = run("export", "--format", "site", "--answering", "https://live.example/precis", answered);

        assertThat(export.code()).as(export.err()).isZero();
        assertThat(Files.readString(answered.resolve("index.html")))
                .contains("href=\"https://live.example/precis/sparql\"");
        assertThat(answered.resolve("sparql")).doesNotExist();
        for (String form : List.of("ttl", "nt", "rdf", "jsonld")) {
            assertThat(Files.readString(answered.resolve(".well-known/void." + form)))
                    .contains("https://live.example/precis/sparql");
            assertThat(Files.readString(answered.resolve("catalogue." + form)))
                    .contains("https://live.example/precis/sparql");
        }
        assertThat(Files.readString(answered.resolve("catalogue/index.html")))
                .contains("href=\"https://live.example/precis/sparql\"");
        assertThat(Files.readString(answered.resolve("robots.txt"))).doesNotContain("live.example");
    }

    @Test
    @Order(6)
    @EnabledIf("dev.precis.pipeline.app.Browser#isHere")
    void theSearchFindsWordsInAnyFormPhrasesAndChoicesInTheBrowser() {
        ChromeDriver browser = Browser.open(1280);
        try {
            browser.get(base);
            WebElement words = browser.findElement(By.cssSelector("form.search input[type=search]"));
            words.sendKeys("rupture");
            words.submit();
            assertThat(found(browser, "1 summary")).containsExactly("Ruptures Repaired");
            assertThat(browser.findElement(By.id("finder-all")).isDisplayed()).isFalse();

            browser.findElement(By.cssSelector("#finder-found a")).click();
            new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.titleContains("Ruptures Repaired"));

            browser.get(base + "search?q=%22on+silence+and%22");
            assertThat(found(browser, "1 summary")).containsExactly("Silence");

            browser.get(base + "search?q=&year=2022");
            assertThat(found(browser, "3 summaries")).hasSize(3);

            browser.get(base + "search?q=listening&year=2021");
            assertThat(found(browser, "No summary has all of this.")).isEmpty();
        } finally {
            browser.quit();
        }
    }

    @Test
    @Order(7)
    void whatIsTakenBackIsATombstoneAndItsFilesGo() throws Exception {
        Files.writeString(site().resolve("CNAME"), "blog.example");
        String name = "summary/2022-01/silence";
        assertThat(files(site())).containsKey(name + ".ttl");
        assertThat(run("remove", "--reason", "taken back", Served.ROOT + name).code())
                .isZero();
        Outcome export = export();
        assertThat(export.code()).as(export.err()).isZero();

        assertThat(files(site()))
                .containsKey("CNAME")
                .doesNotContainKey(name + ".ttl")
                .containsKey(name + "/index.html");
        assertThat(new String(get(base + name + "/").body(), StandardCharsets.UTF_8))
                .contains("taken back");
        assertThat(Files.readString(site().resolve("_redirects"))).contains("/" + name + " ", " 404!");
        assertThat(Files.readString(site().resolve(".htaccess"))).contains("RedirectMatch 410 \"^/" + name + "/?$\"");
        assertThat(new TreeSet<>(Files.readAllLines(site().resolve(".precis-site"))))
                .isEqualTo(ours(files(site()).keySet()));
    }

    private static TreeSet<String> ours(Iterable<String> all) {
        TreeSet<String> ours = new TreeSet<>();
        all.forEach(ours::add);
        ours.removeAll(List.of("CNAME", ".precis-site", ".precis-made-from"));
        return ours;
    }

    private static List<String> found(ChromeDriver browser, String size) {
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.textToBe(By.id("finder-size"), size));
        return browser.findElements(By.cssSelector("#finder-found h2")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static Outcome export() {
        return run("export", "--format", "site", "--base-uri", base, site());
    }

    private static Outcome run(String command, Object... arguments) {
        return Cli.run(
                Stream.concat(Stream.of(command, "--store", store(), "--sources", Sources.FOLDER), Stream.of(arguments))
                        .toArray());
    }

    private static Path store() {
        return folder.resolve("store");
    }

    private static Path site() {
        return folder.resolve("site");
    }

    private static HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        }
    }
}
