package dev.precis.pipeline.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window, where this machine has one with its driver. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private Browser() {}

    /** Whether the tests can be run here; where the environment demands a browser, they fail without one. */
    static boolean isHere() {
        return System.getenv("PRECIS_BROWSER_TESTS") != null || (browser().isPresent() && driver().isPresent());
    }

    /** A new browser of that width in pixels. */
    static ChromeDriver open(int width) {
        return open(width, new LoggingPreferences());
    }

    /** A new browser that records what it does. */
    static ChromeDriver open(int width, LoggingPreferences recorded) {
        ChromeOptions options = new ChromeOptions();
        options.setCapability(ChromeOptions.LOGGING_PREFS, recorded);
        options.setBinary(browser().orElseThrow(() -> new IllegalStateException("no Chromium on the path")));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=" + width + ",1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        driver().orElseThrow(() -> new IllegalStateException("no ChromeDriver on the path")))
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<File> browser() {
        return NAMES.stream().flatMap(Browser::onPath).findFirst();
    }

    private static Optional<File> driver() {
        return onPath("chromedriver").findFirst();
    }

    private static Stream<File> onPath(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toFile);
    }
}
