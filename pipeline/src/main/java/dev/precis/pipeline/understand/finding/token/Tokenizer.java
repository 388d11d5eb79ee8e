package dev.precis.pipeline.understand.finding.token;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a sentence into tokens, each character looked at a bounded number of times. */
public final class Tokenizer {
    /** Longer runs of digits are codes, and their decimal value would cost quadratic time. */
    private static final int MOST_DIGITS = 18;

    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D";
    private static final String MISPRINTED_EQUALS = "\u03ED";
    private static final String MISPRINTED_LESS = "\u03FD";
    private static final String MISPRINTED_GREATER = "\u03FE";
    private static final String MISPRINTED = MISPRINTED_EQUALS + MISPRINTED_LESS + MISPRINTED_GREATER;

    private static final String APOSTROPHES = "'\u2019\u2018\u02BC";

    /** After a sign of relation a comma is no list's. */
    private static final Set<String> EQUATING = Set.of("=", "<", ">", "<=", ">=", "~", "\u00B1");

    private final String text;
    private final Numerals numerals;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text, Numerals numerals) {
        this.text = text;
        this.numerals = numerals;
    }

    public static List<Token> read(String text) {
        return read(text, Numerals.POINT);
    }

    /** @param numerals of the language, which what the text itself prints may prove wrong */
    public static List<Token> read(String text, Numerals numerals) {
        Tokenizer tokenizer = new Tokenizer(text, numerals.orTold(text));
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int c = text.codePointAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at += Character.charCount(c);
        } else if (startsNumber(at)) {
            number(at, at);
        } else if (isDash(at) && isMinus()) {
            int digits = at + 1;
            while (digits < text.length() && text.charAt(digits) == ' ') {
                digits++;
            }
            number(at, digits);
        } else if (Character.isLetter(c) && MISPRINTED.indexOf(c) < 0) {
            word();
        } else {
            sign(c);
        }
    }

    /** A dash is a minus when a number follows and none precedes: "= -.3", "[-.1, -.2]", but not "69-80". */
    private boolean isMinus() {
        int next = at + 1;
        boolean spaced = next < text.length() && text.charAt(next) == ' ';
        if (!startsNumber(spaced ? next + 1 : next)) {
            return false;
        }
        if (tokens.isEmpty()) {
            return !spaced;
        }
        Token last = tokens.getLast();
        if (spaced) {
            return last.isSign() && "=<>([,;:~".contains(last.text());
        }
        boolean touches = last.end() == at;
        if (last.isSign()) {
            return !")]%".contains(last.text()) || !touches;
        }
        // a true minus sign may touch a symbol ("β−.17"); between numbers only white space makes it a sign
        return touches ? last.isWord() && text.charAt(at) == '\u2212' : !last.isNumber() || text.charAt(at) == '\u2212';
    }

    private boolean startsNumber(int i) {
        if (isDigit(i)) {
            return true;
        }
        boolean sign = Digits.isDecimalPoint(text, i) || isDecimalComma(i);
        return sign && isDigit(i + 1) && !isDigit(i - 1);
    }

    /** "r = ,31" and "r = -,31": behind a sign of relation no comma begins a list. */
    private boolean isDecimalComma(int i) {
        return i < text.length()
                && text.charAt(i) == ','
                && !tokens.isEmpty()
                && EQUATING.contains(tokens.getLast().text());
    }

    private void number(int start, int from) {
        String last = tokens.isEmpty() ? "" : tokens.getLast().text();
        Digits number = Digits.read(text, from, numerals, EQUATING.contains(last), isInDegreesOfFreedom());
        int end = number.end();
        if (number.value().isEmpty()) {
            at = end;
            tokens.add(Token.word(text.substring(start, end), start, end));
            return;
        }
        String digits = (start == from ? "" : "-") + number.value();
        at = end;
        String printed = text.substring(start, end);
        if (digits.length() > MOST_DIGITS || isLetter(end) && !isExponent(end)) {
            unitOrCode(printed, digits, start, end);
            return;
        }
        if (isExponent(end)) {
            // one or two digits of an exponent
            int stop = isDigit(end + 3) ? end + 4 : end + 3;
            digits += "E-" + text.substring(end + 2, stop);
            at = stop;
        }
        tokens.add(Token.number(printed, new BigDecimal(digits), start, at));
    }

    /** "12weeks" and "95CI" are a number and a word; "2nd", "3a" and runs of twenty digits are neither. */
    private void unitOrCode(String printed, String digits, int start, int end) {
        int stop = end;
        while (isLetter(stop)) {
            stop++;
        }
        String letters = text.substring(end, stop);
        boolean ordinal = letters.equals("st") || letters.equals("nd") || letters.equals("rd") || letters.equals("th");
        if (digits.length() > MOST_DIGITS || ordinal || stop - end < 2 || isDigit(stop)) {
            at = stop;
            tokens.add(Token.word(printed + letters, start, stop));
        } else {
            tokens.add(Token.number(printed, new BigDecimal(digits), start, end));
        }
    }

    private boolean isInDegreesOfFreedom() {
        int size = tokens.size();
        return size >= 2
                && "([".contains(tokens.get(size - 1).text())
                && tokens.get(size - 2).text().equals("F");
    }

    /** "2.3e-7", as software prints it. */
    private boolean isExponent(int i) {
        return i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E') && isDash(i + 1) && isDigit(i + 2);
    }

    /** Letters with the digits, hyphens and apostrophes inside: "R2", "DSM-5", "Fifty-three", "Cohen's", "n.s.". */
    private void word() {
        at = Elisions.after(text, at);
        int start = at;
        if (isDottedAbbreviation(start)) {
            while (isLetter(at) && at + 1 < text.length() && text.charAt(at + 1) == '.') {
                at += 2;
            }
        } else {
            while (continuesWord(at)) {
                at++;
            }
        }
        tokens.add(Token.word(fold(text.substring(start, at)), start, at));
    }

    private boolean isDottedAbbreviation(int i) {
        return i + 3 < text.length()
                && isLetter(i)
                && text.charAt(i + 1) == '.'
                && isLetter(i + 2)
                && text.charAt(i + 3) == '.';
    }

    private boolean continuesWord(int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.OTHER_NUMBER
                || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        if (APOSTROPHES.indexOf(c) >= 0) {
            return isLetter(i + 1) || isLetter(i - 1) && text.charAt(i - 1) == 's';
        }
        boolean hyphen = c == '-' || c == '\u2010' || c == '\u2011';
        return c == '_' || c == '^' || hyphen && (isLetter(i + 1) || isDigit(i + 1) && !isDash(i - 1));
    }

    private static String fold(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (char c : Normalizer.normalize(word, Normalizer.Form.NFKC).toCharArray()) {
            if (APOSTROPHES.indexOf(c) >= 0) {
                out.append('\'');
            } else if (DASHES.indexOf(c) >= 0) {
                out.append('-');
            } else if (c != '.' && c != '_' && c != '^') {
                out.append(c == '\u2206' ? '\u0394' : c);
            }
        }
        return out.toString();
    }

    private void sign(int c) {
        int start = at;
        at += Character.charCount(c);
        String sign =
                DASHES.indexOf(c) >= 0 ? "-" : Normalizer.normalize(text.substring(start, at), Normalizer.Form.NFKC);
        String folded = switch (sign) {
            // what the fonts of some publishers leave on the clipboard
            case MISPRINTED_EQUALS -> "=";
            case MISPRINTED_LESS -> "<";
            case MISPRINTED_GREATER -> ">";
            case "\u2264", "\u2A7D", "\u2266" -> "<=";
            case "\u2265", "\u2A7E", "\u2267" -> ">=";
            case "\u226A" -> "<";
            case "\u226B" -> ">";
            case "\u2248", "\u223C", "\u2243", "\u2245" -> "~";
            default -> sign;
        };
        if ((folded.equals("<") || folded.equals(">")) && at < text.length() && text.charAt(at) == '=') {
            at++;
            folded += "=";
        }
        tokens.add(Token.sign(folded, start, at));
    }

    private boolean isDigit(int i) {
        return Digits.isDigit(text, i);
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
    }

    private boolean isDash(int i) {
        return i >= 0 && i < text.length() && DASHES.indexOf(text.charAt(i)) >= 0;
    }
}
