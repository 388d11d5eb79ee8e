package dev.precis.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.block.HtmlBlocks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements in elements in elements, by mistake or to do harm. */
class DeepPagesTest {
    private static final int MANY = 2_000;
    private static final String POST = "<h1>Sleep Well</h1><p>3 February 2015</p><p>Doe, J. (2014). Sleep in groups."
        + " <em>Journal of Examples, 12</em>, 34-56.</p><p>They asked 200 groups how they slept, and those who slept"
        + " had fewer symptoms.</p><h4>Practice Implications</h4><p>Ask them how they sleep.</p>";

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<article>", "<ul><li>", "<b><i>", "<table><tr><td>", "<h2>", "<a href=/x>"})
    void aPostIsReadHoweverDeepItLies(String opened) {
        assertThat(read(opened.repeat(MANY) + POST).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.title().text()).isEqualTo("Sleep Well"));
    }

    /**
     * What looks at all that is around a block would else take longer for each block of such a page than for others.
     */
    @Test
    void elementsWithoutEndStandBesideEachOther() {
        URI address = URI.create("https://blog.example/network/sleep/");
        assertThat(HtmlBlocks.read("<div>x ".repeat(MANY), address).blocks())
                .hasSize(MANY)
                .allSatisfy(block -> assertThat(block.frame().depth()).isLessThan(256));
    }

    private static Page read(String body) {
        return new PageReader(Blog.profile())
                .read(new Capture(
                        URI.create("https://blog.example/network/sleep/"),
                        Instant.EPOCH,
                        "text/html",
                        ("<!doctype html><title>Sleep Well</title>" + body).getBytes(StandardCharsets.UTF_8)));
    }
}
