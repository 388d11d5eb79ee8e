package dev.precis.pipeline.extract.words;

import dev.precis.pipeline.domain.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the blog's author where a page prints it under a title or post. */
public final class Signature {
    private static final int LONGEST = 80;

    private final List<String> name;
    private final Pattern glued;

    public Signature(String author) {
        this.name = author.isBlank() ? List.of() : List.of(Texts.key(author).split(" "));
        String[] printed = author.split(" ", -1);
        this.glued = Pattern.compile(
                Pattern.quote(printed[0]) + "(?: \\p{Lu}\\.?){0,2} " + Pattern.quote(printed[printed.length - 1])
                        + "(?:, ?(?:Ph\\.?D\\.?|M\\.?D\\.?))?(?=\\p{Lu}\\p{L}| ?“)");
    }

    /** Whether the text is the name, with or without title and middle initial. */
    public boolean standsAlone(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<String> words = List.of(Texts.key(text).split(" "));
        return name.size() > 1
                && words.size() <= name.size() + 4
                && words.contains(name.getFirst())
                && words.contains(name.getLast())
                && words.stream()
                        .allMatch(word -> name.contains(word) || word.length() <= 3 || word.equals("professor"));
    }

    /** How long the name is that lost mark-up has glued to the first word of a text; 0 if there is none. */
    public int gluedTo(String text) {
        Matcher matcher = glued.matcher(text);
        return name.size() > 1 && matcher.lookingAt() ? matcher.end() : 0;
    }
}
