package dev.precis.pipeline.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PublicationDate;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.domain.page.PageHead;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.trial.Trial.TriedPage;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceTest {
    private static final SourceProfile PROFILE =
            new SourceProfiles("test").read(Sources.FOLDER.resolve("sleep-letter"));

    private static TriedPost post(String title, List<String> body, List<String> implications, String... unknown) {
        Draft draft = new Draft(
                new Draft.Origin("owl", URI.create("https://owl.example/" + title.hashCode()), "00", Optional.empty()),
                new Passage(title, 0),
                PublicationDate.of(YearMonth.of(2020, 3)),
                List.of(new Passage("Roe, J. (2019). A walk. Walks, 1, 2-3.", 0)),
                List.of(),
                passages(body),
                passages(implications),
                List.of(),
                "Ann Owl",
                List.of());
        return new TriedPost(draft, List.of(), List.of(), List.of(unknown));
    }

    private static List<Passage> passages(List<String> texts) {
        return texts.stream().map(text -> new Passage(text, 0)).toList();
    }

    private static List<String> advice(Stream<TriedPost> posts, List<String> leftover, Notice... notices) {
        List<TriedPage> pages = posts.map(post -> new TriedPage(
                        new Page(
                                post.draft().origin().address(),
                                "00",
                                "",
                                List.of(post.draft()),
                                List.of(),
                                List.of(),
                                List.of(),
                                Page.Kind.POST,
                                passages(leftover),
                                PageHead.NONE,
                                List.of()),
                        List.of(post)))
                .toList();
        return Advice.of(new Trial(PROFILE, pages, List.of(notices)));
    }

    private static Stream<TriedPost> posts(int number, String title, String... body) {
        return IntStream.range(0, number)
                .mapToObj(i -> post(
                        title.formatted(i),
                        Stream.of(body).map(text -> text.formatted(i)).toList(),
                        List.of("Advice " + i + ".")));
    }

    @Test
    void hasNothingToSayOfPostsThatHaveAll() {
        assertThat(advice(posts(4, "Post %d", "%d people walked."), List.of())).isEmpty();
    }

    @Test
    void takesATitleOfManyPostsForAHeading() {
        assertThat(advice(posts(3, "Our take", "%d people walked."), List.of()))
                .singleElement()
                .asString()
                .startsWith("labels.sections: 3 posts are titled \"Our take\"");
        assertThat(advice(posts(3, "Our take", "The same text on three listings."), List.of()))
                .isEmpty();
    }

    @Test
    void namesTheHeadingThatImplicationsMayStandUnder() {
        Stream<TriedPost> posts = IntStream.range(0, 3)
                .mapToObj(i ->
                        post("Post " + i, List.of(i + " people walked.", "Methods", "What this means"), List.of()));
        assertThat(advice(posts, List.of()))
                .singleElement()
                .asString()
                .startsWith("labels.implications: \"What this means\"")
                .doesNotContain("Methods");
    }

    @Test
    void namesWhatBeginsParagraphsOfMostPosts() {
        assertThat(advice(posts(3, "Post %d", "%d walked.", "This post is part of our long series %d."), List.of()))
                .singleElement()
                .asString()
                .startsWith("labels.noise: \"This post is part of our long series 0.\" begins a paragraph");
        assertThat(advice(posts(3, "Post %d", "%d walked."), List.of("Subscribe to our letter of Sundays")))
                .singleElement()
                .asString()
                .startsWith("labels.noise: left over on most pages is \"Subscribe to our");
    }

    @Test
    void countsLabelsThatTheSourceDoesNotKnow() {
        Stream<TriedPost> posts =
                Stream.of("One", "Two").map(title -> post(title, List.of("Text " + title), List.of("Do."), "Owls"));
        assertThat(advice(posts, List.of())).containsExactly("topics.ttl: knows no \"Owls\" (2 ×)");
    }

    @Test
    void tellsWhereMonthsAndCitationsMayStand() {
        assertThat(advice(
                        posts(1, "Post %d", "%d walked."),
                        List.of(),
                        Notice.violation("month-missing", "a", "no month"),
                        Notice.warning("excerpt-only", "b", "only the beginning")))
                .satisfiesExactly(
                        months -> assertThat(months).startsWith("labels.dates: 1 post is without a month"),
                        excerpts -> assertThat(excerpts).startsWith("listing.posts: 1 post is only begun here"));
    }
}
