package dev.precis.pipeline.map;

import java.nio.charset.StandardCharsets;

/** Percent-encodes what may not stand in a path (RFC 3986, section 3.3). */
final class IriEscape {
    private static final String ALLOWED = "-._~!$'()*+,;=:@/";

    private IriEscape() {}

    static String path(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || ALLOWED.indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append("%%%02X".formatted((int) c));
            }
        }
        return escaped.toString();
    }
}
