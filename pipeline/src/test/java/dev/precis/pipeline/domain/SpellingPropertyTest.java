package dev.precis.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SpellingPropertyTest {
    @Property(tries = 300)
    void isADistance(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String one,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String two,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String three) {
        int direct = Spelling.distance(one, two);
        assertThat(direct == 0).isEqualTo(one.equals(two));
        assertThat(direct).isEqualTo(Spelling.distance(two, one));
        assertThat(direct).isLessThanOrEqualTo(Spelling.distance(one, three) + Spelling.distance(three, two));
    }

    @Property(tries = 300)
    void findsANameWithOneLetterTooMany(@ForAll @CharRange(from = 'a', to = 'z') char letter) {
        List<String> known = List.of("title", "citation", "implications");
        for (String name : known) {
            assertThat(Spelling.nearest(letter + name, known)).isEqualTo(name);
        }
    }
}
