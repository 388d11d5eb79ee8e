package dev.precis.pipeline.extract.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.page.Picture;
import dev.precis.pipeline.domain.page.PictureKind;
import dev.precis.pipeline.domain.page.PictureLink;
import dev.precis.pipeline.domain.page.Pictures;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureMarksTest {
    private static final URI PAGE = URI.create("https://blog.example/2020/naps/");

    private final List<String> sought = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /** Has those whose addresses end so. */
    private final class Captured implements Pictures {
        private final Set<String> names;

        private Captured(String... names) {
            this.names = Set.of(names);
        }

        @Override
        public Optional<Picture> find(PictureLink link) {
            sought.add(link.address());
            return names.contains(link.name())
                    ? Optional.of(new Picture(PictureKind.PNG, link.name().getBytes(StandardCharsets.UTF_8), 64, 48))
                    : Optional.empty();
        }

        @Override
        public void passOver(PictureLink link, String reason) {
            passedOver.add(link.name() + " " + reason);
        }
    }

    private static String image(String words) {
        return "<img alt=\"" + words + "\" height=\"48\" src=\"https://ours.example/p.png\" width=\"64\" />";
    }

    private Draft.Rich fill(String html, int most, String... captured) {
        HtmlBlocks page = HtmlBlocks.read(html, PAGE);
        List<Passage> text = page.blocks().stream().map(Block::passage).toList();
        Draft draft = new Draft(
                        new Draft.Origin("blog", PAGE, "0", Optional.empty()),
                        new Passage("Naps", -1),
                        PublicationDate.of(YearMonth.of(2020, 5)),
                        List.of(),
                        List.of(),
                        text,
                        List.of(),
                        List.of(),
                        "",
                        List.of())
                .withRich(page.rich(text, List.of(), 0));
        return PictureMarks.fill(draft, new Captured(captured), picture -> "https://ours.example/p.png", most)
                .rich();
    }

    private String rich(String html, String... captured) {
        return fill(html, 40, captured).body();
    }

    @Test
    void picturesStandWhereTheyStood() {
        assertThat(rich(
                        "<p>One <a href=/big.jpg><img src=../one.png alt='A &quot;plot&quot; of <i>'></a>"
                                + " more.</p><figure><img src=//cdn.example/two.webp"
                                + " alt=Two><figcaption>Two.</figcaption></figure><p><img"
                                + " src=three.png></p><p>Three.</p><ul><li>Four <img src=one.png alt=x></li></ul>",
                        "one.png",
                        "two.webp",
                        "three.png"))
                .isEqualTo("<p>One " + image("A &quot;plot&quot; of &lt;i&gt;") + " more.</p>"
                        + "<figure>" + image("Two") + "<figcaption>Two.</figcaption></figure>"
                        + "<p>" + image("") + "</p><p>Three.</p><ul><li>Four" + image("x") + "</li></ul>");
        assertThat(sought)
                .containsExactly(
                        "https://blog.example/2020/one.png",
                        "https://cdn.example/two.webp",
                        "https://blog.example/2020/naps/three.png",
                        "https://blog.example/2020/naps/one.png");
    }

    @Test
    void ofOneThatCouldNotBeHadTheWordsStayAndNothingOfOneWithoutWords() {
        String html = "<p>One <img src=none.png> and <em>two</em>.</p><figure><img src=lost.png alt=Lost>"
                + "<figcaption>Two.</figcaption></figure><p><img src=none.png></p><figure><img src=none.png></figure>"
                + "<p>Three.</p>";
        String without = "<p>One and <em>two</em>.</p><figure><p><span class=\"picture\">[Lost]</span></p>"
                + "<figcaption>Two.</figcaption></figure>";

        assertThat(rich(html)).isEqualTo(without + "<p>Three.</p>");
        assertThat(rich(html + "<p><img src=had.png alt=Had></p>", "had.png"))
                .isEqualTo(without + "<p>Three.</p><p>" + image("Had") + "</p>");
    }

    @Test
    void aTextOfWhichNoPictureCouldBeHadHasNoMarkUpIfItHadNone() {
        assertThat(rich("<p>One.</p><p><img src=none.png></p><p>Two.</p>")).isEmpty();
        assertThat(rich("<p>One.</p><p><img src=a.png></p><p>Two.</p>", "a.png"))
                .isEqualTo("<p>One.</p><p>" + image("") + "</p><p>Two.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img data-src=a.png src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
                "<img data-lazy-src=a.png>",
                "<img data-original=a.png src=''>"
            })
    void picturesThatAreLoadedLateAreFound(String image) {
        assertThat(rich("<p>One.</p><p>" + image + "</p><p>Two.</p>", "a.png")).contains("<img ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=a.png class=emoji alt=x>",
                "<img src=a.png class='wp-smiley x' alt=x>",
                "<img src=a.png class='avatar avatar-48 photo' width=48 height=48 alt=x>",
                "<img src=a.png width=16 height=16px alt=x>",
                "<span class=share-buttons><a href=/x><img src=a.png alt=x></a></span>",
                "<img src='https://secure.gravatar.com/avatar/a.png' alt=x>"
            })
    void iconsEmojiAndFacesAreWordsAndNobodyIsAskedForThem(String image) {
        assertThat(rich("<p>One " + image + " two.</p>", "a.png"))
                .isEqualTo("<p>One <span class=\"picture\">[x]</span> two.</p>");
        assertThat(sought).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=a.png width=1 height=1 alt=x>", "<img src=a.png style='display:none'>", "<img>"})
    void whatShowsNothingIsNothing(String image) {
        assertThat(rich("<p>One " + image + "two.</p>", "a.png")).isEmpty();
        assertThat(sought).isEmpty();
    }

    @Test
    void aPostHasSoManyPicturesAndNoMore() {
        Draft.Rich rich = fill("<p>One <img src=a.png><img src=a.png><img src=a.png alt=last></p>", 2, "a.png");

        assertThat(rich.body())
                .isEqualTo("<p>One" + image("") + image("") + "<span class=\"picture\">[last]</span></p>");
        assertThat(passedOver).containsExactly("a.png is one more than 2 of its post (profile, pictures.most)");
    }

    @Test
    void nothingOfThePageIsLeftToFillInAfterwards() {
        assertThat(fill("<p>One <img src=a.png alt=x> two.</p>", 40))
                .isEqualTo(new Draft.Rich("<p>One <span class=\"picture\">[x]</span> two.</p>", ""));
    }
}
