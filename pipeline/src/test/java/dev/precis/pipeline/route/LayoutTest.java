package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    private static final String SIGN_UP = "If you liked this, sign up for our weekly letter below.";
    private static final String SHARE = "Share this";

    @TempDir
    private Path store;

    @Test
    void whatStandsInMostPostsIsTextOfNone() {
        List<Draft> posts = posts(5, "A text of its own", SIGN_UP, "Its last words", SHARE);
        Layout layout = Layout.learn(posts);

        assertThat(texts(layout.read(posts.get(2)))).containsExactly("A text of its own 2", "Its last words 2");
    }

    @Test
    void theHeadingOfASectionIsNotFurniture() {
        List<Draft> posts = posts(5, "A text of its own", "Methods", "How they went about it");
        assertThat(texts(Layout.learn(posts).read(posts.get(0))))
                .containsExactly("A text of its own 0", "Methods", "How they went about it 0");
    }

    @Test
    void whatFewPostsShareMayBeSoByChance() {
        List<Draft> three = posts(3, "A text of its own", SIGN_UP);
        assertThat(Layout.learn(three)).isEqualTo(Layout.NONE);
        List<Draft> minority = Stream.concat(posts(4, "A text", SIGN_UP).stream(), posts(5, "Another text").stream())
                .toList();
        assertThat(Layout.learn(minority)).isEqualTo(Layout.NONE);
    }

    @Test
    void aPostThatWouldHaveNothingLeftStaysAsItIs() {
        List<Draft> posts = IntStream.range(0, 5)
                .mapToObj(i -> with(post("Post " + i, ""), List.of(Passage.of(SIGN_UP))))
                .toList();
        assertThat(texts(Layout.learn(posts).read(posts.get(0)))).containsExactly(SIGN_UP);
    }

    @Test
    void isReadAsItWasWrittenAndNotIfItIsDamaged() throws IOException {
        Layout layout = Layout.learn(posts(5, "A text of its own", SIGN_UP));
        layout.write(store, "blog");
        assertThat(Layout.read(store, "blog")).isEqualTo(layout).isNotEqualTo(Layout.NONE);
        assertThat(Layout.read(store, "other")).isEqualTo(Layout.NONE);

        Files.writeString(store.resolve("layouts/blog.json"), "{\"version\": 7, \"furniture\": [\"" + SIGN_UP + "\"]}");
        assertThat(Layout.read(store, "blog")).isEqualTo(Layout.NONE);
        Files.writeString(store.resolve("layouts/blog.json"), "{\"version\":");
        assertThat(Layout.read(store, "blog")).isEqualTo(Layout.NONE);
    }

    @Test
    void whatItTakesOutItTakesOutOfTheMarkUp() {
        List<Draft> posts = posts(6, "A text of its own", SIGN_UP);
        Draft.Rich rich = new Draft.Rich("<p>A text of its <em>own</em> 0</p><p>" + SIGN_UP + "</p>", "");
        Draft read = Layout.learn(posts).read(posts.getFirst().withRich(rich));

        assertThat(texts(read)).containsExactly("A text of its own 0");
        assertThat(read.rich().body()).isEqualTo("<p>A text of its <em>own</em> 0</p>");
        assertThat(read.as(Passage.of("Mended"), read.date(), "").rich()).isEqualTo(read.rich());
    }

    @Test
    void theOrderOfPostsDoesNotMatter() {
        List<Draft> posts = posts(6, "A text of its own", SIGN_UP.toUpperCase(java.util.Locale.ROOT), SHARE);
        Stream<Draft> others = posts(2, "Another", SIGN_UP, SHARE).stream();
        List<Draft> all = Stream.concat(others, posts.stream()).toList();
        assertThat(Layout.learn(all)).isEqualTo(Layout.learn(all.reversed())).isNotEqualTo(Layout.NONE);
    }

    /** Posts whose paragraphs carry their number, but for what all have alike. */
    private static List<Draft> posts(int number, String... paragraphs) {
        return IntStream.range(0, number)
                .mapToObj(i -> with(
                        post("Post " + i, ""),
                        Stream.of(paragraphs)
                                .map(text -> isAlike(text) ? text : text + " " + i)
                                .map(Passage::of)
                                .toList()))
                .toList();
    }

    private static boolean isAlike(String text) {
        return Stream.of(SIGN_UP, SHARE, "Methods").anyMatch(text::equalsIgnoreCase);
    }

    private static Draft with(Draft draft, List<Passage> body) {
        return draft.withTexts(body, List.of());
    }

    private static List<String> texts(Draft draft) {
        return draft.body().stream().map(Passage::text).toList();
    }
}
