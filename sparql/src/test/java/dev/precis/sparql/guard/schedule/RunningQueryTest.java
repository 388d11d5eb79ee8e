package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import org.junit.jupiter.api.Test;

class RunningQueryTest {
    /** Nanoseconds of processor time, more than it takes to look at it. */
    private static final long AT_WORK = 200_000_000;

    private final Ledger ledger = new Ledger(Limits.standard());

    @Test
    void runsOnWithinItsTimeAndItsQuantum() {
        new RunningQuery(ledger, 100, () -> Long.MAX_VALUE).check(99);

        assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.NOT);
    }

    @Test
    void isStoppedAtItsDeadline() {
        new RunningQuery(ledger, 100, () -> Long.MAX_VALUE).check(100);

        assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.TIME);
    }

    @Test
    void isStoppedByItsDeadlineThoughTheClockHasPassedTheLargestNumber() {
        new RunningQuery(ledger, Long.MIN_VALUE + 5, () -> Long.MAX_VALUE).check(Long.MAX_VALUE);
        assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.NOT);

        new RunningQuery(ledger, Long.MAX_VALUE, () -> Long.MAX_VALUE).check(Long.MIN_VALUE + 5);
        assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.TIME);
    }

    @Test
    void isStoppedWhenItHasHadItsQuantum() {
        RunningQuery query = new RunningQuery(ledger, 100, () -> 0);
        while (query.processorTime() == 0) {
            Thread.onSpinWait();
        }
        query.check(99);

        assertThat(ledger.stopped()).isEqualTo(Ledger.Stop.SLOW);
    }

    @Test
    void countsWhatItHasTakenItselfOnly() {
        RunningQuery before = new RunningQuery(ledger, 100, () -> 0);
        byte[][] much = new byte[4][];
        for (int i = 0; i < much.length; i++) {
            much[i] = new byte[1 << 20];
        }
        RunningQuery after = new RunningQuery(ledger, 100, () -> 0);

        assertThat(before.allocated()).isGreaterThanOrEqualTo((long) much.length << 20);
        assertThat(after.allocated()).isNotNegative().isLessThan(1 << 20);
        assertThat(before.processorTime()).isGreaterThanOrEqualTo(after.processorTime());
    }

    @Test
    void countsTheProcessorTimeOfItselfOnly() {
        RunningQuery before = new RunningQuery(ledger, 100, () -> 0);
        while (before.processorTime() < AT_WORK) {
            Thread.onSpinWait();
        }
        RunningQuery after = new RunningQuery(ledger, 100, () -> 0);

        assertThat(after.processorTime()).isNotNegative().isLessThan(AT_WORK);
    }
}
