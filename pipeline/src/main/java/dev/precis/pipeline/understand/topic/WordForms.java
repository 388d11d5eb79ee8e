package dev.precis.pipeline.understand.topic;

import dev.precis.pipeline.domain.Texts;
import java.util.Arrays;
import java.util.List;

/** The words of a text as topics are told by them: folded as {@link Texts#key} does, singular and plural the same. */
final class WordForms {
    private static final int SHORTEST = 4;

    private WordForms() {}

    static List<String> of(String text) {
        String key = Texts.key(text);
        return key.isEmpty()
                ? List.of()
                : Arrays.stream(key.split(" ", -1)).map(WordForms::singular).toList();
    }

    /**
     * Harman's S stemmer (D. Harman, How effective is suffixing?, Journal of the American Society for Information
     * Science 42, 1991, table 1): the first of its three rules that fits, and no other.
     */
    private static String singular(String word) {
        if (word.length() < SHORTEST || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies")) {
            boolean vowel = word.endsWith("eies") || word.endsWith("aies");
            return vowel ? word : word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("es")) {
            boolean other = word.endsWith("aes") || word.endsWith("ees") || word.endsWith("oes");
            return other ? word : word.substring(0, word.length() - 1);
        }
        return word.endsWith("us") || word.endsWith("ss") ? word : word.substring(0, word.length() - 1);
    }
}
