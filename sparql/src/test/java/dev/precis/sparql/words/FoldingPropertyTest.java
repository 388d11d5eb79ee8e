package dev.precis.sparql.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldingPropertyTest {
    @Property
    void foldedWordsStayAsTheyAre(@ForAll String text) {
        List<String> words = Phrase.of(text, false).words();

        assertThat(Phrase.of(String.join(" ", words), false).words()).isEqualTo(words);
        assertThat(words).noneMatch(word -> word.isEmpty() || word.indexOf(Folding.GAP) >= 0);
    }

    @Property
    void everyTextHasThePhrasesThatItIsMadeOf(@ForAll String before, @ForAll String text, @ForAll String after) {
        Phrase phrase = Phrase.of(text, false);

        assertThat(phrase.isEmpty() || phrase.in(before + " " + text + " " + after))
                .isTrue();
    }
}
