package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as palantir-java-format writes it. A test and not a plugin, since formatters inside Maven's own
 * JVM 17 cannot parse Java 21, and tests run on the toolchain's JDK. {@code mvn -pl ontology test -Dtest=FormatTest
 * -Dformat=true} rewrites.
 */
class FormatTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyFileIsFormatted() throws Exception {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(Style.PALANTIR)
                .formatJavadoc(true)
                .build());
        List<String> unformatted = new ArrayList<>();
        for (Path file : javaFiles()) {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            if (!source.equals(formatted)) {
                if (Boolean.getBoolean("format")) {
                    Files.writeString(file, formatted);
                } else {
                    unformatted.add(ROOT.relativize(file).toString());
                }
            }
        }
        assertThat(unformatted)
                .as("run: mvn -pl ontology test -Dtest=FormatTest -Dformat=true")
                .isEmpty();
    }

    private static List<Path> javaFiles() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("ontology", "sparql", "pipeline")) {
            try (Stream<Path> tree = Files.walk(ROOT.resolve(module).resolve("src"))) {
                tree.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
