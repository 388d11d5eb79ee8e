package dev.precis.sparql.query;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is sought in texts: the beginnings of words, and whole phrases that stood in quotation marks. Neither case nor
 * accents nor punctuation matter.
 */
public final class Words {
    private static final Pattern TERM = Pattern.compile("[\"“”„]([^\"“”„]*)[\"“”„]|([^\\s\"“”„]+)");
    /** Letters that no normal form of Unicode takes apart, though readers without the key for them type plain ones. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ł', "l", (int) 'ø', "o", (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'æ', "ae", (int) 'œ',
            "oe", (int) 'ı', "i", (int) 'ς', "σ");

    private final List<String> terms;

    private Words(List<String> terms) {
        this.terms = terms;
    }

    /** Reads what somebody typed. A quotation mark without its pair does not count. */
    public static Words of(String typed) {
        return new Words(TERM.matcher(typed)
                .results()
                .map(Words::term)
                .filter(term -> !term.isBlank())
                .distinct()
                .toList());
    }

    private static String term(MatchResult match) {
        return match.group(1) == null ? normal(match.group(2)).stripTrailing() : normal(match.group(1));
    }

    /** Whether there is nothing to seek. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether all of it is in a text in its {@linkplain #normal normal} form. */
    public boolean in(String normal) {
        return terms.stream().allMatch(normal::contains);
    }

    /** The words of a text, each between single spaces, in small letters without accents. */
    public static String normal(String text) {
        // small, capital, small: so that every sharp s becomes ss; what that puts together is taken apart again
        String folded = Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKD);
        StringBuilder normal = new StringBuilder(folded.length() + 2).append(' ');
        folded.codePoints().forEach(c -> append(normal, c));
        return (normal.charAt(normal.length() - 1) == ' ' ? normal : normal.append(' ')).toString();
    }

    private static void append(StringBuilder normal, int c) {
        switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                // accents; soft hyphens and joiners, which nobody sees
            }
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> normal.append(PLAIN.getOrDefault(c, Character.toString(c)));
            default -> {
                if (normal.charAt(normal.length() - 1) != ' ') {
                    normal.append(' ');
                }
            }
        }
    }
}
