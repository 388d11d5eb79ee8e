package dev.precis.pipeline.understand.citation.tagger;

import java.util.random.RandomGenerator;

/** What happens to citations while people type them. */
final class Typing {
    private final LabelledText text;
    private final RandomGenerator random;

    private Typing(LabelledText text, RandomGenerator random) {
        this.text = text;
        this.random = random;
    }

    /** Spoils the text here and there; most citations stay as they are. */
    static void spoil(LabelledText text, RandomGenerator random, int percent) {
        while (random.nextInt(100) < percent) {
            new Typing(text, random).slip();
        }
    }

    /** Cuts the end off; true where that loses letters or digits. */
    static boolean cut(LabelledText text, RandomGenerator random) {
        int end = Math.max(12, random.nextInt(text.length()));
        boolean loses = false;
        for (int i = end; i < text.length(); i++) {
            loses |= text.label(i) != LabelledText.NONE;
        }
        text.delete(Math.min(end, text.length()), text.length());
        return loses;
    }

    private void slip() {
        int kind = random.nextInt(16);
        int at = random.nextInt(text.length());
        switch (kind) {
            case 0, 1, 2 -> deleteNext(at, " ", true);
            case 3 -> deleteNext(at, ",", false);
            case 4 -> deleteNext(at, ".", false);
            case 5 -> doubleNext(at, ".");
            case 6 -> doubleNext(at, ",");
            case 7 -> replaceNext(at, '.', ',');
            case 8 -> replaceNext(at, ',', '.');
            case 9 -> doubleNext(at, " ");
            case 10 -> insertBefore(at, ",.;:)");
            case 11 -> replaceNext(at, '-', '\u2010');
            case 12 -> endWithoutStop();
            case 13 -> replaceNext(at, '\'', '\u2019');
            case 14 -> deleteNext(at, "()", false);
            default -> replaceNext(at, ':', '.');
        }
    }

    private int next(int from, String wanted) {
        int at = from;
        while (at < text.length() && (wanted.indexOf(text.charAt(at)) < 0 || isInIdentifier(at))) {
            at++;
        }
        return at;
    }

    /** An address with a character left out is another address, and no one could know. */
    private boolean isInIdentifier(int at) {
        byte identifier = (byte) Label.IDENTIFIER.ordinal();
        return at > 0 && text.label(at - 1) == identifier
                || at + 1 < text.length() && text.label(at + 1) == identifier && text.charAt(at) != ' ';
    }

    private void deleteNext(int from, String wanted, boolean afterPunctuation) {
        int at = next(from, wanted);
        while (afterPunctuation && at < text.length() && (at == 0 || Character.isLetterOrDigit(text.charAt(at - 1)))) {
            at = next(at + 1, wanted);
        }
        if (at > 0 && at < text.length()) {
            text.delete(at, at + 1);
        }
    }

    private void doubleNext(int from, String wanted) {
        int at = next(from, wanted);
        if (at < text.length()) {
            text.insert(at, text.charAt(at), LabelledText.NONE);
        }
    }

    private void replaceNext(int from, char wanted, char other) {
        int at = next(from, String.valueOf(wanted));
        if (at < text.length()) {
            text.replace(at, other);
        }
    }

    private void insertBefore(int from, String wanted) {
        int at = next(from, wanted);
        if (at < text.length()) {
            text.insert(at, ' ', LabelledText.NONE);
        }
    }

    private void endWithoutStop() {
        int end = text.length();
        if (text.charAt(end - 1) == '.') {
            text.delete(end - 1, end);
        }
    }
}
