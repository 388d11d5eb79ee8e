package dev.precis.sparql.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes from a text the sentence with the most of what was sought, and marks it there. */
public final class Marker {
    /** Of a longer sentence so many characters are shown. */
    private static final int LONGEST = 300;
    /** So many of them before the first mark. */
    private static final int BEFORE = 100;

    private static final String MORE = "…";

    private final List<Sign> signs;
    private final Collection<Language> languages;

    /** Part of a sentence, which was sought or not. */
    public record Piece(String text, boolean marked) {}

    Marker(Collection<Phrase> phrases, Collection<Language> languages) {
        this.languages = languages;
        this.signs = phrases.stream().map(phrase -> Sign.of(phrase, languages)).toList();
    }

    /** A word of a text in its forms, and which signs it is of. */
    private record Word(int start, int end, Set<String> forms, Set<String> joined, BitSet signs) {}

    /** The first sentence that says the most of what was sought; the beginning of the text if none does. */
    public List<Piece> sentence(String text) {
        List<Word> words = words(text);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int best = -1;
        int from = 0;
        int to = text.length();
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            int said = said(words, start, end);
            if (said > best) {
                best = said;
                from = start;
                to = end;
            }
        }
        return pieces(text, words, from, to, LONGEST);
    }

    /** A text that is no sentence, marked the same way. */
    public List<Piece> whole(String text) {
        return pieces(text, words(text), 0, text.length(), text.length());
    }

    private static int said(List<Word> words, int start, int end) {
        BitSet said = new BitSet();
        words.stream()
                .filter(word -> word.start() >= start && word.end() <= end)
                .forEach(word -> said.or(word.signs()));
        return said.cardinality();
    }

    private static List<Piece> pieces(String text, List<Word> words, int start, int end, int longest) {
        List<Word> marked = words.stream()
                .filter(word -> word.start() >= start && word.end() <= end)
                .filter(word -> !word.signs().isEmpty())
                .toList();
        int first = marked.isEmpty() ? start : marked.getFirst().start();
        int from = end - start <= longest || first - start <= BEFORE ? start : wordAfter(text, first - BEFORE);
        int to = end - from <= longest ? end : wordBefore(text, from + longest);
        List<Piece> pieces = new ArrayList<>();
        add(pieces, from > start ? MORE + " " : "", false);
        int at = from;
        for (Word word : marked) {
            if (word.start() >= at && word.end() <= to) {
                add(pieces, text.substring(at, word.start()), false);
                add(pieces, text.substring(word.start(), word.end()), true);
                at = word.end();
            }
        }
        add(pieces, text.substring(at, Math.max(at, to)).stripTrailing(), false);
        add(pieces, to < end ? " " + MORE : "", false);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    private static int wordAfter(String text, int at) {
        int space = text.indexOf(' ', at);
        return space < 0 ? at : space + 1;
    }

    private static int wordBefore(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        return space > at - BEFORE ? space : at;
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Stream.concat(
                        Stream.of(WordAnalyzer.plain()),
                        languages.stream().map(language -> WordAnalyzer.of(Optional.of(language))))
                .forEach(analyzer -> read(text, analyzer, words));
        for (int sign = 0; sign < signs.size(); sign++) {
            mark(words, sign);
        }
        return words;
    }

    private void mark(List<Word> words, int sign) {
        Sign sought = signs.get(sign);
        for (int from = 0; from < words.size(); from++) {
            int to = from + sought.length();
            if (to <= words.size()
                    && sought.isOf(
                            words.subList(from, to).stream().map(Word::forms).toList())) {
                words.subList(from, to).forEach(word -> word.signs().set(sign));
            }
            if (from > 0 && words.get(from).joined().stream().anyMatch(sought::isJoined)) {
                words.subList(from - 1, from + 1).forEach(word -> word.signs().set(sign));
            }
        }
    }

    private static void read(String text, WordAnalyzer analyzer, List<Word> words) {
        for (WordAnalyzer.Token token : analyzer.tokens(text)) {
            if (token.place() == words.size()) {
                words.add(new Word(token.start(), token.end(), new HashSet<>(), new HashSet<>(), new BitSet()));
            }
            Word word = words.get(token.place());
            (token.ofTwo() ? word.joined() : word.forms()).add(token.form());
        }
    }
}
