package dev.precis.sparql.words;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Reads a text as its words in their {@linkplain Folding folded} form. */
final class WordTokenizer extends Tokenizer {
    /** Of a longer word, so much counts. */
    static final int LONGEST_WORD = 255;

    private static final int END = -1;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);

    private int next;
    private int read;
    // of the character before, what is not yet part of a word
    private String folded = "";
    private int used;

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        int start = 0;
        int end = 0;
        while (hasMore()) {
            char c = folded.charAt(used++);
            if (c != Folding.GAP) {
                if (term.length() == 0) {
                    start = read - 1;
                }
                if (term.length() < LONGEST_WORD) {
                    term.append(c);
                }
                end = read;
            } else if (term.length() > 0) {
                break;
            }
        }
        offsets.setOffset(correctOffset(start), correctOffset(end));
        return term.length() > 0;
    }

    private boolean hasMore() throws IOException {
        while (used == folded.length()) {
            int c = character();
            if (c == END) {
                return false;
            }
            folded = Folding.fold(c);
            used = 0;
        }
        return true;
    }

    private int character() throws IOException {
        int first = next;
        if (first == END) {
            return END;
        }
        read++;
        next = input.read();
        if (Character.isHighSurrogate((char) first) && next != END && Character.isLowSurrogate((char) next)) {
            int pair = Character.toCodePoint((char) first, (char) next);
            read++;
            next = input.read();
            return pair;
        }
        return first;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        folded = "";
        used = 0;
        read = 0;
        next = input.read();
    }

    @Override
    public void end() throws IOException {
        super.end();
        offsets.setOffset(correctOffset(read), correctOffset(read));
    }
}
