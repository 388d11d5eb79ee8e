package dev.precis.pipeline.domain;

import java.util.Set;

/** Lists of words as one reads them. */
public final class Words {
    private Words() {}

    /** The words of the text, which white space separates. */
    public static Set<String> of(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }

    /** Whether one of the texts stands in the text: cheaper than a pattern that mostly finds nothing. */
    public static boolean holdOneOf(String text, String... wanted) {
        for (String one : wanted) {
            if (text.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
