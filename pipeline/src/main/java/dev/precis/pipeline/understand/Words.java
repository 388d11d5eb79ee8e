package dev.precis.pipeline.understand;

import java.util.Set;

/** Lists of words as one reads them. */
final class Words {
    private Words() {}

    /** The words of the text, which white space separates. */
    static Set<String> of(String list) {
        return Set.of(list.strip().split("\\s+", -1));
    }
}
