package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiringNamesTest {
    private static final int MOST = 4_096;

    private long now = Long.MAX_VALUE - 5;
    private final ExpiringNames names = new ExpiringNames(Duration.ofNanos(10), () -> now);

    @Test
    void remembersForAWhile() {
        assertThat(names.left("a")).isZero();
        names.add("a");
        assertThat(names.left("a")).isEqualTo(Duration.ofNanos(10));
        now += 4;
        assertThat(names.left("a")).isEqualTo(Duration.ofNanos(6));
        names.add("a");
        now += 9;
        assertThat(names.left("a")).isEqualTo(Duration.ofNanos(1));
        now += 1;
        assertThat(names.left("a")).isZero();
    }

    @Test
    void forgetsWhatIsRemoved() {
        names.add("a");
        names.add("b");
        names.remove("a");

        assertThat(names.left("a")).isZero();
        assertThat(names.left("b")).isPositive();
    }

    @Test
    void remembersTheLastWhereThereAreTooMany() {
        names.add("first");
        names.add("second");
        for (int i = 2; i < MOST; i++) {
            names.add("name " + i);
        }
        assertThat(names.left("first")).isPositive();
        names.add("first");
        names.add("one more");

        assertThat(names.left("first")).isPositive();
        assertThat(names.left("one more")).isPositive();
        assertThat(names.left("second")).isZero();
        assertThat(names.left("name 2")).isPositive();
    }
}
