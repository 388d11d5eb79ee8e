package dev.precis.pipeline.understand;

import dev.precis.pipeline.domain.Implication;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts the printed implications into single pieces of advice: a point of a list is one, and of running text every
 * sentence is one that can stand alone. All others stay with the sentence before them; none crosses a paragraph. One
 * space between two claims gives the paragraph again.
 */
public final class ImplicationSplitter {
    /** First words that point back: to what was said, or to whom it was said of. */
    private static final Set<String> BACKWARD = Words.of("""
        this that these those they he she his her their its such both neither either others another
        however therefore thus hence consequently accordingly conversely instead otherwise rather nevertheless
        nonetheless still yet also moreover furthermore similarly likewise indeed then finally
        and but or nor so perhaps maybe yes no
        """);

    private static final List<String> BACKWARD_PHRASES = List.of(
            "for example",
            "for instance",
            "for this",
            "for these",
            "in addition",
            "in contrast",
            "in particular",
            "in other words",
            "in turn",
            "in this",
            "in that",
            "in these",
            "in doing so",
            "as a result",
            "as such",
            "at the same time",
            "by contrast",
            "on the other hand",
            "once this",
            "if so",
            "if not");

    /** "Those who supervise should ...": it says itself whom it means. */
    private static final Pattern DEFINED = Pattern.compile("(those|that|such) (who|whom|whose|which|with|of|as)\\b");

    /** "It may be worth asking", "It seems wise to ask": this "it" stands for what follows. */
    private static final Pattern EXPLETIVE = Pattern.compile(
            "it (?:\\p{L}+ ){0,2}?(?:be|is|was|seems?|appears?|helps|pays) (?!the |an? |one )(?:\\p{L}+ ){0,2}?"
                    + "(?:to|that|for|whether|how|worth)\\b");

    /** "Once identified, ...": what was said just now. */
    private static final Pattern PARTICIPLE = Pattern.compile("(once|when|if|unless|until|though) \\p{L}+ed,");

    /** As much of a sentence as tells how it begins. */
    private static final int HEAD = 100;

    private ImplicationSplitter() {}

    /** The claims of a section in order. */
    public static List<Implication> split(List<Passage> paragraphs) {
        List<Implication> implications = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            for (Passage claim : claims(paragraphs.get(i))) {
                implications.add(new Implication(claim, i + 1));
            }
        }
        return List.copyOf(implications);
    }

    private static List<Passage> claims(Passage paragraph) {
        String text = paragraph.text();
        List<Passage> sentences = paragraph.item() ? List.of() : Sentences.split(paragraph);
        List<Passage> claims = new ArrayList<>();
        OpenSigns open = new OpenSigns(text);
        int start = 0;
        int read = 0;
        for (Passage sentence : sentences) {
            int at = text.indexOf(sentence.text(), read);
            if (read > 0 && !open.at(at) && standsAlone(text, at)) {
                claims.add(claim(paragraph, start, at));
                start = at;
            }
            read = at + sentence.text().length();
            open.read(sentence.text());
        }
        if (!text.isBlank()) {
            claims.add(claim(paragraph, start, text.length()));
        }
        return claims;
    }

    private static Passage claim(Passage paragraph, int from, int to) {
        int start = from;
        int end = to;
        while (Character.isWhitespace(paragraph.text().charAt(start))) {
            start++;
        }
        while (Character.isWhitespace(paragraph.text().charAt(end - 1))) {
            end--;
        }
        return paragraph.part(start, end);
    }

    private static boolean standsAlone(String text, int at) {
        String head = text.substring(at, Math.min(text.length(), at + HEAD));
        return Character.isWhitespace(text.charAt(at - 1))
                && !Character.isLowerCase(head.codePointAt(0))
                && head.charAt(0) != '(' // a sentence in brackets explains the one before
                && !pointsBack(head);
    }

    private static boolean pointsBack(String sentence) {
        String plain = sentence.replaceFirst("^[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return true; // nothing but signs
        }
        String first = plain.split("[^\\p{L}\\p{N}]", 2)[0];
        if (first.equals("it")) {
            return !EXPLETIVE.matcher(plain).lookingAt();
        }
        return BACKWARD.contains(first) && !DEFINED.matcher(plain).lookingAt()
                || PARTICIPLE.matcher(plain).lookingAt()
                || BACKWARD_PHRASES.stream().anyMatch(plain::startsWith);
    }

    /** Quotations and brackets that a sentence leaves open and a later one closes. */
    private static final class OpenSigns {
        private final int lastQuote;
        private final int lastStraight;
        private final int lastBracket;
        private int quotes;
        private int straight;
        private int brackets;

        OpenSigns(String text) {
            lastQuote = text.lastIndexOf('\u201D');
            lastStraight = text.lastIndexOf('"');
            lastBracket = text.lastIndexOf(')');
        }

        void read(String sentence) {
            for (int i = 0; i < sentence.length(); i++) {
                switch (sentence.charAt(i)) {
                    case '\u201C' -> quotes++;
                    case '\u201D' -> quotes = Math.max(0, quotes - 1);
                    case '"' -> straight ^= 1;
                    case '(' -> brackets++;
                    case ')' -> brackets = Math.max(0, brackets - 1);
                    default -> {}
                }
            }
        }

        boolean at(int place) {
            return quotes > 0 && lastQuote >= place
                    || straight > 0 && lastStraight >= place
                    || brackets > 0 && lastBracket >= place;
        }
    }
}
