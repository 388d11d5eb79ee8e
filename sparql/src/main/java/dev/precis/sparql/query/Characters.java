package dev.precis.sparql.query;

/** Leaves out what no document may hold. */
public final class Characters {
    private Characters() {}

    /** The text without control characters, non-characters and lone surrogates (XML 1.0 section 2.2, Char). */
    public static String clean(String text) {
        if (text.codePoints().allMatch(Characters::allowed)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Characters::allowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                // HTML (13.1.3) refuses the C1 controls and all non-characters, too
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFDD0)
                || (c >= 0xFDF0 && c <= 0xFFFD)
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }
}
