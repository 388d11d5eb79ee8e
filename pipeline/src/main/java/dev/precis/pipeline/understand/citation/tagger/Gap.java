package dev.precis.pipeline.understand.citation.tagger;

/** The punctuation between two words: its kind decides what may change there. */
final class Gap {
    static final int SPACE = 1;
    static final int COMMA = 2;
    static final int STOP = 3;
    static final int STOP_AND_COMMA = 4;
    static final int OPEN = 5;
    static final int CLOSE = 6;
    static final int CLOSE_AND_STOP = 7;
    static final int COLON = 8;
    static final int SEMICOLON = 9;
    static final int AMPERSAND = 10;
    static final int DASH = 11;
    static final int QUESTION = 12;
    static final int QUOTE = 13;
    static final int GLUED_STOP = 14;
    static final int OTHER = 15;
    static final int COUNT = 16;

    /** More punctuation than this between two words tells nothing more. */
    private static final int LONGEST = 8;

    private Gap() {}

    /** Typography that means the same is one character. */
    static char folded(char c) {
        if (c < 0x80) {
            return c < ' ' ? ' ' : c;
        }
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u00ad' -> '-';
            case '\u2018', '\u2019', '\u02bc', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
            default -> Character.isSpaceChar(c) ? ' ' : c;
        };
    }

    static int hash(String text, int start, int end) {
        int hash = 1;
        int last = Math.min(end, start + LONGEST);
        for (int i = start; i < last; i++) {
            hash = 31 * hash + folded(text.charAt(i));
        }
        return end == text.length() ? -hash : hash;
    }

    static int kind(String text, int start, int end) {
        int seen = 0;
        int last = Math.min(end, start + LONGEST);
        for (int i = start; i < last; i++) {
            seen |= bit(folded(text.charAt(i)));
        }
        return KINDS[seen];
    }

    private static final int A_SPACE = 1;
    private static final int A_COMMA = 2;
    private static final int A_STOP = 4;
    private static final int AN_OPENING = 8;
    private static final int A_CLOSING = 16;
    private static final int A_COLON = 32;
    private static final int A_SEMICOLON = 64;
    private static final int AN_AMPERSAND = 128;
    private static final int A_DASH = 256;
    private static final int A_QUESTION = 512;
    private static final int A_QUOTE = 1024;
    private static final int ANOTHER = 2048;
    private static final byte[] KINDS = kinds();

    private static int bit(char c) {
        return switch (c) {
            case ' ' -> A_SPACE;
            case ',' -> A_COMMA;
            case '.' -> A_STOP;
            case '(', '[' -> AN_OPENING;
            case ')', ']' -> A_CLOSING;
            case ':' -> A_COLON;
            case ';' -> A_SEMICOLON;
            case '&' -> AN_AMPERSAND;
            case '-' -> A_DASH;
            case '?', '!' -> A_QUESTION;
            case '"' -> A_QUOTE;
            default -> ANOTHER;
        };
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[2 * ANOTHER];
        for (int seen = 0; seen < kinds.length; seen++) {
            kinds[seen] = (byte) kind(seen);
        }
        return kinds;
    }

    private static int kind(int seen) {
        if ((seen & AN_OPENING) != 0) {
            return OPEN;
        } else if ((seen & A_CLOSING) != 0) {
            return (seen & (A_STOP | A_COMMA)) != 0 ? CLOSE_AND_STOP : CLOSE;
        } else if ((seen & AN_AMPERSAND) != 0) {
            return AMPERSAND;
        } else if ((seen & A_QUOTE) != 0) {
            return QUOTE;
        } else if ((seen & A_QUESTION) != 0) {
            return QUESTION;
        } else if ((seen & A_SEMICOLON) != 0) {
            return SEMICOLON;
        } else if ((seen & A_COLON) != 0) {
            return COLON;
        } else if ((seen & A_STOP) != 0) {
            return (seen & A_COMMA) != 0 ? STOP_AND_COMMA : (seen & A_SPACE) != 0 ? STOP : GLUED_STOP;
        } else if ((seen & A_COMMA) != 0) {
            return COMMA;
        } else if ((seen & A_DASH) != 0) {
            return DASH;
        }
        return seen == A_SPACE ? SPACE : seen == 0 ? 0 : OTHER;
    }
}
