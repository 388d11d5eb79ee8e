package dev.precis.sparql.words;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Takes from characters what readers who seek a word do not type: case, accents, ligatures, punctuation. */
final class Folding {
    /** Stands for whatever parts words. */
    static final char GAP = ' ';

    // one character becomes at most four (ASCIIFoldingFilter.foldToASCII)
    private static final int LONGEST = 4;

    private Folding() {}

    /** What is left of a character: letters and digits, {@link #GAP gaps}, or nothing. */
    static String fold(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) ? Character.toString(Character.toLowerCase(c)) : " ";
        }
        // small, capital, small: so that every sharp s becomes ss; what that puts together is taken apart again
        String apart = Normalizer.normalize(
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        apart.codePoints().forEach(part -> append(folded, part));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int c) {
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
                    Character.OTHER_NUMBER -> folded.append(plain(c));
            default -> folded.append(GAP);
        }
    }

    // letters that no normal form of Unicode takes apart, though readers without the key for them type plain ones
    private static String plain(int c) {
        if (c == 'ς') {
            return "σ";
        }
        char[] characters = Character.toChars(c);
        char[] plain = new char[characters.length * LONGEST];
        int length = ASCIIFoldingFilter.foldToASCII(characters, 0, plain, 0, characters.length);
        String ascii = new String(plain, 0, length).toLowerCase(Locale.ROOT);
        return ascii.chars().allMatch(Character::isLetterOrDigit) ? ascii : Character.toString(c);
    }
}
