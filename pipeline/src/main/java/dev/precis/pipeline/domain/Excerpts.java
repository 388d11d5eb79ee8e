package dev.precis.pipeline.domain;

import java.util.List;
import java.util.regex.Pattern;

/** How texts look that go on elsewhere. */
public final class Excerpts {
    /** What links say that lead on, in the languages of the systems that make lists. */
    private static final String LEADING = "(?i:continue reading|read (?:more|on|full|the (?:full|whole|rest))"
            + "|full (?:post|article|summary|text)|weiterlesen|mehr lesen|lire la suite|en savoir plus|lire plus"
            + "|seguir leyendo|leer más|lees verder|continua a leggere|leggi tutto|continue lendo|leia mais|läs mer"
            + "|les mer|læs mere)\\b.{0,100}";

    private static final Pattern LINK = pattern("\\W{0,4}(?:" + LEADING + "|(?i:more)\\W*)");
    private static final Pattern LED_ON = pattern("(?:.*[\\s.…\\])»→])?\\[?" + LEADING + "(?<![.!?][\"”’)]{0,1})");
    /** How a text ends that was cut: WordPress, Drupal, Blogger; a mere ellipsis, too. */
    private static final Pattern CUT = pattern(".*(?:…|\\.\\.\\.)[\\])]?");

    private Excerpts() {}

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Whether the words of a link say no more than that it leads on. */
    public static boolean leadsOn(String words) {
        return LINK.matcher(words).matches();
    }

    /** Whether the text of a post ends as if it went on elsewhere; what has implications is a whole summary. */
    public static boolean isExcerpt(Draft draft) {
        // a list glues the beginning of a text to the line above it
        List<Passage> text = draft.body().isEmpty() ? draft.citations() : draft.body();
        if (text.isEmpty() || !draft.implications().isEmpty()) {
            return false;
        }
        String last = text.getLast().text().strip();
        return CUT.matcher(last).matches() || LED_ON.matcher(last).matches();
    }
}
