package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;
import java.util.BitSet;

/** A citation of which each letter and digit has its label; punctuation has none. */
final class LabelledText {
    static final byte NONE = -1;

    private final StringBuilder text = new StringBuilder();
    private byte[] labels = new byte[512];
    private boolean[] emphasised = new boolean[512];
    private boolean emphasising;

    int length() {
        return text.length();
    }

    char charAt(int at) {
        return text.charAt(at);
    }

    byte label(int at) {
        return labels[at];
    }

    @Override
    public String toString() {
        return text.toString();
    }

    LabelledText copy() {
        LabelledText copy = new LabelledText();
        copy.text.append(text);
        copy.labels = labels.clone();
        copy.emphasised = emphasised.clone();
        return copy;
    }

    /** A stop or comma after a question mark or another stop is not printed. */
    void add(String more, Label label) {
        int from = 0;
        while (from < more.length() && isSwallowed(more.charAt(from))) {
            from++;
        }
        for (int i = from; i < more.length(); i++) {
            insert(
                    text.length(),
                    more.charAt(i),
                    Character.isLetterOrDigit(more.charAt(i)) ? (byte) label.ordinal() : NONE);
        }
    }

    private boolean isSwallowed(char c) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return c == '.' && (last == '.' || last == '?' || last == '!');
    }

    /** Whether what is added from now on is set in italics. */
    void emphasise(boolean italics) {
        emphasising = italics;
    }

    boolean isEmphasised(int at) {
        return emphasised[at];
    }

    /** What is set in italics, as a tagger is told. */
    BitSet emphasis() {
        BitSet italics = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            italics.set(i, emphasised[i]);
        }
        return italics;
    }

    void insert(int at, char c, byte label) {
        if (text.length() == labels.length) {
            labels = Arrays.copyOf(labels, 2 * labels.length);
            emphasised = Arrays.copyOf(emphasised, labels.length);
        }
        System.arraycopy(labels, at, labels, at + 1, text.length() - at);
        System.arraycopy(emphasised, at, emphasised, at + 1, text.length() - at);
        text.insert(at, c);
        labels[at] = label;
        emphasised[at] = emphasising;
    }

    void delete(int from, int to) {
        System.arraycopy(labels, to, labels, from, text.length() - to);
        System.arraycopy(emphasised, to, emphasised, from, text.length() - to);
        text.delete(from, to);
    }

    void replace(int at, char c) {
        text.setCharAt(at, c);
    }

    /** Letter for letter, so that the look is learned of a script that our lists do not have. */
    void toCyrillic() {
        for (int i = 0; i < text.length(); i++) {
            int at = "abcdefghijklmnopqrstuvwxyz".indexOf(Character.toLowerCase(text.charAt(i)));
            if (at >= 0 && labels[i] != Label.IDENTIFIER.ordinal()) {
                char c = "абцдефгхийклмнопярстувжчыз".charAt(at);
                text.setCharAt(i, Character.isUpperCase(text.charAt(i)) ? Character.toUpperCase(c) : c);
            }
        }
    }

    /** The labels of the words, as a tagger should find them. */
    Tagging tagging() {
        TokenSequence tokens = TokenSequence.of(toString(), emphasis());
        return new Tagging(tokens.starts, tokens.ends, labels(tokens));
    }

    byte[] labels(TokenSequence tokens) {
        byte[] known = new byte[tokens.size];
        for (int i = 0; i < tokens.size; i++) {
            int at = tokens.starts[i];
            while (labels[at] == NONE && at + 1 < tokens.ends[i]) {
                at++;
            }
            known[i] = labels[at] == NONE ? (byte) Label.MARK.ordinal() : labels[at];
        }
        return known;
    }
}
