package dev.precis.sparql.query;

/** Tells characters that documents may hold from those that they may not. */
public final class Characters {
    private Characters() {}

    /** The text without control characters, non-characters and lone surrogates. */
    public static String clean(String text) {
        if (isPlain(text) || text.codePoints().allMatch(Characters::allowed)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Characters::allowed).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Most texts are ASCII that can be seen: pages ask this of every term that they show. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    // HTML (13.1.3) refuses the C1 controls and all non-characters, too
    private static boolean allowed(int c) {
        return isXml(c) && (c < 0x7F || c >= 0xA0) && (c < 0xFDD0 || c >= 0xFDF0) && (c & 0xFFFE) != 0xFFFE;
    }

    /** Whether XML has a way to write every character of the text. */
    public static boolean isXml(String text) {
        return text.codePoints().allMatch(Characters::isXml);
    }

    /** XML 1.0 section 2.2, Char: there is no way to write the others, not even escaped. */
    public static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
