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

    private static final int DIAERESIS = 0x308;
    private static final int RING = 0x30A;

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

    /**
     * Appends a character as it is written where its mark cannot be typed (as passports do: ICAO Doc 9303, part 3,
     * section 6): ü as ue, ø as oe, å as aa.
     *
     * @return whether that is another spelling than the {@linkplain #fold folded} one
     */
    static boolean spell(StringBuilder spelled, int c) {
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        int mark = apart.codePointBefore(apart.length());
        char letter = letter(spelled, apart);
        if (mark == DIAERESIS && "aou".indexOf(letter) >= 0) {
            spelled.append(apart.length() > 1 ? letter + "e" : "e");
        } else if (mark == RING && letter == 'a') {
            spelled.append(apart.length() > 1 ? "aa" : "a");
        } else if (c == 'ø' || c == 'Ø') {
            spelled.append("oe");
        } else {
            spelled.append(fold(c));
            return false;
        }
        return true;
    }

    // what a mark stands above, which may be the character before
    private static char letter(StringBuilder spelled, String apart) {
        if (apart.length() > 1) {
            return Character.toLowerCase(apart.charAt(0));
        }
        return spelled.isEmpty() ? GAP : spelled.charAt(spelled.length() - 1);
    }

    /** Whether a character joins two words to one, as in drop-out. */
    static boolean isHyphen(int c) {
        return c == '-' || c == 0x2010 || c == 0x2011;
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
