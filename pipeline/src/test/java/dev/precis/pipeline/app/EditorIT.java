package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The editor of the page for queries, as people use it. */
@EnabledIf("dev.precis.pipeline.app.Browser#isHere")
class EditorIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String INTERVALS = """
        PREFIX schema: <http://schema.org/>
        PREFIX precis: <https://w3id.org/precis/ns#>
        PREFIX st: <https://w3id.org/precis/statistic#>
        SELECT ?summary ?title ?g ?from ?to {
          ?summary schema:headline ?title ; precis:finding/precis:estimate ?estimate .
          ?estimate precis:statistic st:hedges-g ; schema:value ?g ; precis:ciLower ?from ; precis:ciUpper ?to ;
            precis:comparatorType <https://w3id.org/precis/comparator#no-treatment> .
        } ORDER BY DESC(?g)\
        """;

    @TempDir
    private static Path folder;

    private static SampleSite site;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        site = new SampleSite(folder);
        LoggingPreferences recorded = new LoggingPreferences();
        recorded.enable(LogType.PERFORMANCE, Level.ALL);
        recorded.enable(LogType.BROWSER, Level.ALL);
        browser = Browser.open(1280, recorded);
    }

    @AfterAll
    static void stop() {
        browser.quit();
        site.close();
    }

    @BeforeEach
    void openTheEditorAsIfForTheFirstTime() {
        open("sparql");
        browser.executeScript("localStorage.clear()");
        open("sparql");
    }

    private static void open(String path) {
        // the same page with another fragment would not be loaded anew
        browser.get("about:blank");
        browser.get(site.address(path));
        find("html[data-editor=ready]");
    }

    private static WebElement find(String selector) {
        return new WebDriverWait(browser, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    private static void waitForStatus(String pattern) {
        new WebDriverWait(browser, PATIENCE)
                .until(there -> find(".status").getText().matches(pattern));
    }

    private static WebElement input() {
        find(".CodeMirror").click();
        return browser.switchTo().activeElement();
    }

    /** Types a query over the one that is there; what is typed is in the editor a moment later. */
    private static WebElement write(String query) {
        WebElement input = input();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), query);
        new WebDriverWait(browser, PATIENCE).until(there -> query().equals(query));
        return input;
    }

    private static String query() {
        return String.valueOf(
                browser.executeScript("return document.querySelector('.CodeMirror').CodeMirror.getValue()"));
    }

    private static String fragment(String query) {
        return "sparql#query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String ask(String query, String type) throws IOException, InterruptedException {
        URI address = URI.create(site.address("sparql?query=") + URLEncoder.encode(query, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", type).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void anExampleIsPickedRunDrawnAndDownloaded() throws Exception {
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
        browser.findElement(By.partialLinkText("Who wrote several of the summarised works"))
                .click();
        find("button[type=submit]").click();
        find(".rows td");
        JsonNode answer = new ObjectMapper().readTree(ask(query(), "application/sparql-results+json"));

        assertThat(browser.findElements(By.cssSelector(".rows tbody tr")))
                .hasSize(answer.path("results").path("bindings").size())
                .hasSizeGreaterThan(3);
        browser.findElement(By.xpath("//button[@role='tab'][.='Chart']")).click();
        assertThat(browser.findElements(By.cssSelector(".chart svg rect.bar")))
                .hasSameSizeAs(answer.path("results").path("bindings"));
        browser.findElement(By.linkText("CSV")).click();
        Path file = folder.resolve("answer.csv");
        new WebDriverWait(browser, PATIENCE).until(there -> Files.exists(file));
        assertThat(Files.readString(file)).isEqualTo(ask(query(), "text/csv")).contains(",");
    }

    @Test
    void numbersWithTheirIntervalsAreDrawnAsSuch() {
        open(fragment(INTERVALS) + "&run=true");
        find(".rows td");
        browser.findElement(By.xpath("//button[@role='tab'][.='Chart']")).click();

        assertThat(find(".chart svg").getAccessibleName()).isEqualTo("Chart: g with interval [from, to]");
        assertThat(browser.findElements(By.cssSelector(".chart .interval"))).hasSize(3);
        assertThat(find(".chart .much").getText()).isEqualTo("0.67 [0.2, 1.13]");
    }

    @Test
    void namesOfOursLeadToTheirPages() {
        open(fragment(INTERVALS) + "&run=true");
        find(".rows td a").click();

        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains("/summary/2020-08/"));
        assertThat(browser.getCurrentUrl()).startsWith(site.address("summary/"));
        assertThat(find("h1").getText()).startsWith("Psychodynamic Treatment");
    }

    @Test
    void aLinkBringsTheQueryToSomebodyElse() {
        String written = "ASK { ?s ?p \"100% & <b>\" }";
        write(written);
        browser.findElement(By.xpath("//button[.='Copy a link']")).click();
        waitForStatus(".*address bar.*");
        String link = browser.getCurrentUrl();
        browser.executeScript("localStorage.clear()");
        browser.get("about:blank");
        browser.get(link);
        find("html[data-editor=ready]");

        assertThat(query()).isEqualTo(written);
        find("button[type=submit]").click();
        assertThat(find(".truth").getText()).isEqualTo("No");
    }

    @Test
    void aTermOfOursIsCompletedAndItsPrefixDeclared() {
        WebElement input = input();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), "SELECT * { ?estimate ?property ", "st:hed");
        WebElement offer = find(".CodeMirror-hint-active");

        assertThat(offer.getText()).startsWith("st:hedges-g").contains("Hedges");
        input.sendKeys(Keys.ENTER);
        assertThat(query())
                .startsWith("PREFIX st: <https://w3id.org/precis/statistic#>")
                .contains("?property st:hedges-g");
    }

    @Test
    void afterAnAOnlyClassesAreOffered() {
        WebElement input = input();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), "SELECT * { ?finding a ");
        input.sendKeys(Keys.chord(Keys.CONTROL, Keys.SPACE));
        find(".CodeMirror-hint-active");

        assertThat(browser.findElements(By.cssSelector(".CodeMirror-hint .name")))
                .extracting(WebElement::getText)
                .contains("precis:Finding", "schema:BlogPosting")
                .doesNotContain("precis:finding", "st:hedges-g");
    }

    @Test
    void nothingIsAskedOfAnotherHost() throws Exception {
        WebElement input = input();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), "PREFIX fo");
        find(".CodeMirror-hint-active");
        input.sendKeys(Keys.ESCAPE, Keys.chord(Keys.CONTROL, "a"), "SELECT * { ?s a dbo:Pla");
        input.sendKeys(Keys.chord(Keys.CONTROL, Keys.SPACE));
        input.sendKeys(Keys.ESCAPE, " ; rdfs:lab");
        input.sendKeys(Keys.chord(Keys.CONTROL, Keys.SPACE));
        open(fragment(INTERVALS) + "&run=true");
        find(".rows td");

        List<String> asked = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .map(EditorIT::message)
                .filter(message -> message.path("method").asText().equals("Network.requestWillBeSent"))
                .map(message ->
                        message.path("params").path("request").path("url").asText())
                .filter(url -> !url.startsWith("data:"))
                .toList();
        assertThat(asked)
                .anyMatch(url -> url.endsWith("yasqe.min.js"))
                .anyMatch(url -> url.endsWith("terms.json"))
                .allMatch(url -> url.startsWith(site.address("")));
        // what the policy of the page had to refuse would be told here
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .noneMatch(message -> message.contains("Content Security Policy"));
    }

    private static JsonNode message(String entry) {
        try {
            return new ObjectMapper().readTree(entry).path("message");
        } catch (IOException e) {
            throw new AssertionError(entry, e);
        }
    }

    @Test
    void theKeyboardAloneWritesRunsAndLeaves() {
        WebElement input = write("SELECT (\"a\" AS ?what) (1 AS ?many) {}");
        input.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement())
                .as("Tab belongs to the editor")
                .isEqualTo(input);
        input.sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        waitForStatus("1 row, in .*");
        input.sendKeys(Keys.ESCAPE);
        new Actions(browser).sendKeys(Keys.TAB).perform();

        WebElement next = browser.switchTo().activeElement();
        assertThat(next.getText()).isEqualTo("Run");
        assertThat(next.getCssValue("outline-style"))
                .as("where the focus is, is seen")
                .isEqualTo("solid");
        WebElement table = browser.findElement(By.xpath("//button[@role='tab'][.='Table']"));
        table.sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Chart");
        assertThat(find("[role=tab][aria-selected=true]").getText()).isEqualTo("Chart");
    }

    @Test
    void whatTheEndpointRefusesIsToldInItsWords() throws Exception {
        open(fragment("SELECT * { ?a ?b }") + "&run=true");

        assertThat(find(".notice strong").getText()).contains("400");
        assertThat(find(".notice pre").getText())
                .isEqualTo(ask("SELECT * { ?a ?b }", "application/sparql-results+json")
                        .strip());
        assertThat(find("#wrong").getText()).startsWith("Line 1: possible here:");
    }

    @Test
    void theQueryIsKeptUntilItIsReset() {
        String first = query();
        write("ASK {}");
        open("sparql");
        assertThat(query()).isEqualTo("ASK {}");
        browser.findElement(By.xpath("//button[.='Reset']")).click();
        open("sparql");
        assertThat(query()).isEqualTo(first);
        assertThat(browser.executeScript("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void aPlainFieldWillDo() {
        browser.findElement(By.id("plain")).click();
        WebElement field = find("#query");
        field.clear();
        field.sendKeys("ASK {}", Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(find(".truth").getText()).isEqualTo("Yes");
    }

    @Test
    void anAnswerIsNotWiderThanAPhone() {
        browser.manage().window().setSize(new Dimension(500, 900));
        try {
            open(fragment(INTERVALS) + "&run=true");
            find(".rows td");
            Number wide = (Number) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wide.intValue()).isLessThanOrEqualTo(0);
        } finally {
            browser.manage().window().setSize(new Dimension(1280, 1000));
        }
    }
}
