package dev.precis.pipeline.understand.finding.token;

import java.util.ArrayList;
import java.util.List;

/**
 * One printed number without its sign, whole: every point, comma, apostrophe and space with digits on both sides is
 * looked at before anything is a value, so that no value is the end of a longer number.
 *
 * @param value with a decimal point and nothing between thousands; empty where the print is no number, or may be two
 * @param end offset after the last character
 */
record Digits(String value, int end) {
    private static final String DECIMAL_POINTS = ".\u00B7\u2219\u22C5";
    private static final String APOSTROPHES = "'\u2019";
    private static final char BROKEN = '?';

    /**
     * Reads from the first digit or decimal point on.
     *
     * @param equated whether an equals sign or the like stands before it
     * @param freedom whether the brackets of an F are open, where commas separate
     */
    static Digits read(String text, int from, Numerals numerals, boolean equated, boolean freedom) {
        Run run = new Run(text, from, freedom, numerals);
        return new Digits(run.value(numerals, equated), run.end());
    }

    static boolean isDecimalPoint(String text, int i) {
        return i >= 0 && i < text.length() && DECIMAL_POINTS.indexOf(text.charAt(i)) >= 0;
    }

    static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    /** Pieces of digits with the signs between them: a point for every decimal point, a space for every space. */
    private static final class Run {
        private final String text;
        private final int from;
        private final List<String> pieces = new ArrayList<>(2);
        private final StringBuilder signs = new StringBuilder();
        private final List<Integer> ends = new ArrayList<>(2);

        Run(String text, int from, boolean freedom, Numerals numerals) {
            this.text = text;
            this.from = from;
            int at = from;
            while (true) {
                int start = at;
                while (isDigit(text, at)) {
                    at++;
                }
                pieces.add(digits(start, at));
                ends.add(at);
                char sign = signAt(at);
                if (sign == 0 || sign == ',' && freedom) {
                    break;
                }
                signs.append(sign);
                at++;
            }
            separate(numerals);
        }

        private String digits(int start, int end) {
            StringBuilder digits = new StringBuilder(end - start);
            for (int i = start; i < end; i++) {
                digits.append((char) ('0' + Character.digit(text.charAt(i), 10)));
            }
            return digits.toString();
        }

        int end() {
            return ends.get(pieces.size() - 1);
        }

        /** The sign that continues the number at the offset; 0 where it ends. */
        private char signAt(int i) {
            if (i >= text.length() - 1) {
                return 0;
            }
            char c = text.charAt(i);
            if (Character.isSpaceChar(c)) {
                return isBroken(i) ? BROKEN : isBetweenThousands(i) ? ' ' : 0;
            }
            if (!isDigit(text, i + 1)) {
                return 0;
            }
            if (DECIMAL_POINTS.indexOf(c) >= 0) {
                return '.';
            }
            boolean thousands = APOSTROPHES.indexOf(c) >= 0 && isGroup(i);
            return c == ',' ? c : thousands ? '\'' : 0;
        }

        /** "1 1 .25" and "6 .25": print that came apart; spaces before a point are of no other kind. */
        private boolean isBroken(int i) {
            int at = i + 1;
            while (at - i < 3 && isDigit(text, at)) {
                at++;
            }
            int point = at == i + 1 ? at : at < text.length() && Character.isSpaceChar(text.charAt(at)) ? at + 1 : -1;
            return point > 0 && isDecimalPoint(text, point) && isDigit(text, point + 1) && signs.indexOf(".") < 0;
        }

        private boolean isGroup(int i) {
            return isDigit(text, i + 1) && isDigit(text, i + 2) && isDigit(text, i + 3) && !isDigit(text, i + 4);
        }

        /** "12 480" as the SI prints it (ISO 80000-1, 7.3.1); "12 4800", "0 480" and "2019 340" are two numbers. */
        private boolean isBetweenThousands(int i) {
            boolean word = i + 4 < text.length() && Character.isLetter(text.charAt(i + 4));
            boolean before = signs.isEmpty()
                    ? pieces.getFirst().length() <= 3 && !pieces.getFirst().isEmpty()
                    : signs.charAt(signs.length() - 1) == ' ';
            return isGroup(i) && before && !word && text.charAt(from) != '0';
        }

