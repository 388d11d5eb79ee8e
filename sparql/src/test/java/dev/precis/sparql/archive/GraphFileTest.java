package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphFileTest {
    @Test
    void isThePathOfTheIriWithoutItsHost() {
        assertThat(GraphFile.of("http://localhost:3030/summary/2020-09/alliance-and-outcome"))
                .isEqualTo("summary/2020-09/alliance-and-outcome.nq");
        assertThat(GraphFile.of("https://w3id.org/precis/ns#")).isEqualTo("precis/ns%23.nq");
        assertThat(GraphFile.of("urn:x:y")).isEqualTo("urn%3Ax%3Ay.nq");
    }

    @Test
    void neverLeavesItsFolder() {
        for (String path :
                List.of("", "/", "..", "../..", "a/../../b", "//etc/passwd", "a//b", ".", "%2e%2e/x", "\\..")) {
            Path folder = Path.of("/store/graphs");
            String file = GraphFile.of("http://h/" + path);
            assertThat(folder.resolve(file).normalize()).as(path).startsWithRaw(folder);
            assertThat(folder.resolve(file).getNameCount())
                    .as(path)
                    .isEqualTo(folder.resolve(file).normalize().getNameCount());
        }
    }

    @Test
    void aLongNameIsCutAndStaysApart() {
        String one = GraphFile.of("http://h/" + "x".repeat(5000) + "1");
        String two = GraphFile.of("http://h/" + "x".repeat(5000) + "2");

        assertThat(one).isNotEqualTo(two).hasSizeLessThan(255);
        assertThat(GraphFile.besides("http://h/" + "x".repeat(5000))).hasSizeLessThan(255);
    }

    @Property(tries = 2000)
    void twoPathsNeverShareAFileNotEvenWhereCaseDoesNotCount(@ForAll("paths") String one, @ForAll("paths") String two) {
        String first = GraphFile.of("http://h/" + one).toLowerCase(Locale.ROOT);
        String second = GraphFile.of("http://h/" + two).toLowerCase(Locale.ROOT);

        assertThat(first.equals(second)).isEqualTo(one.equals(two));
        assertThat(first.startsWith(second + "/")).isFalse();
    }

    @Provide
    Arbitrary<String> paths() {
        // what is encoded to nothing, to itself, or to what looks like something else
        return Arbitraries.of("a", "A", "/", ".", ".nq", "%", "%41", "~", "#", "\u00E9", "e\u0301", "\uD83D\uDE00")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }
}
