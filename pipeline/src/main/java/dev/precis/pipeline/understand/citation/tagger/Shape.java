package dev.precis.pipeline.understand.citation.tagger;

/** The outline of a word: capitals, digits and length, as one small number. */
final class Shape {
    static final int YEAR = 4;
    static final int LAST_NUMBER = 6;
    static final int INITIAL = 7;
    static final int TWO_CAPITALS = 9;
    static final int CAPITALISED_SHORT = 11;
    static final int CAPITALISED_LONG = 13;
    static final int SMALL_SHORT = 14;
    static final int SMALL_LONG = 15;
    static final int JOINED_CAPITALS = 16;
    static final int DOI = 22;
    static final int ADDRESS = 23;
    static final int COUNT = 24;

    private static final int LONG = 6;
    private static final int MEDIUM = 3;

    private Shape() {}

    static int of(String text, int start, int end) {
        int length = end - start;
        int upper = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '/') {
                return text.charAt(start) == '1'
                                || text.indexOf("/10.", start) >= 0 && text.indexOf("/10.", start) < end
                        ? DOI
                        : ADDRESS;
            }
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c)) {
                upper++;
            }
        }
        if (digits == length) {
            return number(text, start, length);
        } else if (digits > 0) {
            return mixed(text, start, digits, length);
        }
        return word(text, start, length, upper);
    }

    static boolean isNumber(int shape) {
        return shape >= 1 && shape <= LAST_NUMBER;
    }

    static boolean isCapitalised(int shape) {
        return shape >= CAPITALISED_SHORT && shape <= CAPITALISED_LONG || shape == JOINED_CAPITALS;
    }

    private static int number(String text, int start, int length) {
        if (length != 4) {
            return length < 4 ? length : LAST_NUMBER;
        }
        char century = text.charAt(start + 1);
        char millennium = text.charAt(start);
        boolean isYear = millennium == '1' && century >= '5' || millennium == '2' && century == '0';
        return isYear ? YEAR : YEAR + 1;
    }

    private static int mixed(String text, int start, int digits, int length) {
        boolean digitFirst = text.charAt(start) <= '9';
        boolean isLetteredYear = digitFirst && digits == 4 && length == 5;
        return isLetteredYear ? 17 : digitFirst ? 18 : 19;
    }

    private static int word(String text, int start, int length, int upper) {
        if (upper == length) {
            boolean roman = length > 1 && isRoman(text, start, start + length);
            return roman ? 20 : length == 1 ? INITIAL : length <= MEDIUM ? TWO_CAPITALS : TWO_CAPITALS + 1;
        } else if (upper == 0) {
            return length == 1 ? INITIAL + 1 : length <= MEDIUM ? SMALL_SHORT : SMALL_LONG;
        } else if (upper > 1) {
            return JOINED_CAPITALS;
        }
        char first = text.charAt(start);
        boolean begins = first < 0x80 ? first >= 'A' && first <= 'Z' : Character.isUpperCase(first);
        return !begins ? 21 : length <= MEDIUM ? CAPITALISED_SHORT : length <= LONG ? 12 : CAPITALISED_LONG;
    }

    private static boolean isRoman(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("IVXLC".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
