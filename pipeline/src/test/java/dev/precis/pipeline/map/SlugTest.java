package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void keepsAllLettersAndDigitsOfAscii() {
        assertThat(Slug.of("The quick brown fox jumps over a lazy dog: 0123456789"))
                .isEqualTo("the-quick-brown-fox-jumps-over-a-lazy-dog-0123456789");
    }

    @Test
    void cutsOnlyWhatIsLongerThanNinetyCharacters() {
        String ninety = "z".repeat(90);
        assertThat(Slug.of(ninety)).isEqualTo(ninety);
        assertThat(Slug.of(ninety + "z")).matches(ninety + "-[0-9a-f]{8}");
    }

    @Test
    void cutsBetweenWordsUnlessMostWouldBeLost() {
        assertThat(Slug.of("a".repeat(46) + " " + "b".repeat(60))).matches("a{46}-[0-9a-f]{8}");
        assertThat(Slug.of("a".repeat(45) + " " + "b".repeat(60))).matches("a{45}-b{44}-[0-9a-f]{8}");
    }

    @Test
    void tellsTextsApartThatAreCutAlike() {
        String long90 = "a".repeat(90);
        assertThat(Slug.of(long90 + "b")).isNotEqualTo(Slug.of(long90 + "c"));
        assertThat(Slug.of("β")).matches("[0-9a-f]{8}").isNotEqualTo(Slug.of("γ"));
    }
}
