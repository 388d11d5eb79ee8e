package dev.precis.pipeline.understand.citation;

/**
 * The commonest form of a name by far, {@code Keefe, J. R.}: found without a pattern, which takes a tenth of the time.
 * Every list of forms begins with this one.
 */
final class PlainName {
    private PlainName() {}

    /** Where such a name ends that begins here, or -1: it may be a name of another form, then. */
    static int end(CharSequence text, int from) {
        int at = from;
        if (!Character.isUpperCase(charAt(text, at))) {
            return -1;
        }
        while (Character.isLetter(charAt(text, at)) || charAt(text, at) == '-') {
            at++;
        }
        if (charAt(text, at) != ',' || charAt(text, at + 1) != ' ') {
            return -1;
        }
        int end = -1;
        at += 2;
        while (Character.isUpperCase(charAt(text, at)) && charAt(text, at + 1) == '.') {
            end = at + 2;
            at = charAt(text, end) == ' ' ? end + 1 : end;
        }
        return end > 0 && isEnd(text, end) ? end : -1;
    }

    /** A comma and the next name, "&", or the bracket of the date; not a suffix. */
    private static boolean isEnd(CharSequence text, int end) {
        char next = charAt(text, end + 1);
        if (charAt(text, end) == ' ') {
            return next == '&' || next == '(';
        }
        char third = charAt(text, end + 2);
        boolean goesOn = next == ' ' && (third == '&' || Character.isUpperCase(third));
        return charAt(text, end) == ',' && goesOn && !isSuffix(third, charAt(text, end + 3));
    }

    private static boolean isSuffix(char first, char second) {
        return (first == 'J' || first == 'S') && second == 'r' || first == 'I' && (second == 'I' || second == 'V');
    }

    private static char charAt(CharSequence text, int at) {
        return at < text.length() ? text.charAt(at) : '\n';
    }
}
