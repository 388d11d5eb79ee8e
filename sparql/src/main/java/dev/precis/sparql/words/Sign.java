package dev.precis.sparql.words;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a phrase is known by in a text that is at hand, as {@link Sought} is in an index.
 *
 * @param beginning what its last word may be the beginning of
 * @param length how many words it has
 */
record Sign(Forms forms, Optional<String> beginning, int length) {
    static Sign of(Phrase phrase, Collection<Language> languages) {
        boolean exact = phrase.reach() == Phrase.Reach.WORDS;
        return new Sign(
                Forms.of(phrase.typed(), exact ? List.of() : languages),
                phrase.cutShort() ? Optional.of(phrase.words().getLast()) : Optional.empty(),
                phrase.words().size());
    }

    /** Whether two words that a hyphen parts are, as one, the phrase. */
    boolean isJoined(String both) {
        return length == 1 && forms.isAt(0, both);
    }

    /** Whether words that follow one another, each in its forms, are the phrase. */
    boolean isOf(List<Set<String>> words) {
        if (words.size() == 1 && words.getFirst().stream().anyMatch(forms::isJoined)) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            int place = i;
            boolean last = i == length - 1;
            if (words.get(i).stream()
                    .noneMatch(form -> forms.isAt(place, form)
                            || last && beginning.filter(form::startsWith).isPresent())) {
                return false;
            }
        }
        return words.size() == length;
    }
}
