package dev.precis.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft.Rich;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RichTest {
    private static final String NAME = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk";

    private final Rich rich = new Rich(
            "<p>One <img src=\"https://blog.example/a.png?x=1&amp;y\" alt=\"A &quot;plot&quot;\" /></p>"
                    + "<p><img src=\"https://blog.example/b c.png\" alt=\"\" /></p><p><img src=\"\" alt=\"Far\" /></p>",
            "<p>Two.</p><p><img src=\"https://blog.example/a.png?x=1&amp;y\" alt=\"\" /></p>");

    @Test
    void namesItsPicturesOnce() {
        assertThat(rich.pictures()).containsExactly("https://blog.example/a.png?x=1&y", "https://blog.example/b c.png");
    }

    @Test
    void keptPicturesGoByTheirNamesOthersByTheirWords() {
        Rich kept = rich.withPictures(address ->
                address.equals("https://blog.example/a.png?x=1&y") ? Optional.of(URI.create(NAME)) : Optional.empty());

        assertThat(kept.body())
                .isEqualTo("<p>One <img src=\"" + NAME + "\" alt=\"A &quot;plot&quot;\" /></p>"
                        + "<p><span class=\"picture\">[Far]</span></p>");
        assertThat(kept.implications()).isEqualTo("<p>Two.</p><p><img src=\"" + NAME + "\" alt=\"\" /></p>");
        assertThat(kept.pictures()).isEmpty();
        assertThat(kept.withPictures(address -> Optional.empty())).isEqualTo(kept);
    }

    @Test
    void ofPicturesWithoutWordsNothingIsLeft() {
        assertThat(rich.withPictures(address -> Optional.empty()).implications())
                .isEmpty();
    }
}
