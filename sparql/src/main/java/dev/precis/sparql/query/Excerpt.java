package dev.precis.sparql.query;

/** The beginning of a text, for where there is no room for more. */
public final class Excerpt {
    /** The space before it is one that no line breaks at. */
    private static final String MORE = "\u00a0…";

    private Excerpt() {}

    /** At most so many characters, whole words if there are any, and an ellipsis where something is left out. */
    public static String of(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        int end = space > 0 ? space : length;
        // half of a pair is no character
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
