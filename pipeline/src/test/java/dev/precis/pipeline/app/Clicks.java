package dev.precis.pipeline.app;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Clicks in a browser that lead to another page. */
final class Clicks {
    private Clicks() {}

    /** Clicks, and waits until the page that is left is gone: a click may return before. */
    static void follow(WebDriver browser, WebElement link, Duration patience) {
        WebElement page = browser.findElement(By.tagName("html"));
        link.click();
        new WebDriverWait(browser, patience).until(ExpectedConditions.stalenessOf(page));
    }
}
