package dev.precis.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.PostKey;
import dev.precis.pipeline.domain.PublicationDate;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndatedTest {
    private static final Notice CARD =
            Notice.violation(Notice.UNDATED, "https://blog.example/a/", "no month for \"A\"");

    private static Draft read(String address, String body) {
        URI page = URI.create(address);
        PostKey key = new PostKey(PostKey.Kind.ADDRESS, address);
        return new Draft(
                new Draft.Origin("paths", page, "00", Optional.empty(), List.of(key)),
                Passage.of("A"),
                PublicationDate.of(YearMonth.of(2019, 5)),
                List.of(),
                List.of(),
                List.of(Passage.of(body)),
                List.of(),
                List.of(),
                "",
                List.of());
    }

    @Test
    void tellsOfACardOnlyIfItsPostWasReadNowhereElseInFull() {
        assertThat(left(read("http://www.blog.example/a", "All of it."))).isEmpty();
        assertThat(left(read("https://blog.example/b", "All of it."))).containsExactly(CARD);
        assertThat(left(read("https://blog.example/a", "The beginning [\u2026]")))
                .containsExactly(CARD);
    }

    @Test
    void tellsOfATitleAloneOnlyIfItsPostWasReadNowhereElse() {
        Notice alone = Notice.violation(Notice.EMPTY, "https://blog.example/a/", "a title with nothing under it");
        Undated undated = new Undated();
        assertThat(undated.add(alone)).isTrue();
        assertThat(undated.left(List.of(read("https://blog.example/a", "All of it."))))
                .isEmpty();
        undated.add(alone);
        assertThat(undated.left(List.of(read("https://blog.example/b", "All of it."))))
                .containsExactly(alone);
    }

    private static List<Notice> left(Draft read) {
        Undated undated = new Undated();
        assertThat(undated.add(CARD)).isTrue();
        assertThat(undated.add(Notice.violation("month-implausible", "https://blog.example/a/", "odd")))
                .isFalse();
        return undated.left(List.of(read));
    }
}
