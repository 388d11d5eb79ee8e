package dev.precis.pipeline.understand.finding.token;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A word, a number or a sign of a sentence, folded so that typographic variants are equal.
 *
 * @param text the folded form: {@code R²} is {@code R2}, every dash is {@code -}; a number as printed
 * @param lower the same in small letters
 * @param value of a number; zero for the rest
 * @param start offset of its first character in the sentence
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, String lower, BigDecimal value, int start, int end) {

    /** What a token is. */
    public enum Kind {
        NUMBER,
        WORD,
        SIGN
    }

    public static Token word(String text, int start, int end) {
        return new Token(Kind.WORD, text, text.toLowerCase(Locale.ROOT), BigDecimal.ZERO, start, end);
    }

    public static Token sign(String text, int start, int end) {
        return new Token(Kind.SIGN, text, text, BigDecimal.ZERO, start, end);
    }

    public static Token number(String text, BigDecimal value, int start, int end) {
        return new Token(Kind.NUMBER, text, text.toLowerCase(Locale.ROOT), value, start, end);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isSign() {
        return kind == Kind.SIGN;
    }

    /** Whether the number was written out: "fifty-three". */
    public boolean isSpelled() {
        return isNumber() && Character.isLetter(text.codePointAt(0));
    }

    public boolean hasFraction() {
        return value.scale() > 0;
    }
}
