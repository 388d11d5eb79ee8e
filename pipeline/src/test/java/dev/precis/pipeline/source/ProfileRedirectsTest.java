package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.serving.Redirect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileRedirectsTest {
    @TempDir
    private Path folder;

    @Test
    void readsATableOfOldAddresses() throws IOException {
        assertThat(read("""
            redirects:
              "/blog?cat=3": topic/alliance
              /2019/05/: issue/2019-05
              "/posts/*/": "https://www.older.example/?p=*"
              /start: .
            """).serving().redirects())
                .containsExactly(
                        new Redirect("/blog?cat=3", "topic/alliance"),
                        new Redirect("/2019/05/", "issue/2019-05"),
                        new Redirect("/posts/*/", "https://www.older.example/?p=*"),
                        new Redirect("/start", "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/a; https://elsewhere.example/; leads off the site, to https://elsewhere.example/",
                "/a; //elsewhere.example/; leads off the site",
                "/a; ../x; expected what follows /letters/ in a name",
                "/a; topic/x?y=z; expected what follows",
                "/a; /topic/x; expected what follows",
                "https://a.example/b; topic/x; is no old address",
                "//a.example/b; topic/x; is no old address",
                "/; topic/x; is no old address",
                "/a/*/*; topic/x; has more than one variable part",
                "/a; topic/*; has no variable part itself",
                "/letters/topic/x/; topic/x; leads to topic/x, which '/letters/topic/x/' leads away from",
                "/old/*; topic/old; which '/letters/*/old' leads away from",
            })
    void whatLeadsOffTheSiteOrOnAndOnIsAnErrorWithItsLine(String from, String to, String message) {
        assertThatThrownBy(() -> read("""
            redirects:
              "/letters/*/old": topic/z
              "%s": "%s"
            """.formatted(from, to)))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageContaining("profile.yaml:8: field 'redirects': ")
                .hasMessageContaining(message);
    }

    @Test
    void theSameAddressTwiceIsAnError() {
        assertThatThrownBy(() -> read("""
            redirects:
              "/a/?x=1&y=2": topic/a
              "/a?y=2&x=1": topic/b
            """))
                .hasMessageContaining("profile.yaml:8")
                .hasMessageContaining("is there twice: it is the same as '/a/?x=1&y=2'");
    }

    @Test
    void aTextIsNoTable() {
        assertThatThrownBy(() -> read("redirects: topic/a\n"))
                .hasMessageContaining("profile.yaml:6: field 'redirects': expected old addresses");
    }

    private SourceProfile read(String more) throws IOException {
        Files.writeString(folder.resolve("profile.yaml"), """
            name: Sleep Letter
            home: https://sleep.example/letter/
            aliases: [http://older.example/]
            publisher: Sleep Society
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + more + "path: letters/\n");
        return new SourceProfiles("9.9").read(folder);
    }
}
