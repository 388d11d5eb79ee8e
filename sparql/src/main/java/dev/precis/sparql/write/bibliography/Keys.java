package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Reference;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys for the works of one list, as they come: each unlike any before. */
final class Keys {
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9._:-]+");

    /** Some programs cut longer ones, or refuse them. */
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** That of the next one. */
    String of(Reference reference) {
        String whole = NOT_IN_KEYS.matcher(reference.key()).replaceAll("-");
        String key = whole.length() <= LONGEST ? whole : cut(whole);
        String unique = key;
        for (int number = 2; !taken.add(unique); number++) {
            unique = key + "-" + number;
        }
        return unique;
    }

    /** The words of a key that there is room for. */
    private static String cut(String key) {
        int end = key.lastIndexOf('-', LONGEST);
        return key.substring(0, end > 0 ? end : LONGEST);
    }
}
