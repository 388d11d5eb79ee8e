package dev.precis.pipeline.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back over the wire, whole or not.
 *
 * @param status 0 where there was none
 * @param head status line and headers
 * @param start of the body, in ISO 8859-1, at most {@value #KEPT} bytes
 * @param length bytes of the body
 * @param end the last bytes of the body
 * @param time from the connection to the last byte
 */
record WireAnswer(int status, String head, String start, long length, String end, Duration time) {
    static final int KEPT = 64 << 10;

    /** @param body of which at least the first {@value #KEPT} and the last bytes are in it */
    static WireAnswer of(String head, byte[] body, long length, String end, Duration time) {
        int status = head.length() > 12 ? Integer.parseInt(head.substring(9, 12)) : 0;
        String start = new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.ISO_8859_1);
        return new WireAnswer(status, head, start, length, end, time);
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** RFC 9112 section 8: a message that ends before its length or its last chunk is incomplete. */
    boolean isComplete() {
        if (header("Transfer-Encoding").orElse("").equals("chunked")) {
            return end.endsWith("0\r\n\r\n");
        }
        return header("Content-Length")
                .map(told -> Long.parseLong(told) == length)
                .orElse(status > 0);
    }
}
