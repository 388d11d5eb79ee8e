package dev.precis.pipeline.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    @Test
    void remembersTheLinesOfYaml() {
        Value.Mapping document =
                (Value.Mapping) Documents.yaml("a: 1\nb:\n  - x\n  - y\nc: ''\nd:\ne: 2021-05-14\n", 10);
        assertThat(document.fields())
                .containsEntry("a", new Value.Literal("1", 10))
                .containsEntry("c", new Value.Text("", 14))
                .containsEntry("d", new Value.Nothing(15))
                .containsEntry("e", new Value.Text("2021-05-14", 16));
        assertThat(((Value.Sequence) document.fields().get("b")).items())
                .containsExactly(new Value.Text("x", 12), new Value.Text("y", 13));
        assertThat(document.lines()).containsEntry("b", 11);
    }

    @Test
    void remembersTheLinesOfJson() {
        Value.Mapping document = (Value.Mapping) Documents.json("{\"a\": true,\n\n\"b\": [null,\n\"x\"]}");
        assertThat(document.fields()).containsEntry("a", new Value.Literal("true", 1));
        assertThat(((Value.Sequence) document.fields().get("b")).items())
                .containsExactly(new Value.Nothing(3), new Value.Text("x", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: 1\na: 2", "a: &x 1\nb: *x", "a: 1\n---\nb: 2", "\tb: 1", "a: 'x", "a: b: c"})
    void refusesYamlThatIsBrokenOrTooClever(String text) {
        assertThatThrownBy(() -> Documents.yaml(text, 1)).isInstanceOf(MalformedDocumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1,\"a\":2}", "[1,]", "{} x", "'a'", "[NaN]", "// x\n{}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Documents.json(text)).isInstanceOf(MalformedDocumentException.class);
    }

    /** A profile or corrections, saved by an editor of the nineties. */
    @ParameterizedTest
    @ValueSource(strings = {"a: b\ntitle: Caf\u00e9", "a: b\ntitle: Caf\u00e9 au lait\nc: d"})
    void aFileThatIsNotUtf8IsNamedWithTheLine(String text, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Documents.text(file))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage("line 2: is no UTF-8, there is a byte E9 behind 'title: Caf': save the file as UTF-8");
        Files.writeString(file, text);
        assertThat(Documents.text(file)).isEqualTo(text);
    }
}
