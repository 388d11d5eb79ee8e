package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/your-own-blog.md} from its first line to its last, as whoever reads it does. */
class OwnBlogIT {
    private static final Path GUIDE = Path.of("..", "docs", "your-own-blog.md");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n((?:(?!```).)*)```\n", Pattern.DOTALL);
    private static final String ANYTHING = "[...]";

    @TempDir
    private Path folder;

    private String printed = "";

    @Test
    void theGuideLeadsFromSavedPagesToSummaries() throws IOException {
        Files.createDirectories(folder.resolve("data/sources"));
        Files.move(OwlBlog.in(folder.resolve("web")).pages(), folder.resolve("saved"));
        Matcher block = BLOCK.matcher(Files.readString(GUIDE));
        int outputs = 0;
        while (block.find()) {
            switch (block.group(1)) {
                case "sh" -> block.group(2).lines().forEach(this::run);
                case "yaml" -> Files.writeString(folder.resolve("data/sources/owl-notes/profile.yaml"), block.group(2));
                case "text" -> {
                    assertThat(printed).matches(Pattern.compile(shown(block.group(2)), Pattern.DOTALL));
                    outputs++;
                }
                default -> throw new AssertionError("what is to be done with " + block.group());
            }
        }
        assertThat(outputs).isEqualTo(4);
        assertThat(folder.resolve("page.html")).content().contains("Walking and talking");
    }

    private void run(String line) {
        assertThat(line).startsWith("./precis ");
        List<String> arguments = Stream.of(line.split(" ", -1))
                .skip(1)
                .map(word -> word.matches("saved/|data/sources|page\\.html")
                        ? folder.resolve(word).toString()
                        : word)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!arguments.contains("--write")) {
            arguments.addAll(List.of("--sources", folder.resolve("data/sources").toString()));
        }
        if (arguments.getFirst().equals("ingest")) {
            arguments.addAll(List.of("--store", folder.resolve("store").toString()));
        }
        Cli.Outcome outcome = Cli.run(arguments.toArray());
        assertThat(outcome.code()).as(line + "\n" + outcome.err()).isZero();
        printed = outcome.out();
    }

    /** What an output looks like that the guide shows, as a regular expression. */
    private static String shown(String text) {
        return text.lines()
                .map(line -> line.strip().equals(ANYTHING) ? ".*?" : Pattern.quote(line) + "\n")
                .collect(Collectors.joining());
    }
}
