package dev.precis.pipeline.domain;

import java.text.Normalizer;
import java.util.Locale;

/** The two normal forms of text that identity rests on: as shown, and as a key. */
public final class Texts {
    private Texts() {}

    /**
     * White space as a reader sees it: every run of white space (no-break and other Unicode spaces included) is one
     * space, none at the ends; soft hyphens, zero-width characters, control characters and what is no character at all
     * (lone surrogates, non-characters) are dropped. Nothing else changes.
     */
    public static String normalise(CharSequence raw) {
        if (isNormal(raw)) {
            return raw.toString();
        }
        StringBuilder out = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); ) {
            int c = Character.codePointAt(raw, i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = true;
            } else if (isShown(c)) {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /**
     * The key under which two spellings of a title are the same title: compatibility forms folded, accents off, lower
     * case, and every run of what is neither letter nor digit is one space. A text without letters and digits is its
     * own key.
     */
    public static String key(String text) {
        boolean isAscii = text.chars().allMatch(c -> c < 0x80);
        String folded = (isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                gap = true;
            }
        }
        return out.isEmpty() ? normalise(text) : out.toString();
    }

    /** Whether nothing is to be done, as for most short Latin texts; a false no only costs time. */
    private static boolean isNormal(CharSequence raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean isLatin = (c > ' ' && c < 0x7F) || (c >= 0xC0 && c < 0x250);
            if (!isLatin && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return raw.isEmpty() || before != ' ';
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            // joiners shape letters of some scripts and emoji; the rest of the format characters are invisible
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }
}
