package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a desk as a browser does, or as none would. */
final class DeskClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServedDesk desk;
    private final HttpResponse<String> entered;
    private final String cookie;
    private final String token;

    /** Enters with the key. */
    DeskClient(ServedDesk desk) throws IOException, InterruptedException {
        this.desk = desk;
        entered = post("enter", List.of("Origin", origin()), "key", desk.key());
        assertThat(entered.statusCode()).isEqualTo(303);
        String set = entered.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
        Matcher form = TOKEN.matcher(get("write").body());
        assertThat(form.find()).isTrue();
        token = form.group(1);
    }

    HttpResponse<String> entered() {
        return entered;
    }

    String cookie() {
        return cookie;
    }

    String token() {
        return token;
    }

    private String origin() {
        return "http://localhost:" + desk.port();
    }

    /** @param headers instead of the cookie */
    HttpResponse<String> get(String page, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(desk.address(page)));
        if (headers.length == 0) {
            request.header("Cookie", cookie);
        } else {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a form with these headers and no others that matter. */
    HttpResponse<String> post(String page, List<String> headers, String... form)
            throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(form[i] + "=" + URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return client.send(
                HttpRequest.newBuilder(URI.create(desk.address(page)))
                        .headers(headers.toArray(String[]::new))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a form as a page of the desk would. */
    HttpResponse<String> send(String page, String... form) throws IOException, InterruptedException {
        String[] whole = new String[form.length + 2];
        System.arraycopy(form, 0, whole, 0, form.length);
        whole[form.length] = "token";
        whole[form.length + 1] = token;
        return post(page, List.of("Cookie", cookie, "Origin", origin()), whole);
    }
}
