package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The desk behind nginx with a login, under another path, as docs/operations.md has it. */
@EnabledIf("isPossible")
@Timeout(180)
class DeskBehindProxyIT {
    private static final Path DOCUMENTED = Path.of("..", "docs", "operations.md");

    @TempDir
    private Path folder;

    static boolean isPossible() {
        return Browser.isHere() && nginx().isPresent();
    }

    private static Optional<Path> nginx() {
        Stream<String> folders = Stream.concat(
                Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")),
                Stream.of("/usr/sbin"));
        return folders.map(one -> Path.of(one, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The documented part in a server that is complete enough to run. */
    private Process proxy(int port, int admin) throws Exception {
        String documented = Files.readString(DOCUMENTED).replaceFirst("(?s).*?```nginx\n(.*?)```.*", "$1");
        assertThat(documented).startsWith("location /editors/ {").contains("127.0.0.1:9090", "/etc/nginx/desk.users");
        Files.writeString(folder.resolve("users"), "eve:{PLAIN}secret\n");
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + folder.resolve(kind) + ";\n")
                .reduce("", String::concat);
        Path file = Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off;\nmaster_process off;\npid %s;\nevents {}\nhttp {\naccess_log off;\n%sserver {\nlisten 127.0.0.1:%d;\n%s}\n}\n"
                        .formatted(
                                folder.resolve("pid"),
                                temporary,
                                port,
                                documented
                                        .replace("9090", Integer.toString(admin))
                                        .replace(
                                                "/etc/nginx/desk.users",
                                                folder.resolve("users").toString())));
        Process process = new ProcessBuilder(
                        nginx().orElseThrow().toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        while (!answers(port)) {
            assertThat(process.isAlive())
                    .as(() -> Cli.files(folder).getOrDefault("error.log", ""))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return process;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void anEditorComesThroughALoginUnderAnotherPath() throws Exception {
        int port = freePort();
        try (ServedDesk desk = new ServedDesk(folder.resolve("served"))) {
            Process proxy = proxy(port, desk.port());
            try (HttpClient client = HttpClient.newHttpClient()) {
                URI address = URI.create("http://localhost:" + port + "/editors/");
                assertThat(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401);
                walk(desk, port);
            } finally {
                proxy.destroy();
                proxy.waitFor();
            }
        }
    }

    private static void walk(ServedDesk desk, int port) {
        ChromeDriver browser = Browser.open(1280);
        try {
            browser.get("http://eve:secret@localhost:" + port + "/editors/");
            find(browser, "#key").sendKeys(desk.key(), Keys.ENTER);
            find(browser, "#runs");
            assertThat(browser.getCurrentUrl()).endsWith(":" + port + "/editors/");
            assertThat(find(browser, "h1").getCssValue("font-weight")).isEqualTo("650");

            Clicks.follow(browser, browser.findElement(By.linkText("Review")), Duration.ofMinutes(1));
            Clicks.follow(browser, find(browser, ".cards a"), Duration.ofMinutes(1));
            assertThat(find(browser, "#f-by").getAttribute("value")).isEqualTo("eve");
            Clicks.follow(
                    browser, browser.findElement(By.xpath("//button[.='Dismiss the flag']")), Duration.ofMinutes(1));
            Clicks.follow(
                    browser, browser.findElement(By.xpath("//button[.='Save and publish']")), Duration.ofMinutes(1));
            assertThat(find(browser, "[role=status]").getText()).contains("published");
            assertThat(browser.getCurrentUrl()).contains(":" + port + "/editors/summary?iri=");
        } finally {
            browser.quit();
        }
    }

    private static WebElement find(ChromeDriver browser, String selector) {
        return new WebDriverWait(browser, Duration.ofMinutes(1))
                .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }
}
