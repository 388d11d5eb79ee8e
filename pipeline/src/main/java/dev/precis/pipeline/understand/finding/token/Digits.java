package dev.precis.pipeline.understand.finding;

/**
 * The digits of one printed number without its sign: which points, commas and spaces among them belong to it.
 *
 * @param value with a decimal point and nothing between thousands
 * @param end offset after the last character
 */
record Digits(String value, int end) {
    private static final String DECIMAL_POINTS = ".\u00B7\u2219\u22C5";

    /**
     * Reads from the first digit or decimal point on.
     *
     * @param equated whether an equals sign stands before it
     * @param freedom whether the brackets of an F are open, where commas separate
     */
    static Digits read(String text, int from, boolean equated, boolean freedom) {
        StringBuilder digits = new StringBuilder();
        boolean fraction = false;
        int end = from;
        while (end < text.length()) {
            boolean point = isDecimalPoint(text, end) && isDigit(text, end + 1)
                    || !freedom && isDecimalComma(text, end, from, equated);
            if (isDigit(text, end)) {
                digits.append((char) ('0' + Character.digit(text.charAt(end), 10)));
            } else if (!fraction && point) {
                fraction = true;
                digits.append('.');
            } else if (fraction || !isBetweenThousands(text, end, from, freedom)) {
                break;
            }
            end++;
        }
        return new Digits(digits.toString(), end);
    }

    static boolean isDecimalPoint(String text, int i) {
        return i >= 0 && i < text.length() && DECIMAL_POINTS.indexOf(text.charAt(i)) >= 0;
    }

    static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** "1,180", and "12 480" as the SI prints it (ISO 80000-1, 7.3.1); "12 4800" and "0 480" are two numbers. */
    private static boolean isBetweenThousands(String text, int i, int from, boolean freedom) {
        char c = text.charAt(i);
        boolean comma = c == ',' && !freedom;
        boolean space = Character.isSpaceChar(c) && text.charAt(from) != '0';
        boolean three = isDigit(text, i - 1)
                && isDigit(text, i + 1)
                && isDigit(text, i + 2)
                && isDigit(text, i + 3)
                && !isDigit(text, i + 4);
        boolean group = i - from <= 3 || text.charAt(i - 4) == c;
        boolean word = i + 4 < text.length() && Character.isLetter(text.charAt(i + 4));
        return three && group && (comma || space && !word);
    }

    /** "0,38" and "= 1,25"; but "[0,38]" are two bounds and "= 1,250" is more than a thousand. */
    private static boolean isDecimalComma(String text, int i, int from, boolean equated) {
        boolean zero = text.charAt(from) == '0' && i == from + 1;
        if (text.charAt(i) != ',' || !isDigit(text, i + 1) || !zero && !equated) {
            return false;
        }
        int end = i + 1;
        while (isDigit(text, end) && end - i < 6) {
            end++;
        }
        boolean bounds = from > 0
                && "([".indexOf(text.charAt(from - 1)) >= 0
                && end < text.length()
                && ")]".indexOf(text.charAt(end)) >= 0;
        return !bounds && (zero || end - i < 4);
    }
}
