package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what looks like a person's or a group's name from what does not. */
final class NameLooks {
    private static final Set<String> NO_NAMES = Words.of("""
        and et und with in from vol pp ed eds retrieved http https doi the a an on for journal review
        """);

    private static final Pattern MORE = Pattern.compile("\\d|, \\p{Lu}\\.| \\p{Lu}\\.| (?:and|&|und|et) |;|\\(");

    private NameLooks() {}

    /** What stands on one side of the "and" of its name is no group alone. */
    private static boolean isOneGroup(Contributor author) {
        String[] sides = author.family().split(" (?:and|&|und|et) ");
        boolean both = sides.length == 2 && SourceWords.nameAGroup(sides[0]) && SourceWords.nameAGroup(sides[1]);
        return author.isGroup() && SourceWords.nameAGroup(author.family()) && !both;
    }

    /** A family name or a group that swallowed initials, a number or a second name; groups may have an "and". */
    static boolean holdsMore(Contributor author) {
        Matcher more = MORE.matcher(author.family());
        return more.find() && !(isOneGroup(author) && !more.group().endsWith("."));
    }

    /** A person's name has no digits, no words of sentences and few words; a group's begins with a capital or digit. */
    static boolean isOdd(Contributor name) {
        String family = name.family();
        boolean isPerson = !name.given().isEmpty();
        int words = 1;
        int start = 0;
        for (int i = 0; i <= family.length(); i++) {
            boolean atEnd = i == family.length();
            if (atEnd || family.charAt(i) == ' ') {
                if (isPerson && NO_NAMES.contains(family.substring(start, i))) {
                    return true;
                }
                words += atEnd ? 0 : 1;
                start = i + 1;
            } else if (isPerson && Character.isDigit(family.charAt(i))) {
                return true;
            }
        }
        boolean starts = Character.isLetterOrDigit(family.codePointAt(0)) || family.charAt(0) == '\'';
        return !starts || words > (isPerson ? 5 : 14) || (isPerson && isInitial(family));
    }

    /** One letter, with a stop or without. */
    private static boolean isInitial(String family) {
        return family.length() < 2 || family.length() == 2 && family.charAt(1) == '.';
    }

    /** {@code Dunn Jr, W.}: read as a suffix, but the printed comma says otherwise. */
    static boolean isSuffixGlued(Contributor name, String printed) {
        return !name.suffix().isEmpty() && printed.contains(name.family() + " " + name.suffix() + ",");
    }

    /** {@code Dillen Mathias. (2018)}, {@code Ritesh Gautam. (2023)}: two words in full, and no comma. */
    static boolean isOfUnknownOrder(Contributor author, String printed, Span place) {
        String name = printed.substring(place.start(), Math.min(place.end(), printed.length()));
        int after = place.end();
        while (after < printed.length() && printed.charAt(after) == ' ') {
            after++;
        }
        boolean ends = after < printed.length() && ".(".indexOf(printed.charAt(after)) >= 0;
        return ends && isOneWord(author.given()) && isOneWord(author.family()) && name.indexOf(',') < 0;
    }

    private static boolean isOneWord(String name) {
        boolean letters = name.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'');
        boolean isInitials = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() < 4;
        return name.length() > 2 && letters && !isInitials;
    }
}
