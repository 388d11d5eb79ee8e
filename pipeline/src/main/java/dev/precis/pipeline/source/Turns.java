package dev.precis.pipeline.source;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Whose turn it is to ask one host, and when. */
final class Turns {
    /** Who asks for more patience is not waited for. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int FAILURES_OF_A_DEAD_HOST = 5;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final CrawlClock clock;
    private Duration delay;
    private Duration notBefore = Duration.ofSeconds(Long.MIN_VALUE);
    private int failures;

    Turns(Duration delay, CrawlClock clock) {
        this.delay = delay;
        this.clock = clock;
    }

    /** Runs alone among those who ask this host. */
    <T> T take(URI address, Function<Turns, T> request) {
        lock.lock();
        try {
            if (failures >= FAILURES_OF_A_DEAD_HOST) {
                throw new UnreachableException(address, "the host failed " + failures + " times in a row, not asked");
            }
            return request.apply(this);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the host may be asked again. */
    void await(URI address) {
        Duration now = clock.elapsed();
        if (notBefore.compareTo(now) <= 0) {
            return;
        }
        Duration wait = notBefore.minus(now);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            String reason = "the host asks to be left alone for " + wait.toSeconds() + " s, not asked";
            throw new UnreachableException(address, reason);
        }
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to fetch " + address);
        }
    }

    void pause() {
        pause(delay);
    }

    void pause(Duration pause) {
        Duration until = clock.elapsed().plus(pause);
        notBefore = until.compareTo(notBefore) > 0 ? until : notBefore;
    }

    void answered() {
        failures = 0;
    }

    void failed() {
        failures++;
    }

    void slowDown(Duration longerDelay) {
        lock.lock();
        try {
            delay = longerDelay.compareTo(delay) > 0 ? longerDelay : delay;
        } finally {
            lock.unlock();
        }
    }
}
