package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Pauses take an hour here: a test that ends tells that there was none. */
class ThrottleTest {
    private static final int MOST = 10_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Throttle throttle = new Throttle(Duration.ofHours(1), now::get);

    @Test
    void doesNotKeepWhoIsRefusedNowAndThen() {
        refuse("a", 3);
        refuse("b", 3);
    }

    @Test
    void keepsWhoComesBackAgainAndAgain() throws InterruptedException {
        refuse("a", 3);

        assertPauses("a");
        assertPauses("a");
        refuse("b", 3);
        assertPauses("b");
    }

    @Test
    void keepsNobodyWhoHasStayedAwayForAWhile() throws InterruptedException {
        refuse("a", 3);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertPauses("a");

        now.addAndGet(1);
        refuse("a", 3);
        assertPauses("a");
    }

    @Test
    void countsFromTheFirstRefusalOfAWindow() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            refuse("a", 1);
            now.addAndGet(Duration.ofSeconds(3).toNanos());
        }
        assertPauses("a");
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        refuse("a", 3);
    }

    @Test
    void forgetsWhoCameFirstWhereThereAreTooMany() throws InterruptedException {
        refuse("first", 3);
        refuse("second", 3);
        for (int i = 2; i < MOST; i++) {
            refuse("client " + i, 1);
        }
        assertPauses("first");

        refuse("one more", 1);
        assertPauses("second");
        refuse("first", 3);
    }

    private void refuse(String client, int times) {
        for (int i = 0; i < times; i++) {
            throttle.refused(client);
        }
    }

    /** It waits, and ends when it is interrupted, which is not lost. */
    private void assertPauses(String client) throws InterruptedException {
        AtomicBoolean isInterrupted = new AtomicBoolean();
        Thread refused = Thread.ofPlatform().daemon().start(() -> {
            throttle.refused(client);
            isInterrupted.set(Thread.currentThread().isInterrupted());
        });
        while (refused.getState() != Thread.State.TIMED_WAITING && refused.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(refused.isAlive()).as("%s waits", client).isTrue();
        refused.interrupt();
        refused.join();
        assertThat(isInterrupted).isTrue();
    }
}
