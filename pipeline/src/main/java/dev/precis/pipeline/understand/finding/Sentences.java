package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Words;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a paragraph into sentences: the JDK's boundaries (Unicode UAX 29), joined again where an abbreviation, a bracket
 * or a number was cut, and cut where a full stop and the next sentence touch.
 */
public final class Sentences {
    /** A bracket that stays open for longer was never meant to be closed. */
    private static final int LONGEST_BRACKET = 400;

    /** Abbreviations after which a sentence goes on, whatever follows. */
    private static final Set<String> TITLES = Words.of("""
        al e.g i.e vs cf dr mr mrs ms prof st no fig figs eq ch vol pp ed eds approx resp ca viz
        p jan feb mar apr jun jul aug sept sep oct nov dec
        """);

    private Sentences() {}

    /** The sentences in order, without the white space between them; together they hold every other character. */
    public static List<Passage> split(Passage paragraph) {
        String text = paragraph.text();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<Passage> sentences = new ArrayList<>();
        int start = 0;
        int depth = 0;
        int counted = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            depth = depth(text, counted, end, depth);
            counted = end;
            boolean inBracket = depth > 0 && end - start < LONGEST_BRACKET && closes(text, end);
            if (end < text.length() && (inBracket || continues(text, start, end))) {
                continue;
            }
            add(paragraph, start, end, sentences);
            start = end;
            depth = 0;
        }
        add(paragraph, start, text.length(), sentences);
        return List.copyOf(sentences);
    }

    private static void add(Passage paragraph, int from, int to, List<Passage> sentences) {
        String text = paragraph.text();
        int start = from;
        for (int i = from; i < to; i++) {
            if (isTouchingEnd(text, i, to)) {
                addStripped(paragraph, start, i + 1, sentences);
                start = i + 1;
            }
        }
        addStripped(paragraph, start, to, sentences);
    }

    /** "...symptoms.The authors": a full stop between a word of small letters and a capitalised word. */
    private static boolean isTouchingEnd(String text, int i, int to) {
        return text.charAt(i) == '.'
                && i >= 3
                && i + 2 < to
                && Character.isLowerCase(text.charAt(i - 1))
                && Character.isLowerCase(text.charAt(i - 2))
                && Character.isLowerCase(text.charAt(i - 3))
                && Character.isUpperCase(text.charAt(i + 1))
                && (Character.isLowerCase(text.charAt(i + 2)) || text.charAt(i + 2) == ' ');
    }

    private static void addStripped(Passage paragraph, int from, int to, List<Passage> sentences) {
        String text = paragraph.text();
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(paragraph.part(start, end));
        }
    }

    private static int depth(String text, int from, int to, int before) {
        int depth = before;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
            }
        }
        return depth;
    }

    /** Whether a closing bracket comes soon and before another opens. */
    private static boolean closes(String text, int from) {
        int last = Math.min(text.length(), from + LONGEST_BRACKET);
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (c == ')' || c == ']') {
                return true;
            }
            if (c == '(' || c == '[') {
                return false;
            }
        }
        return false;
    }

    private static boolean continues(String text, int start, int end) {
        int stop = end;
        while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        if (stop <= start || text.charAt(stop - 1) != '.') {
            return false;
        }
        char next = text.charAt(end);
        boolean goesOn = Character.isLowerCase(next) || next == ',' || next == ';' || next == ')' || next == '&';
        String word = lastWord(text, start, stop - 1);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
        // "p < .05." ends a sentence unless small letters follow; "p. 23" does not
        boolean symbol = word.equals("p") && !Character.isDigit(next);
        return goesOn || !symbol && (initial || TITLES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Letters and full stops back from {@code end}, at most twelve: "e.g", "al". */
    private static String lastWord(String text, int start, int end) {
        int from = end;
        while (from > start
                && end - from < 12
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return text.substring(from, end);
    }
}
