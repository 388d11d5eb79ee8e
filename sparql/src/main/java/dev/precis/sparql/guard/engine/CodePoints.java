package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Refusal;

/**
 * Refuses a query with characters that are none: ARQ cuts {@code \UFFFFFFFF} to 16 bits, and what half a character or a
 * zero is written as differs from form to form.
 */
final class CodePoints {
    private static final int HEX = 16;
    private static final int SHORT = 4;
    private static final int LONG = 8;

    private CodePoints() {}

    /**
     * A text as ARQ reads it: with the characters that escapes stand for (SPARQL 1.1 section 19.2), wherever they are.
     *
     * @throws Refusal if a character, or an escape, stands for no code point of a text
     */
    static String decode(String text) {
        StringBuilder units = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                units.append(c);
                continue;
            }
            char kind = text.charAt(at++);
            int digits = kind == 'u' ? SHORT : kind == 'U' ? LONG : 0;
            if (digits == 0 || !isHex(text, at, at + digits)) {
                units.append(c).append(kind);
                continue;
            }
            append(units, Long.parseLong(text, at, at + digits, HEX), digits);
            at += digits;
        }
        if (units.codePoints().anyMatch(CodePoints::isNone)) {
            throw none("half a surrogate pair, or U+0000");
        }
        return units.toString();
    }

    /** Four digits may be the first half of a character whose second half follows, as in Java and JSON. */
    private static void append(StringBuilder units, long code, int digits) {
        if (digits == SHORT) {
            units.append((char) code);
        } else if (code > Character.MAX_CODE_POINT || isNone((int) code)) {
            throw none("\\U%08X".formatted(code));
        } else {
            units.appendCodePoint((int) code);
        }
    }

    private static boolean isNone(int code) {
        return code == 0 || Character.MIN_SURROGATE <= code && code <= Character.MAX_SURROGATE;
    }

    private static boolean isHex(String text, int from, int to) {
        return to <= text.length()
                && text.substring(from, to).chars().allMatch(c -> Character.digit(c, HEX) >= 0 && c < 0x80);
    }

    private static Refusal none(String what) {
        return new Refusal(Refusal.Reason.MALFORMED, "This query has what is no character in it: " + what + ".");
    }
}
