package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The desk as an editor walks it, in a browser. */
@EnabledIf("dev.precis.pipeline.app.Browser#isHere")
class DeskIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SECOND = ServedDesk.ROOT + "summary/2020-04/waiting-lists-worry";

    @TempDir
    private static Path folder;

    private static ServedDesk desk;
    private static ChromeDriver browser;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void enter() {
        desk = new ServedDesk(folder);
        LoggingPreferences recorded = new LoggingPreferences();
        recorded.enable(LogType.BROWSER, Level.ALL);
        browser = Browser.open(1280, recorded);
        browser.get(desk.address(""));
        browser.findElement(By.id("key")).sendKeys(desk.key(), Keys.ENTER);
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(By.id("runs")));
    }

    @AfterAll
    static void leave() {
        // what the policy of the pages had to refuse would be told here
        List<String> told = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
        browser.quit();
        desk.close();
        assertThat(told).noneMatch(message -> message.contains("Content Security Policy"));
    }

    @BeforeEach
    void begin() {
        browser.get(desk.address(""));
    }

    private static WebElement find(String selector) {
        return new WebDriverWait(browser, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    private static void press(String button) {
        follow(browser.findElement(By.xpath("//button[normalize-space()='" + button + "']")));
    }

    private static void follow(WebElement link) {
        Clicks.follow(browser, link, PATIENCE);
    }

    private static void type(String field, String text) {
        WebElement element = find("#" + field);
        element.clear();
        element.sendKeys(text);
    }

    private static String said() {
        return find("[role=status], [role=alert]").getText();
    }

    private HttpResponse<String> published(String iri) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(desk.site(iri)))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static void open(String summary) {
        follow(browser.findElement(By.linkText("Summaries")));
        type("q", summary.substring(summary.lastIndexOf('/') + 1));
        press("Find");
        follow(find(".cards a"));
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains("summary?iri="));
    }

    @Test
    void aCitationIsCorrectedAfterItWasSeenAndPublishedAtOnce() throws Exception {
        follow(browser.findElement(By.linkText("Review")));
        follow(browser.findElement(By.partialLinkText("Author list")));
        follow(find(".cards a"));
        assertThat(find(".context mark").getText()).startsWith("Roe, J., Doe, K., . . . Poe, L. (201");
        assertThat(find(".readings").getText())
                .contains("Journal or book", "By the grammar", "By the tagger", "Journal of Invented Walks");
        assertThat(browser.findElements(By.cssSelector(".printed mark[title='container-title']")))
                .hasSize(1);
        String title = find("h1").getText();
        String summary = browser.findElement(By.name("summary")).getAttribute("value");
        type("f-citation\\.container-title", "Journal of Real Walks");
        type("f-reason", "It was renamed.");
        type("f-by", "Eve Editor");
        press("Correct");

        assertThat(find(".diff").getText())
                .contains("+ - summary: \"" + summary + "\"", "container-title: \"Journal of Real Walks\"")
                .doesNotContain("volume");
        assertThat(find(".iri").getText()).isEqualTo("owl/corrections/desk.yaml");
        long before = System.nanoTime();
        press("Save and publish");
        assertThat(said()).isEqualTo("Saved in owl/corrections/desk.yaml and published.");
        String page = published(summary).body();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(page)
                .contains(title.replace("&", "&amp;").substring(0, 7), "Journal of Real Walks", "It was renamed.");
        assertThat(desk.corrections()).content().contains("Eve Editor");
    }

    @Test
    void aFlagIsDismissed() throws Exception {
        browser.get(desk.address("doubts?flag=author-list-truncated"));
        int before = Integer.parseInt(find("[aria-current] .count").getText());
        List<WebElement> doubts = browser.findElements(By.cssSelector(".cards a"));
        follow(doubts.getLast());
        press("Dismiss the flag");
        find(".diff ins"); // on the page that the button leads to
        assertThat(browser.findElements(By.cssSelector(".diff ins")).stream()
                        .map(WebElement::getText)
                        .map(String::strip))
                .hasSize(4)
                .contains("+   flags:", "+     - \"author-list-truncated\"");
        press("Save and publish");
        assertThat(said()).contains("published");

        browser.get(desk.address("doubts?flag=author-list-truncated"));
        assertThat(Integer.parseInt(find("[aria-current] .count").getText())).isEqualTo(before - 1);
    }

    @Test
    void aSummaryThatNobodyDoubtsIsCorrected() throws Exception {
        open(SECOND);
        follow(browser.findElement(By.linkText("Correct it")));
        type("f-title", "Waiting & worry");
        type("f-add", "Wolking");
        press("Correct");
        assertThat(find("[role=alert]").getText()).contains("'Wolking' is no topic", "'Walking'");
        assertThat(browser.findElements(By.xpath("//button[.='Save and publish']")))
                .isEmpty();

        browser.findElement(By.tagName("summary")).click();
        type("f-entry", find("#f-entry").getAttribute("value").replace("Wolking", "Walking"));
        press("Look again");
        press("Save and publish");
        assertThat(said()).contains("published");
        assertThat(find("h1").getText()).isEqualTo("Waiting & worry");
        assertThat(published(SECOND).body()).contains("Waiting &amp; worry");
    }

    @Test
    void aSummaryIsTakenBackAndComesAgain() throws Exception {
        open(SECOND);
        type("f-reason", "The study was retracted.");
        press("Remove");
        assertThat(said()).isEqualTo("removed " + SECOND);
        assertThat(published(SECOND).statusCode()).isEqualTo(410);
        assertThat(published(SECOND).body()).contains("The study was retracted.");

        open(SECOND);
        assertThat(find(".details").getText()).contains("taken back since", "The study was retracted.");
        press("Reinstate");
        assertThat(said()).isEqualTo("reinstated " + SECOND);
        assertThat(published(SECOND).statusCode()).isEqualTo(200);
    }

    @Test
    void twoSummariesThatAreOneAreJoined() throws Exception {
        String third = ServedDesk.ROOT + "summary/2020-05/letters-after-the-last-session";
        open(third);
        type("f-to", ServedDesk.SUMMARY);
        press("Redirect");
        assertThat(said()).isEqualTo(third + " leads to " + ServedDesk.SUMMARY);
        assertThat(published(third).statusCode()).isEqualTo(308);
        open(third);
        assertThat(browser.findElements(By.xpath("//button[.='Remove' or .='Reinstate']")))
                .isEmpty();
    }

    @Test
    void aNewSummaryIsWrittenLookedAtAndPublished() throws Exception {
        follow(browser.findElement(By.linkText("Write")));
        type("f-title", "Owls at Noon: \"A\" & <b>");
        type("f-month", "Mai 2024");
        type(
                "f-citation",
                "Almqvist, R. (2023). Twenty minutes at noon. Journal of Invented Sleep Studies, 4(2), 11–25.");
        browser.findElement(By.xpath("//label[normalize-space()='Walking']/input"))
                .click();
        browser.findElement(By.xpath("//label[normalize-space()='Single study']/input"))
                .click();
        type("f-body", "They *sleep* while it is light.\n\n--- and nobody wakes them.");
        type("f-implications", "Let them sleep.");
        press("Preview");
        assertThat(find("[role=alert]").getText()).contains("month");
        assertThat(browser.findElements(By.xpath("//button[.='Publish']"))).isEmpty();

        type("f-month", "2024-05");
        press("Preview");
        assertThat(find(".preview").getText())
                .contains(
                        "Owls at Noon: \"A\" & <b>", "Walking", "Single study", "Twenty minutes at noon", "They sleep");
        assertThat(browser.findElements(By.cssSelector("[role=alert]"))).isEmpty();
        assertThat(browser.findElement(By.xpath("//label[normalize-space()='Walking']/input"))
                        .isSelected())
                .isTrue();
        press("Publish");
        assertThat(said()).isEqualTo("owls-at-noon-a-b.md is published.");

        assertThat(published(ServedDesk.ROOT + "summary/2024-05/owls-at-noon-a-b")
                        .body())
                .contains("They", "Let them sleep.", "Twenty minutes at noon");
        assertThat(desk.drop().resolve("published/owls-at-noon-a-b.md")).exists();
    }

    @Test
    void aPageInQuarantineIsTriedAgain() throws Exception {
        assertThat(desk.ingest("night.md", """
            ---
            title: Owls by Night
            month: 2022-01
            topics: [Night]
            ---

            A text on owls by night.
            """).code()).isEqualTo(1);
        browser.get(desk.address(""));
        follow(browser.findElement(By.linkText("Quarantine")));
        follow(find(".cards a"));
        assertThat(find("main").getText()).contains("night.md:4", "'Night' is no topic", "A text on owls by night.");
        press("Try again");
        assertThat(said()).contains("1 quarantined");

        desk.topics("Night");
        press("Try again");
        assertThat(said()).contains("1 new");
        assertThat(published(ServedDesk.ROOT + "summary/2022-01/owls-by-night").statusCode())
                .isEqualTo(200);
        browser.get(desk.address("quarantine"));
        assertThat(find("main").getText()).contains("Nothing is withheld.");
    }

    @Test
    void aCrawlBeginsAndWhatItDidIsTold() {
        follow(find("button[aria-label='Crawl owl']"));
        assertThat(said()).contains("Began to read https://owl.example/");
        new WebDriverWait(browser, PATIENCE).until(there -> {
            browser.get(desk.address(""));
            return browser.findElements(By.cssSelector(".run")).stream()
                    .map(WebElement::getText)
                    .anyMatch(run -> run.startsWith("owl, ") && run.contains("0 pages read"));
        });
    }

    @Test
    void theKeyboardWalksAFormAndSeesWhereItIs() {
        browser.get(desk.address("write"));
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement first = browser.switchTo().activeElement();
        assertThat(first.getAttribute("name")).isEqualTo("title");
        assertThat(first.getAccessibleName()).isEqualTo("Title");
        assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
        assertThat(browser.findElements(
                        By.cssSelector(".deskform input:not([type=hidden]), .deskform textarea, .deskform button")))
                .allSatisfy(element -> assertThat(element.getAccessibleName())
                        .as(element.getAttribute("name"))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "doubts", "quarantine", "summaries", "write"})
    void noPageIsWiderThanAPhone(String page) {
        browser.manage().window().setSize(new Dimension(500, 900));
        try {
            browser.get(desk.address(page));
            Number wide = (Number) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wide.intValue()).isLessThanOrEqualTo(0);
        } finally {
            browser.manage().window().setSize(new Dimension(1280, 1000));
        }
    }
}
