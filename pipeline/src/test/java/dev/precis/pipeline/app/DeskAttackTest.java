package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in at the desk, and what is done with what nobody should send. */
@Timeout(180)
class DeskAttackTest {
    @TempDir
    private static Path folder;

    private static ServedDesk desk;
    private static DeskClient editor;
    private static String cookie;
    private static String token;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void enter() throws Exception {
        desk = new ServedDesk(folder);
        editor = new DeskClient(desk);
        cookie = editor.cookie();
        token = editor.token();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static HttpResponse<String> get(String page, String... headers) throws IOException, InterruptedException {
        return editor.get(page, headers);
    }

    private static HttpResponse<String> post(String page, List<String> headers, String... form)
            throws IOException, InterruptedException {
        return editor.post(page, headers, form);
    }

    private static HttpResponse<String> send(String page, String... form) throws IOException, InterruptedException {
        return editor.send(page, form);
    }

    private static SortedMap<String, String> all() {
        SortedMap<String, String> files = Cli.files(folder);
        files.keySet().removeIf(file -> file.startsWith("store/index/"));
        return files;
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        assertThat(Files.getPosixFilePermissions(desk.store().resolve("desk.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whoHasNoKeySeesNothing() throws Exception {
        assertThat(editor.entered().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain(desk.key());
        for (String page : List.of("", "doubts", "quarantine", "summaries", "write", "snapshot?digest=ab")) {
            HttpResponse<String> asked = get(page, "Cookie", "precis-desk=" + "0".repeat(64));
            assertThat(asked.body()).as(page).contains("type=\"password\"").doesNotContain("Walking", "Crawl");
        }
        HttpResponse<String> wrong =
                post("enter", List.of("Origin", "http://localhost:" + desk.port()), "key", "0".repeat(48));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nothingOfItIsOnThePublicPort() throws Exception {
        for (String path : List.of("desk", "desk/", "desk/doubts", "desk/desk.css")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + desk.publicPort() + "/" + path))
                    .header("Cookie", cookie)
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void aFormIsTakenFromTheDeskAlone() throws Exception {
        String[] form = {"iri", ServedDesk.SUMMARY, "reason", "attack"};
        String[] whole = {"iri", ServedDesk.SUMMARY, "reason", "attack", "token", token};
        String origin = "http://localhost:" + desk.port();
        SortedMap<String, String> before = all();

        assertThat(post("remove", List.of("Origin", origin), whole).statusCode())
                .as("no cookie")
                .isEqualTo(403);
        assertThat(post("remove", List.of("Cookie", cookie, "Origin", origin), form)
                        .statusCode())
                .as("no token")
                .isEqualTo(403);
        assertThat(post("remove", List.of("Cookie", cookie), whole).statusCode())
                .as("no origin")
                .isEqualTo(403);
        for (String other : List.of(
                "https://evil.example",
                "null",
                "http://localhost:" + desk.publicPort(),
                "http://localhost:" + desk.port() + ".evil.example")) {
            assertThat(post("remove", List.of("Cookie", cookie, "Origin", other), whole)
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(post("remove", List.of("Cookie", cookie, "Origin", origin, "Sec-Fetch-Site", "same-site"), whole)
                        .statusCode())
                .as("another port of this machine")
                .isEqualTo(403);
        assertThat(post("enter", List.of("Origin", "https://evil.example"), "key", desk.key())
                        .statusCode())
                .isEqualTo(403);
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remove",
                "reinstate",
                "redirect",
                "retry",
                "ignore",
                "correct",
                "save",
                "crawl",
                "enter",
                "write"
            })
    void whatIsAskedByGetChangesNothing(String action) throws Exception {
        SortedMap<String, String> before = all();
        String summary = URLEncoder.encode(ServedDesk.SUMMARY, StandardCharsets.UTF_8);
        get(action + "?token=" + token + "&iri=" + summary + "&summary=" + summary
                + "&do=publish&source=owl&title=A&month=2024-01&body=B&key=" + desk.key());
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whatIsTypedIsShownAndNeverRun() throws Exception {
        String bad = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        List<HttpResponse<String>> answers = List.of(
                send("write", "do", "preview", "title", bad, "month", bad, "body", bad, "citation", bad, "topic", bad),
                send("correct", "do", "correct", "summary", ServedDesk.SUMMARY, "title", bad, "by", bad, "reason", bad),
                send("save", "do", "check", "summary", ServedDesk.SUMMARY, "entry", bad),
                get("summaries?q=" + URLEncoder.encode(bad, StandardCharsets.UTF_8)));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("alert(1)").doesNotContain("<script", "<img");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("script-src", "unsafe");
        }
    }

    @Test
    void aNameLeadsOutOfNoFolder() throws Exception {
        SortedMap<String, String> before = all();
        for (String digest : List.of("../../desk.key", "..%2F..%2Fdesk.key", "/etc/passwd")) {
            HttpResponse<String> asked = get("snapshot?digest=" + digest);
            assertThat(asked.statusCode()).isEqualTo(404);
            assertThat(asked.body()).doesNotContain(desk.key(), "root:");
        }
        for (String page : List.of("../metrics/..;/desk.key", "..%2Fstore%2Fdesk.key", "site.css%2F..%2Fdesk.css")) {
            assertThat(get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(send("crawl", "source", "../../etc").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("./?done="));
        assertThat(send("retry", "id", "../x").statusCode()).isEqualTo(303);
        assertThat(send("redirect", "iri", ServedDesk.SUMMARY, "to", "@/etc/passwd")
                        .statusCode())
                .isEqualTo(303);
        assertThat(send("redirect", "iri", ServedDesk.SUMMARY, "to", "--reason=x")
                        .statusCode())
                .isEqualTo(303);
        assertThat(all()).isEqualTo(before);

        send("write", "do", "publish", "title", "../../../escaped", "month", "2024-01", "body", "A text.");
        assertThat(desk.drop().resolve("published/escaped.md")).exists();
        assertThat(folder.resolve("escaped.md")).doesNotExist();
    }

    @Test
    void aFormIsNoLargerThanItNeedBe() throws Exception {
        assertThat(send("write", "do", "preview", "body", "a".repeat(1 << 21)).statusCode())
                .isEqualTo(413);
    }
}