        /** Cuts a list that prints no spaces at its first comma: "0.12,0.70", "5,10,15", "[1,2]". */
        private void separate(Numerals numerals) {
            int comma = signs.indexOf(",");
            if (comma < 0 || groups(0, pieces.size(), ',') || isIndian()) {
                return;
            }
            int point = signs.indexOf(".");
            boolean decimal = point >= 0 && !(groups(0, comma + 1, '.') && signs.lastIndexOf(",") == comma);
            boolean thousands = point == signs.length() - 1 && groups(0, pieces.size() - 1, ',');
            boolean commas = signs.indexOf(".") < 0 && signs.length() > 1 && signs.lastIndexOf(",") != comma;
            if (decimal && !thousands
                    || commas && zeros() <= 1
                    || signs.length() == 1 && numerals == Numerals.POINT && isBounds()) {
                pieces.subList(comma + 1, pieces.size()).clear();
                signs.setLength(comma);
            }
        }

        /** "0,12,0,70" are two bounds with commas of both kinds, and not read. */
        private int zeros() {
            return (int) pieces.stream().filter("0"::equals).count();
        }

        private boolean isBounds() {
            int end = end();
            return from > 0
                    && "([".indexOf(text.charAt(from - 1)) >= 0
                    && end < text.length()
                    && ")]".indexOf(text.charAt(end)) >= 0;
        }

        /** Whether the pieces are thousands, all with that sign between them. */
        private boolean groups(int first, int end, char sign) {
            boolean all = end - first > 1
                    && !pieces.get(first).isEmpty()
                    && pieces.get(first).length() <= 3
                    && !pieces.get(first).equals("0");
            for (int i = first + 1; i < end && all; i++) {
                all = pieces.get(i).length() == 3 && signs.charAt(i - 1) == sign;
            }
            return all;
        }

        /** "12,34,567": lakhs and crores. */
        private boolean isIndian() {
            boolean all = pieces.size() > 2
                    && pieces.getFirst().length() <= 2
                    && !pieces.getFirst().equals("0")
                    && pieces.getLast().length() == 3;
            for (int i = 1; i < pieces.size() && all; i++) {
                all = signs.charAt(i - 1) == ','
                        && (i == pieces.size() - 1 || pieces.get(i).length() == 2);
            }
            return all;
        }

        String value(Numerals numerals, boolean equated) {
            int size = pieces.size();
            if (size == 1) {
                return pieces.getFirst();
            }
            char last = signs.charAt(size - 2);
            char other = last == '.' ? ',' : '.';
            if (size == 2 && (last == '.' || last == ',')) {
                return single(last, numerals, equated);
            }
            boolean thousands = groups(0, size, last);
            if (thousands || isIndian()) {
                return String.join("", pieces);
            }
            boolean fraction = last == '.' || last == ',';
            boolean whole = groups(0, size - 1, other) || groups(0, size - 1, ' ') || groups(0, size - 1, '\'');
            return fraction && whole ? decimal() : "";
        }

        private String decimal() {
            return String.join("", pieces.subList(0, pieces.size() - 1)) + "." + pieces.getLast();
        }

        /** One point or one comma: what it separates, the text's numerals and the signs around it tell. */
        private String single(char sign, Numerals numerals, boolean equated) {
            boolean thousands = groups(0, 2, sign);
            if (sign == '.') {
                return thousands && numerals == Numerals.COMMA ? String.join("", pieces) : decimal();
            }
            if (numerals == Numerals.COMMA) {
                return decimal();
            }
            if (thousands) {
                return String.join("", pieces);
            }
            boolean certain = equated || pieces.getFirst().equals("0") || isShare();
            return certain ? decimal() : "";
        }

        private boolean isShare() {
            int at = end();
            if (at < text.length() && Character.isSpaceChar(text.charAt(at))) {
                at++;
            }
            return at < text.length() && text.charAt(at) == '%';
        }
    }
}
