package dev.precis.pipeline.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads attacks from a file of queries or of requests; the first lines of {@code hostile/*} say how they are written.
 */
final class AttackFile {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(?:#attack|###) (.+) = ([0-9 ]+)$\\n?((?s:.*?))(?=^#attack |^### |\\z)");
    private static final Pattern REPEATED = Pattern.compile("«(\\d+)×(.*?)»", Pattern.DOTALL);
    private static final Pattern ENCODED = Pattern.compile("‹(.*?)›", Pattern.DOTALL);
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private final String name;
    private final int port;
    private final String trap;

    /**
     * @param port of the server that is attacked
     * @param trap address of the server that must not be asked
     */
    AttackFile(String name, int port, String trap) {
        this.name = name;
        this.port = port;
        this.trap = trap;
    }

    Stream<Attack> attacks() {
        return BLOCK.matcher(text()).results().map(this::attack);
    }

    private String text() {
        try (InputStream in = AttackFile.class.getResourceAsStream("hostile/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no file hostile/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("hostile/" + name, e);
        }
    }

    private Attack attack(MatchResult block) {
        Set<Integer> allowed =
                Arrays.stream(block.group(2).split(" ")).map(Integer::valueOf).collect(Collectors.toSet());
        String content = expanded(block.group(3).replace("${trap}", trap)).stripTrailing();
        byte[] request = name.endsWith(".rq") ? query(block.group(1), content) : request(content);
        return new Attack(name + ": " + block.group(1), allowed, request);
    }

    private static String expanded(String text) {
        return REPEATED.matcher(text).replaceAll(repeated -> Matcher.quoteReplacement(repeat(repeated)));
    }

    private static String repeat(MatchResult repeated) {
        int count = Integer.parseInt(repeated.group(1));
        String what = repeated.group(2);
        if (!what.contains("№")) {
            return what.repeat(count);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> what.replace("№⁺", String.valueOf(i + 1)).replace("№", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    /** Each has a prefix of its own, for what resembles a query that was stopped is not tried at once again. */
    private byte[] query(String title, String query) {
        String own = query.isEmpty() ? "" : "PREFIX attack: <urn:attack:" + title.replace(' ', '-') + ">\n" + query;
        return request("POST /sparql\nContent-Type: application/sparql-query\n\n" + own);
    }

    private byte[] request(String content) {
        int end = content.indexOf("\n\n");
        byte[] body = end < 0 ? new byte[0] : bytes(content.substring(end + 2));
        byte[] head = bytes(head(end < 0 ? content : content.substring(0, end), end >= 0, body.length));
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String head(String text, boolean hasBody, int length) {
        List<String> lines = ENCODED.matcher(text)
                .replaceAll(encoded -> Matcher.quoteReplacement(encode(encoded.group(1))))
                .lines()
                .toList();
        StringBuilder head = new StringBuilder(lines.getFirst());
        head.append(lines.getFirst().contains(" HTTP/") ? "\r\n" : " HTTP/1.1\r\n");
        add(head, lines, "Host", "localhost:" + port);
        add(head, lines, "Connection", "close");
        if (hasBody && !has(lines, "Transfer-Encoding")) {
            add(head, lines, "Content-Length", String.valueOf(length));
        }
        lines.stream()
                .skip(1)
                .filter(line -> !line.endsWith(": -"))
                .forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static void add(StringBuilder head, List<String> lines, String header, String value) {
        if (!has(lines, header)) {
            head.append(header).append(": ").append(value).append("\r\n");
        }
    }

    private static boolean has(List<String> lines, String header) {
        String start = header.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .skip(1)
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(start));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] bytes(String text) {
        if (name.endsWith(".rq")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int from = 0;
        Matcher escaped = BYTE.matcher(text);
        while (escaped.find()) {
            bytes.writeBytes(text.substring(from, escaped.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(escaped.group(1)));
            from = escaped.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
