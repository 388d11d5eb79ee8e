package dev.precis.sparql.words;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Reads a text as its words in their {@linkplain Folding folded} form; one that is also written without its marks, as
 * Flueckiger is for Flückiger, stands a second time at the same place.
 */
final class WordTokenizer extends Tokenizer {
    /** Of a longer word, so much counts. */
    static final int LONGEST_WORD = 255;
    /** The flag of a word that nothing but a hyphen parts from the one before. */
    static final int AFTER_HYPHEN = 1;

    private static final int END = -1;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);

    private int next;
    private int read;
    // of the character before, what is not yet part of a word
    private String folded = "";
    private int used;
    private int character;
    // between this word and the one before
    private int gaps;
    private boolean hyphen;
    private final StringBuilder spelled = new StringBuilder();
    private boolean spelledOtherwise;
    private int start;
    private int end;

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        if (spelledOtherwise) {
            spelledOtherwise = false;
            term.append(spelled);
            increment.setPositionIncrement(0);
            offsets.setOffset(correctOffset(start), correctOffset(end));
            return true;
        }
        spelled.setLength(0);
        start = 0;
        end = 0;
        while (hasMore()) {
            char c = folded.charAt(used++);
            if (c != Folding.GAP) {
                append(c);
            } else {
                gaps++;
                hyphen = Folding.isHyphen(character);
                if (term.length() > 0) {
                    break;
                }
            }
        }
        spelledOtherwise &= spelled.length() <= LONGEST_WORD;
        offsets.setOffset(correctOffset(start), correctOffset(end));
        return term.length() > 0;
    }

    private void append(char c) {
        if (term.isEmpty()) {
            start = read - Character.charCount(character);
            flags.setFlags(hyphen && gaps == 1 && start > 0 ? AFTER_HYPHEN : 0);
            gaps = 0;
        }
        if (folded.indexOf(Folding.GAP) >= 0) {
            spelled.append(c);
        } else if (used == 1) {
            spelledOtherwise |= Folding.spell(spelled, character);
        }
        if (term.length() < LONGEST_WORD) {
            term.append(c);
        }
        end = read;
        hyphen = false;
        gaps = 0;
    }

    private boolean hasMore() throws IOException {
        while (used == folded.length()) {
            character = character();
            if (character == END) {
                return false;
            }
            folded = Folding.fold(character);
            used = 0;
            if (folded.isEmpty() && !spelled.isEmpty()) {
                spelledOtherwise |= Folding.spell(spelled, character); // a mark that is a character of its own
            }
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
        gaps = 0;
        hyphen = false;
        spelledOtherwise = false;
        next = input.read();
    }

    @Override
    public void end() throws IOException {
        super.end();
        offsets.setOffset(correctOffset(read), correctOffset(read));
    }
}
