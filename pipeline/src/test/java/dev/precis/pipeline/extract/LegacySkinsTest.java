package dev.precis.pipeline.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.extract.Blog.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fifty posts about studies that do not exist, one sentence to five paragraphs long, in each dress that pages of a blog
 * without addresses of posts have worn: every post with all fields, and nothing else.
 */
class LegacySkinsTest {
    private static final int ON_A_PAGE = 6;
    private static final List<Told> POSTS = Stream.of("/skins/posts-a.txt", "/skins/posts-b.txt")
            .flatMap(LegacySkinsTest::posts)
            .toList();

    @ParameterizedTest
    @EnumSource
    void readsEveryPostAndNothingElse(LegacySkin skin) {
        assertThat(POSTS).hasSize(50);
        assertThat(read(skin::page)).containsExactlyElementsOf(POSTS);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryPostOfABarePage(Skin skin) {
        assertThat(read(skin::page)).containsExactlyElementsOf(POSTS);
    }

    private static List<Told> read(Function<List<Told>, String> page) {
        List<Told> read = new ArrayList<>();
        for (int from = 0; from < POSTS.size(); from += ON_A_PAGE) {
            Page posts = Blog.read(page.apply(POSTS.subList(from, Math.min(from + ON_A_PAGE, POSTS.size()))));
            read.addAll(Blog.told(posts));
        }
        return read;
    }

    /** Posts after lines "= month | title": a citation, paragraphs with empty lines between, implications after ">". */
    private static Stream<Told> posts(String resource) {
        try (InputStream file = LegacySkinsTest.class.getResourceAsStream(resource)) {
            return Stream.of(new String(file.readAllBytes(), UTF_8).split("(?m)^= ", -1))
                    .filter(post -> !post.isBlank())
                    .map(LegacySkinsTest::post);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Told post(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String[] head = lines.getFirst().split(" \\| ", 2);
        List<String> below = lines.subList(2, lines.size());
        return new Told(
                head[0],
                head[1],
                List.of(lines.get(1)),
                below.stream().filter(line -> !line.startsWith(">")).toList(),
                below.stream()
                        .filter(line -> line.startsWith(">"))
                        .map(line -> line.substring(1).strip())
                        .toList());
    }
}
