package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;

/** A citation of which each letter and digit has its label; punctuation has none. */
final class LabelledText {
    static final byte NONE = -1;

    private final StringBuilder text = new StringBuilder();
    private byte[] labels = new byte[512];

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

    void insert(int at, char c, byte label) {
        if (text.length() == labels.length) {
            labels = Arrays.copyOf(labels, 2 * labels.length);
        }
        System.arraycopy(labels, at, labels, at + 1, text.length() - at);
        text.insert(at, c);
        labels[at] = label;
    }

    void delete(int from, int to) {
        System.arraycopy(labels, to, labels, from, text.length() - to);
        text.delete(from, to);
    }

    void replace(int at, char c) {
        text.setCharAt(at, c);
    }

    /** The labels of the words, as a tagger should find them. */
    Tagging tagging() {
        TokenSequence tokens = TokenSequence.of(toString());
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
