package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.serving.Colour;
import dev.precis.pipeline.domain.serving.ColourRole;
import dev.precis.pipeline.domain.serving.Look;
import dev.precis.pipeline.domain.serving.OwnPage;
import dev.precis.pipeline.domain.serving.OwnPage.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileLookTest {
    /** One pixel. */
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    @Test
    void aProfileThatSaysNothingOfItLooksAsUsual() throws IOException {
        assertThat(read("")).isEqualTo(Look.NONE);
    }

    @Test
    void readsColoursForLightAndDarkPages() throws IOException {
        Look look = read("""
            colours:
              link: ["#7a1f5c", "#F2A7D8"]
              background: "#ffffff"
            """);

        assertThat(look.colours().light())
                .isEqualTo(
                        Map.of(ColourRole.LINK, new Colour(122, 31, 92), ColourRole.BACKGROUND, Colour.of("#ffffff")));
        assertThat(look.colours().dark()).isEqualTo(Map.of(ColourRole.LINK, Colour.of("#f2a7d8")));
    }

    /** The ratios are those that the definition of WCAG gives for these pairs. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "link: \"#8cc5e2\"; link; on light pages link #8cc5e2 on background #fdfcfa (as usual) has a contrast"
                        + " of 1.82 : 1",
                "text: [\"#22262a\", \"#33393f\"]; text; on dark pages text #33393f on background #16191c (as usual)",
                "background: \"#777777\"; background; on light pages text #22262a (as usual) on background #777777",
                "panel: \"#9a9a9a\"; panel; on light pages quiet #5a6067 (as usual) on panel #9a9a9a",
            })
    void textThatCouldNotBeReadIsAnErrorThatNamesKeyRatioAndWhatWasExpected(String line, String key, String message) {
        assertThatThrownBy(() -> read("colours:\n  " + line + "\n"))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("profile.yaml:6: field 'colours." + key + "': ")
                .hasMessageContaining(message)
                .hasMessageContaining(" : 1, expected at least 4.5 : 1 (WCAG 2.2, 1.4.3)");
    }

    /** Rounded it would be 4.50, which looks as if it were enough. */
    @Test
    void aRatioIsNeverRoundedUp() {
        assertThat(Colour.of("#657b7a").contrast(Colour.of("#ffffff"))).isBetween(4.495, 4.5);
        assertThatThrownBy(() -> read("colours: {background: \"#ffffff\", link: \"#657b7a\"}\n"))
                .hasMessageContaining("has a contrast of 4.49 : 1");
    }

    @Test
    void theUsualColoursFulfilWhatIsAskedOfOthers() throws IOException {
        StringBuilder all = new StringBuilder("colours:\n");
        for (ColourRole role : ColourRole.values()) {
            all.append("  %s: [\"%s\", \"%s\"]\n".formatted(role.key(), role.usual(false), role.usual(true)));
        }
        assertThat(read(all.toString()).colours().dark()).hasSize(ColourRole.values().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#123456; (in quotes), found nothing",
                "red; expected a colour such as #1d5b79, found red",
                "[\"#111111\", \"#eeeeee\", \"#333333\"]; two of them: for light pages and for dark ones, found 3",
            })
    void whatIsNoColourIsAnError(String written, String message) {
        assertThatThrownBy(() -> read("colours:\n  link: " + written + "\n"))
                .hasMessageContaining("profile.yaml:6: field 'colours.link': ")
                .hasMessageContaining(message);
    }

    @Test
    void theLogoIsWhatItsBytesAre() throws IOException {
        Files.write(folder.resolve("logo.svg"), PNG);
        assertThat(read("look:\n  logo: logo.svg\n").logo()).hasValueSatisfying(logo -> {
            assertThat(logo.mediaType()).isEqualTo("image/png");
            assertThat(logo.width()).isEqualTo(1);
            assertThat(logo.content()).isEqualTo(PNG);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF", "<html>"})
    void whatIsNoPictureIsNoLogoWhateverItIsCalled(String content) throws IOException {
        Files.writeString(folder.resolve("logo.png"), content);
        assertThatThrownBy(() -> read("look:\n  logo: logo.png\n"))
                .hasMessageContaining(
                        "profile.yaml:6: field 'look.logo': logo.png is no picture of a kind that is shown");
    }

    @Test
    void aLogoIsBounded() throws IOException {
        Files.write(folder.resolve("logo.png"), new byte[200_001]);
        assertThatThrownBy(() -> read("look:\n  logo: logo.png\n"))
                .hasMessageContaining("logo.png has 200001 bytes, expected at most 200000");
        byte[] wide = PNG.clone();
        wide[17] = 1;
        Files.write(folder.resolve("logo.png"), wide);
        assertThatThrownBy(() -> read("look:\n  logo: logo.png\n"))
                .hasMessageContaining("has 65537 by 1 pixels, expected sides from 1 to 4000");
    }

    @Test
    void aFileOutsideOfTheFolderIsNotRead(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.md"), "Secret.");
        Files.createSymbolicLink(folder.resolve("about.md"), secret);
        assertThatThrownBy(() -> read("look:\n  about: about.md\n"))
                .hasMessageContaining("about.md lies outside of the folder of the source");
        assertThatThrownBy(() -> read("look:\n  about: " + secret + "\n"))
                .hasMessageContaining("lies outside of the folder of the source");
        assertThatThrownBy(() -> read("look:\n  legal: missing.md\n"))
                .hasMessageContaining("field 'look.legal': missing.md is no file beside the profile");
    }

    @Test
    void aPageIsMarkdownWithItsFirstHeadingForATitle() throws IOException {
        Files.writeString(folder.resolve("a.md"), """
            # Über *uns*

            We [write](https://blog.example/?a=1&b=2), or `<b>` [mail](mailto:a@b.example).

            # More
            """);
        assertThat(read("look:\n  about: a.md\n").pages())
                .containsExactly(new OwnPage(Kind.ABOUT, "Über uns", "We write, or \"<b>\" mail.", """
                    <p>We <a href="https://blog.example/?a=1&amp;b=2">write</a>, or <code>&lt;b&gt;</code> <a href="mailto:a@b.example">mail</a>.</p>
                    <h2>More</h2>
                    """));
    }

    @Test
    void aLongOpeningIsCutBetweenWords() throws IOException {
        Files.writeString(folder.resolve("a.md"), "## Who\n\n" + "some words ".repeat(50));
        assertThat(read("look: {legal: a.md}\n").pages().getFirst().opening())
                .hasSizeLessThanOrEqualTo(200)
                .hasSizeGreaterThan(180)
                .endsWith(" words…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script> | (line 3) has HTML, which is not shown: <script>alert(1)</script>",
                "a <b onclick=x>b</b> | (line 3) has HTML, which is not shown: <b onclick=x>",
                "[a](javascript:alert) | (line 3) leads to javascript:alert, expected a whole address",
                "[a](java&#115;cript:alert) | leads to javascript:alert",
                "[a](//elsewhere.example/) | leads to //elsewhere.example/",
                "[a](data:text/html,x) | leads to data:text/html,x",
                "[a](../secret) | leads to ../secret",
                "![a](https://elsewhere.example/a.png) | has a picture, which is not shown:"
                        + " https://elsewhere.example/a.png",
            })
    void whatCouldRunOrBeFetchedIsAnErrorWithItsLine(String markdown, String message) throws IOException {
        Files.writeString(folder.resolve("a.md"), "Text.\n\n" + markdown + "\n");
        assertThatThrownBy(() -> read("look:\n  about: a.md\n"))
                .hasMessageContaining("profile.yaml:6: field 'look.about': a.md ")
                .hasMessageContaining(message);
    }

    @Test
    void aPageIsTextInUtf8() throws IOException {
        Files.write(folder.resolve("a.md"), "Über".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read("look:\n  about: a.md\n")).hasMessageContaining("a.md is no UTF-8");
        Files.writeString(folder.resolve("a.md"), "\n\n");
        assertThatThrownBy(() -> read("look:\n  about: a.md\n")).hasMessageContaining("a.md has nothing in it");
    }

    @Test
    void theFooterIsOneLineOfText() throws IOException {
        assertThat(read("look:\n  footer: |\n    One\n    <two>\n").footer()).isEqualTo("One <two>");
        assertThatThrownBy(() -> read("look:\n  footer: " + "x".repeat(1001) + "\n"))
                .hasMessageContaining("expected text of at most 1000 characters");
    }

    private Look read(String more) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
            name: Sleep Letter
            home: https://sleep.example/letter/
            publisher: Sleep Society
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + more);
        return new SourceProfiles("9.9").read(folder).serving().look();
    }
}
