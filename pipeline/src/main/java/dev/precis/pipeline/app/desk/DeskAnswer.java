package dev.precis.pipeline.app.desk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser is answered. */
record DeskAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int FOUND = 303;

    /**
     * Nothing runs here and nothing comes from elsewhere. The policy for referrers keeps the Origin of forms: without
     * any, browsers send "null" (Fetch, "append a request Origin header").
     */
    private static final Map<String, String> GUARDS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    static DeskAnswer page(int status, String html) {
        return new DeskAnswer(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    static DeskAnswer page(String html) {
        return page(200, html);
    }

    static DeskAnswer style(byte[] css) {
        return new DeskAnswer(200, Map.of("Content-Type", "text/css; charset=utf-8"), css);
    }

    /** Leads to another page; the path is relative, since a proxy may have the desk elsewhere. */
    static DeskAnswer to(String relative) {
        return new DeskAnswer(FOUND, Map.of("Location", relative), new byte[0]);
    }

    DeskAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new DeskAnswer(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        Headers sent = exchange.getResponseHeaders();
        GUARDS.forEach(sent::set);
        headers.forEach(sent::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
