package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sample archive as people meet it: in a browser, with mouse and keyboard. */
@EnabledIf("dev.precis.pipeline.app.Browser#isHere")
class BrowserIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SUMMARY = "summary/2020-09/learning-to-read-minds-in-the-consulting-room";

    @TempDir
    private static Path folder;

    private static SampleSite site;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        site = new SampleSite(folder);
        browser = Browser.open(1280);
    }

    @AfterAll
    static void close() {
        browser.quit();
        site.close();
    }

    private static void visit(String path) {
        browser.get(site.address(path));
    }

    private static WebElement find(String selector) {
        return new WebDriverWait(browser, PATIENCE)
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    private static void wait(String partOfAddress) {
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains(partOfAddress));
    }

    private static List<String> titles() {
        return browser.findElements(By.cssSelector(".items h2")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void theKeyboardSkipsToTheContentFirst() {
        visit("");
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("content");
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement next = browser.switchTo().activeElement();
        assertThat(browser.findElement(By.id("content")).findElements(By.cssSelector("a, button, input, select")))
                .contains(next);
    }

    @Test
    void aSearchIsNarrowedDownAndWidenedAgain() {
        visit("");
        find("#q").sendKeys("alliance", Keys.ENTER);
        wait("search");
        List<String> found = titles();
        WebElement type = find("#choose-type");
        WebElement choice = type.findElements(By.tagName("option")).get(1);
        String left = choice.getText().replaceFirst(".*\\((\\d+)\\)$", "$1");
        choice.click();
        find("form.search button[type=submit]").click();
        wait("type=");

        assertThat(titles()).hasSize(Integer.parseInt(left)).isSubsetOf(found);
        browser.findElement(By.cssSelector(".chosen a")).click();
        wait("q=alliance");
        assertThat(titles()).isEqualTo(found);
    }

    @Test
    void aStudyIsCitedFromItsBox() {
        visit(SUMMARY);
        List<WebElement> forms = browser.findElements(By.cssSelector(".cite details"));
        WebElement bibTex = forms.stream()
                .filter(form ->
                        form.findElement(By.tagName("summary")).getText().contains("BibTeX"))
                .findFirst()
                .orElseThrow();
        assertThat(bibTex.findElement(By.tagName("pre")).isDisplayed()).isFalse();
        bibTex.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        assertThat(bibTex.findElement(By.tagName("pre")).getText()).startsWith("@article{");
    }

    @Test
    void theNextSummaryIsOneClickAway() {
        visit(SUMMARY);
        String here = browser.getCurrentUrl();
        find(".neighbours a").click();
        assertThat(browser.getCurrentUrl()).isNotEqualTo(here).contains("/summary/");
    }

    @Test
    void aQuestionOfOnesOwnIsAnsweredWithoutScripts() {
        visit("");
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            browser.findElement(By.partialLinkText("SPARQL")).click();
            find("textarea").sendKeys("");
            find("button[type=submit]").click();
            assertThat(find("body").getText()).contains("summary");
        } finally {
            browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                SUMMARY,
                "topic",
                "topic/alliance",
                "sleep-letter/topic/insomnia",
                "search?q=therapy",
                "works",
                "queries",
                "sparql",
                "ns",
                "statistic"
            })
    void nothingIsWiderThanAPhone(String path) {
        browser.manage().window().setSize(new Dimension(500, 900));
        try {
            visit(path);
            Number wide = (Number) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wide.intValue()).isLessThanOrEqualTo(0);
        } finally {
            browser.manage().window().setSize(new Dimension(1280, 1000));
        }
    }
}
