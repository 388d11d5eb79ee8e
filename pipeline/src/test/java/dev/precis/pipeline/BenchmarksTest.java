package dev.precis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of {@code bench}, which no build runs, go with the code that they measure. */
class BenchmarksTest {
    private static final Path BENCH = Path.of("..", "bench");

    @TempDir
    private Path classes;

    /** A program is a file in the folder itself, or all files of a folder in it. */
    static Stream<List<Path>> programs() throws IOException {
        try (Stream<Path> children = Files.list(BENCH)) {
            return children
                    .sorted()
                    .map(child -> Files.isDirectory(child) ? sources(child) : List.of(child))
                    .filter(sources -> !sources.isEmpty())
                    .filter(sources -> isSource(sources.getFirst()))
                    .toList()
                    .stream();
        }
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(BenchmarksTest::isSource).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void compiles(List<Path> program) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            // what scores generated blogs scores those of a real WordPress too
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-sourcepath",
                    BENCH.resolve("skins").toString());
            assertThat(compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(program))
                            .call())
                    .as(said::toString)
                    .isTrue();
        }
    }
}
