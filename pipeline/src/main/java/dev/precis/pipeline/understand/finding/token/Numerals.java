package dev.precis.pipeline.understand.finding.token;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which sign a text prints between whole and fraction; the other one may stand between thousands. */
public enum Numerals {
    POINT,
    COMMA;

    /** "18,4 %", "= 17,1" and "0,38". */
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[=<>\u00B1] ?[-\u2212\u2013]?(?:[0-9]{1,4},[0-9]{1,2}+|0,[0-9]{1,3}+)(?![,.]?[0-9])"
                    + "|(?<![0-9.,(\\[])0,[0-9]{1,3}+(?![,.]?[0-9])"
                    + "|(?<![0-9.,])[0-9]{1,3},[0-9]{1,2} ?%");

    private static final Pattern DECIMAL_POINT =
            Pattern.compile("(?<![0-9])(?:[0-9]{0,3}[.\u00B7][0-9]{1,2}|0?[.\u00B7][0-9]{3})(?![0-9])");

    /** As the language writes numbers (Unicode CLDR, which the JDK holds): {@code de} and {@code fr} with a comma. */
    public static Numerals of(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? COMMA : POINT;
    }

    /** These, or the comma where the text proves it: it prints one that is decimal, and no decimal point. */
    Numerals orTold(String text) {
        if (this == COMMA || !hasInnerComma(text)) {
            return this;
        }
        boolean told = DECIMAL_COMMA.matcher(text).find()
                && !DECIMAL_POINT.matcher(text).find();
        return told ? COMMA : this;
    }

    private static boolean hasInnerComma(String text) {
        int last = text.length() - 1;
        int comma = text.indexOf(',', 1);
        while (comma > 0
                && comma < last
                && !(Character.isDigit(text.charAt(comma - 1)) && Character.isDigit(text.charAt(comma + 1)))) {
            comma = text.indexOf(',', comma + 1);
        }
        return comma > 0 && comma < last;
    }
}
