package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.page.Capture;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPagesTest {
    private static final String PAGE = "<!DOCTYPE html><title>Blog</title>";

    @TempDir
    private Path folder;

    private final LocalFiles files = new LocalFiles(
            new InputKinds(List.of(new SavedPages(Profiles.legacy("https://site.example/pprnet/blog")))));
    private final List<Notice> notices = new ArrayList<>();

    @Test
    void findsPagesInAllFoldersSorted() throws IOException {
        write("b/two.HTM", PAGE);
        write("one.html", PAGE);
        write("b/three.xhtml", PAGE);
        write("blog@p=2&cat_2=11", "\uFEFF\n<!-- saved --><html><body>x");
        write("blog.php?p=3", PAGE);
        write("notes", "no page, though it says <html> later");
        write("picture.png", PAGE);
        write("README.md", "<html>");
        write(".hidden.html", PAGE);
        write(".git/four.html", PAGE);
        assertThat(names(folder))
                .containsExactly("b/three.xhtml", "b/two.HTM", "blog.php?p=3", "blog@p=2&cat_2=11", "one.html");
    }

    @Test
    void takesAFileForItself() throws IOException {
        Path file = write("one.html", PAGE);
        assertThat(files.find(file, notices::add)).containsExactly(file.toRealPath());
    }

    @Test
    void noticesEmptyAndHugeFiles() throws IOException {
        write("empty.html", "");
        write("huge.html", "x".repeat(200_001));
        List<Capture> read = new ArrayList<>();
        files.find(folder, notices::add).forEach(file -> files.read(file, read::add, notices::add));
        assertThat(read).isEmpty();
        assertThat(notices).extracting(Notice::code).containsExactly("page-empty", "page-too-large");
    }

    @Test
    void refusesAPageThatIsNotWholeAndNamesIt() throws IOException {
        write("cut.html", "<html><body><div><p>A sample of 326 adults com");
        List<Capture> read = new ArrayList<>();
        files.find(folder, notices::add).forEach(file -> files.read(file, read::add, notices::add));
        assertThat(read).isEmpty();
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("page-truncated");
            assertThat(notice.severity()).isEqualTo(Severity.VIOLATION);
            assertThat(notice.where()).isEqualTo("cut.html");
        });
    }

    @Test
    void tellsOfDocumentsThatAreNotRead() throws IOException {
        write("a.html", PAGE);
        write("b/study.docx", "PK");
        write("notes.txt", "notes");
        write("picture.png", "x");
        assertThat(names(folder)).containsExactly("a.html");
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).endsWith("b/study.docx, notes.txt"));
    }

    @Test
    void followsALinkOnlyInsideTheFolder(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.html"), PAGE);
        write("a.html", PAGE);
        Files.createSymbolicLink(folder.resolve("inside.html"), folder.resolve("a.html"));
        Files.createSymbolicLink(folder.resolve("outside.html"), secret);
        Files.createSymbolicLink(folder.resolve("folder"), outside);
        Files.createSymbolicLink(folder.resolve("nowhere.html"), folder.resolve("missing"));
        assertThat(names(folder)).containsExactly("a.html", "inside.html");
        assertThat(notices).extracting(Notice::where).containsExactly("folder", "nowhere.html", "outside.html");
    }

    @Test
    void keepsTheBytesOfTheFileAndNotItsTime() throws IOException {
        byte[] bytes = "<html>caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("one.html"), bytes);
        Capture capture = read(file);
        assertThat(capture.content()).isEqualTo(bytes);
        assertThat(capture.captured()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        blog?p=2&cat_2=11                | https://site.example/pprnet/blog?p=2&cat_2=11
        blog@p=2&cat_2=11.html           | https://site.example/pprnet/blog?p=2&cat_2=11
        blog?p=2.html                    | https://site.example/pprnet/blog?p=2
        blog@cat_2=47&p=1&cat_1=24.htm   | https://site.example/pprnet/blog?cat_2=47&p=1&cat_1=24
        index.html@p=3                   | https://site.example/pprnet/?p=3
        """)
    void completesTheNameOfTheFile(String name, String address) throws IOException {
        assertThat(read(name, PAGE).address()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pprnet_blog_oct2014.html", "me@home.html", "May 2014 [1].html", "a%20b 100%.html", "été.html"})
    void claimsNoAddressThatNothingTells(String name) throws IOException {
        assertThat(read(name, PAGE).address()).isEqualTo(folder.resolve(name).toUri());
    }

    @Test
    void believesTheCommentOfTheBrowserFirst() throws IOException {
        String mark =
                "<!DOCTYPE html>\n<!-- saved from url=(0046)https://old.example/eng/pprnet_blog_aug2014.html -->\n";
        String canonical = "<link rel=\"canonical\" href=\"https://other.example/\">";
        assertThat(read("x.html", mark + canonical).address())
                .isEqualTo(URI.create("https://old.example/eng/pprnet_blog_aug2014.html"));
        assertThat(read("x.html", " ".repeat(4096) + mark).address())
                .isEqualTo(folder.resolve("x.html").toUri());
        assertThat(read("x.html", mark.replace("https:", "about:")).address())
                .isEqualTo(folder.resolve("x.html").toUri());
    }

    @Test
    void believesAnAbsoluteCanonicalLink() throws IOException {
        String link =
                "<html><!-- <link rel=canonical href=https://wrong.example/> --><link rel=stylesheet href=\"/a.css\">"
                        + "<LINK href='https://site.example/pprnet/blog?p=2&amp;cat_2=11' rel='canonical' />";
        assertThat(read("x.html", link).address())
                .isEqualTo(URI.create("https://site.example/pprnet/blog?p=2&cat_2=11"));
        assertThat(read("x.html", "<html><link rel=canonical href=\"/blog\">").address())
                .isEqualTo(folder.resolve("x.html").toUri());
        assertThat(read("x.html", "<html><link rel=canonical href=\"https://bad host/\">")
                        .address())
                .isEqualTo(folder.resolve("x.html").toUri());
    }

    @Test
    void keepsTheFilterInTheNameWhenTheCanonicalLinkDropsIt() throws IOException {
        String link = "<html><link rel=canonical href=\"https://site.example/pprnet/blog\">";
        assertThat(read("blog@p=1&cat_2=11.html", link).address())
                .isEqualTo(URI.create("https://site.example/pprnet/blog?p=1&cat_2=11"));
    }

    private List<String> names(Path root) throws IOException {
        Path real = root.toRealPath();
        return files.find(root, notices::add).stream()
                .map(file -> real.relativize(file).toString())
                .toList();
    }

    private Capture read(String name, String content) throws IOException {
        return read(write(name, content));
    }

    private Capture read(Path file) {
        List<Capture> read = new ArrayList<>();
        files.read(file, read::add, notices::add);
        assertThat(notices).isEmpty();
        return read.getFirst();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
