package dev.precis.pipeline.app.desk;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a browser asks.
 *
 * @param method GET or POST, or what else there is
 * @param page the last part of the path; empty for the first page
 * @param values of the form, or of the address where there is none
 */
record DeskRequest(String method, String page, Map<String, List<String>> values, Headers headers) {
    /** A summary is not longer. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_READ = 8 << 20;

    /** What is too large to be a form of ours. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    static DeskRequest of(HttpExchange exchange, String root) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        String page = path.startsWith(root) ? path.substring(root.length()) : path;
        boolean sends = method.equals("POST");
        byte[] body = sends ? exchange.getRequestBody().readNBytes(MOST_BYTES + 1) : new byte[0];
        if (body.length > MOST_BYTES) {
            // who still sends does not hear the answer: a browser is let finish
            exchange.getRequestBody().readNBytes(MOST_READ);
            throw new TooLargeException();
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        String text = sends ? new String(body, StandardCharsets.UTF_8) : query;
        return new DeskRequest(method, page, parse(text), exchange.getRequestHeaders());
    }

    private static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** The value of that name, without white space around it; empty if there is none. */
    String value(String name) {
        return values(name).stream().findFirst().orElse("").strip();
    }

    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    String header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    /** The value of a cookie; empty if it has none. */
    String cookie(String name) {
        return Stream.of(header("Cookie").split(";"))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** Who asks, as far as the proxy in front tells it. */
    String user() {
        return header("X-Remote-User");
    }
}
