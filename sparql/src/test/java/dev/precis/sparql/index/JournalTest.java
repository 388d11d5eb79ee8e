package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal();

    @Test
    void tellsAllThatChangedSinceAVersion() {
        journal.add("1", Set.of("a"));
        journal.add("2", Set.of("b", "c"));

        assertThat(journal.since("2")).contains(Set.of("b", "c"));
        assertThat(journal.since("1")).contains(Set.of("a", "b", "c"));
    }

    @Test
    void doesNotKnowWhatChangedSinceAVersionThatIsTooOldOrNone() {
        for (int i = 0; i <= 64; i++) {
            journal.add("v" + i, Set.of("a"));
        }

        assertThat(journal.since("v0")).isEmpty();
        assertThat(journal.since("v1")).isPresent();
        assertThat(journal.since("another")).isEmpty();
    }

    @Test
    void forgetsWhatIsBehindALargeChange() {
        journal.add("1", Set.of("a"));
        journal.add("2", IntStream.rangeClosed(0, 1_000).mapToObj(i -> "g" + i).collect(Collectors.toSet()));
        journal.add("3", Set.of("b"));

        assertThat(journal.since("1")).isEmpty();
        assertThat(journal.since("2")).isEmpty();
        assertThat(journal.since("3")).contains(Set.of("b"));
    }
}
