package dev.precis.sparql.words;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is sought in texts: words in any of their forms, or the beginnings of them, and whole phrases that stood in
 * quotation marks. Neither case nor accents nor punctuation matter.
 *
 * @param phrases each once
 */
public record Words(List<Phrase> phrases) {
    private static final Pattern TERM = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”„]|([^\\s\"“”„]+)");

    public Words {
        phrases = List.copyOf(phrases);
    }

    /** Reads what somebody typed. A quotation mark without its pair does not count. */
    public static Words of(String typed) {
        return new Words(TERM.matcher(typed)
                .results()
                .map(Words::phrase)
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .toList());
    }

    private static Phrase phrase(MatchResult match) {
        return match.group(1) == null ? Phrase.of(match.group(2), true) : Phrase.of(match.group(1), false);
    }

    /** Whether there is nothing to seek. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }
}
