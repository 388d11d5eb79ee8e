package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void endsAfterAWholeWord() {
        assertThat(Excerpt.of("one two three", 9)).isEqualTo("one two\u00a0…");
        assertThat(Excerpt.of("one two three", 13)).isEqualTo("one two three");
        assertThat(Excerpt.of("onetwothree", 5)).isEqualTo("onetw\u00a0…");
        assertThat(Excerpt.of("ab😀cd", 3)).isEqualTo("ab\u00a0…");
    }

    @Property
    void isNeverMuchLongerThanItMayBe(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int length) {
        String excerpt = Excerpt.of(text, length);
        assertThat(excerpt.length()).isLessThanOrEqualTo(length + 2);
        assertThat(text).startsWith(excerpt.equals(text) ? text : excerpt.substring(0, excerpt.length() - 2));
    }
}
