package dev.precis.pipeline.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.PictureLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPicturesTest {
    @TempDir
    private Path disk;

    private Path given;
    private Path page;

    @BeforeEach
    void save() throws IOException {
        given = disk.resolve("given");
        page = given.resolve("blog/naps.html");
        write(given.resolve("blog/naps_files/a plot.png"));
        write(given.resolve("images/plot.png"));
        write(disk.resolve("secret.png"));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, Images.png(1));
    }

    private PictureSource.Look look(Path root, String written) {
        return new FolderPictures(root, page, 100_000).look(new PictureLink("https://blog.example/x", written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "naps_files/a%20plot.png",
                "./naps_files/a plot.png?w=300#x",
                "../images/plot.png",
                "/images/plot.png"
            })
    void readsWhatLiesInTheFolder(String written) {
        assertThat(look(given, written).picture()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.png",
                "/../secret.png",
                "%2e%2e/%2e%2e/secret.png",
                "naps_files/../../../secret.png",
                "linked.png"
            })
    void neverLeavesTheFolder(String written) throws IOException {
        Files.createSymbolicLink(page.resolveSibling("linked.png"), disk.resolve("secret.png"));
        assertThat(look(given, written).reason()).contains("lies outside of the folder that is read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://blog.example/plot.png", "//blog.example/plot.png", "file:///etc/passwd"})
    void asksNothingElse(String written) {
        assertThat(look(given, written).picture()).isEmpty();
        assertThat(look(given, written).reason()).contains("files are read without asking the web");
    }

    @Test
    void aFileThatWasGivenAloneHasThoseInItsOwnFolder() {
        assertThat(look(page, "naps_files/a%20plot.png").picture()).isPresent();
        assertThat(look(page, "../images/plot.png").reason()).contains("outside");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(look(given, "naps_files/none.png").reason()).isEqualTo("is no file beside the page");
        assertThat(look(given, "%zz").reason()).startsWith("is no path");
        assertThat(new FolderPictures(given, page, 10)
                        .look(new PictureLink("", "../images/plot.png"))
                        .reason())
                .matches("has \\d+ bytes \\(profile, pictures\\.max-bytes\\)");
    }
}
