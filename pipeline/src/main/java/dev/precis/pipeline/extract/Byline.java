package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Texts;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote the posts of a page, as its introduction says: "Each summary is authored by Dr. Tasca". */
final class Byline {
    private static final Pattern BY = Pattern.compile(
            "\\b(?:authored|written) by ((?:\\p{Lu}[\\p{L}'’-]*\\.?)(?: \\p{Lu}[\\p{L}'’-]*\\.?(?=[ ,.]|$)){0,4})");

    private Byline() {}

    /**
     * The name; empty where the introduction names nobody.
     *
     * @param known the author's full name by the profile: "Dr. Tasca" is the Tasca that the profile knows
     */
    static String of(List<Passage> introduction, String known) {
        for (Passage paragraph : introduction) {
            Matcher by = BY.matcher(paragraph.text());
            if (by.find()) {
                String name = by.group(1).replaceFirst("(?<=\\p{L}{3})\\.$", "");
                return family(name).equals(family(known)) ? known : name;
            }
        }
        return "";
    }

    private static String family(String name) {
        String key = Texts.key(name);
        return key.substring(key.lastIndexOf(' ') + 1);
    }
}
