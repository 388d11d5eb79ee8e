package dev.precis.sparql.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Words that follow one another in a text, in the form in which they are sought: neither case nor accents nor
 * punctuation matter.
 *
 * @param typed as somebody typed it
 * @param reach what else than these words does
 */
public record Phrase(String typed, List<String> words, Reach reach) {
    /** What finds a phrase. */
    public enum Reach {
        /** The words themselves. */
        WORDS,
        /** Other forms of them as well. */
        FORMS,
        /** Other forms, and whatever the last word is the beginning of. */
        BEGINNINGS
    }

    public Phrase {
        words = List.copyOf(words);
    }

    /** The words of a text, in whatever form; there may be none. */
    static Phrase inAnyForm(String text) {
        return of(text, Reach.FORMS);
    }

    /**
     * The words of a text; there may be none.
     *
     * @param cutShort whether other forms do as well, and the last may be the beginning of one
     */
    public static Phrase of(String text, boolean cutShort) {
        return of(text, cutShort ? Reach.BEGINNINGS : Reach.WORDS);
    }

    private static Phrase of(String text, Reach reach) {
        try (WordTokenizer tokenizer = new WordTokenizer()) {
            CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokenizer.getAttribute(PositionIncrementAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            List<String> words = new ArrayList<>();
            while (tokenizer.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    words.add(term.toString());
                }
            }
            tokenizer.end();
            return new Phrase(text, words, reach);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This and the next as one, side by side or joined, if both are single words: drop out, drop-out, dropout. */
    Optional<Phrase> with(Phrase next) {
        boolean single = cutShort() && next.cutShort() && words.size() == 1 && next.words.size() == 1;
        return single ? Optional.of(inAnyForm(typed + "-" + next.typed)) : Optional.empty();
    }

    /** Whether its last word may be the beginning of one. */
    public boolean cutShort() {
        return reach == Reach.BEGINNINGS;
    }

    /** Whether there is nothing to seek. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether it stands in a text. */
    boolean in(String text) {
        List<String> all = of(text, false).words();
        for (int from = 0; from + words.size() <= all.size(); from++) {
            if (isAt(from, all)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int from, List<String> all) {
        int last = words.size() - 1;
        String there = all.get(from + last);
        return all.subList(from, from + last).equals(words.subList(0, last))
                && (cutShort() ? there.startsWith(words.get(last)) : there.equals(words.get(last)));
    }
}
