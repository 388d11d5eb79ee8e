package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final AtomicBoolean memoryIsShort = new AtomicBoolean();
    private final Watchdog watchdog = new Watchdog(() -> memoryIsShort.compareAndSet(true, false));
    private final Ledger one = new Ledger(Limits.standard());
    private final Ledger other = new Ledger(Limits.standard());

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void stopsWhatHasHadItsTimeAndNothingElse() {
        watchdog.begin(run(one, Duration.ofHours(1)));
        watchdog.begin(run(other, Duration.ofMillis(1)));
        untilStopped(other);

        assertThat(other.stopped()).isEqualTo(Ledger.Stop.TIME);
        assertThat(one.stopped()).isEqualTo(Ledger.Stop.NOT);
    }

    @Test
    void stopsWhatHasTakenMostWhereMemoryIsShort() {
        RunningQuery hungry = run(other, Duration.ofHours(1));
        byte[] much = new byte[4 << 20];
        RunningQuery small = run(one, Duration.ofHours(1)); // by this same thread, but after that
        assertThat(hungry.allocated()).isGreaterThan(small.allocated() + much.length / 2);
        watchdog.begin(small);
        watchdog.begin(hungry);
        memoryIsShort.set(true);
        untilStopped(other);

        assertThat(other.stopped()).isEqualTo(Ledger.Stop.MEMORY);
        assertThat(one.stopped()).isEqualTo(Ledger.Stop.NOT);
    }

    @Test
    void stopsEverythingThatRunsWhenItIsClosedAndNothingThatHasEnded() {
        RunningQuery ended = run(one, Duration.ofHours(1));
        watchdog.begin(ended);
        watchdog.begin(run(other, Duration.ofHours(1)));
        watchdog.end(ended);
        watchdog.close();

        assertThat(one.stopped()).isEqualTo(Ledger.Stop.NOT);
        assertThat(other.stopped()).isEqualTo(Ledger.Stop.SHUTDOWN);
    }

    @Test
    void stopsWhatBeginsWhenItIsClosed() {
        watchdog.close();
        watchdog.begin(run(one, Duration.ofHours(1)));

        assertThat(one.stopped()).isEqualTo(Ledger.Stop.SHUTDOWN);
    }

    private static RunningQuery run(Ledger ledger, Duration time) {
        return new RunningQuery(ledger, System.nanoTime() + time.toNanos(), () -> Long.MAX_VALUE);
    }

    private static void untilStopped(Ledger ledger) {
        while (ledger.stopped() == Ledger.Stop.NOT) {
            Thread.onSpinWait();
        }
    }
}
