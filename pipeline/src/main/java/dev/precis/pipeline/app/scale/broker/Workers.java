package dev.precis.pipeline.app.scale.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What is known of the workers, over all runs of a process. */
public final class Workers {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final int MOST_REASONS = 100;

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong here = new AtomicLong();
    private final AtomicLong large = new AtomicLong();
    private final Set<String> reasons = new HashSet<>();
    private long heard = System.nanoTime();
    private long tried = System.nanoTime();
    private boolean lost;

    /** Gives figures of them. */
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("precis.workers.waiting", waiting, AtomicLong::get)
                .description("Tasks that workers have or will get")
                .register(registry);
        Gauge.builder("precis.workers.here", here, AtomicLong::get)
                .description("Tasks that were done here since no worker did them")
                .register(registry);
        Gauge.builder("precis.workers.large", large, AtomicLong::get)
                .description("Tasks that were done here since they are too large to be sent")
                .register(registry);
        Gauge.builder("precis.workers.lost", this, of -> of.areLost() ? 1 : 0)
                .description("1 while workers, or their broker, do not answer")
                .register(registry);
    }

    void waiting(long number) {
        waiting.set(number);
    }

    void here() {
        here.incrementAndGet();
    }

    void large() {
        large.incrementAndGet();
    }

    /** How many tasks were done here since no worker did them. */
    long doneHere() {
        return here.get();
    }

    /** That one has answered; tells whether that is news. */
    synchronized boolean heard() {
        heard = System.nanoTime();
        boolean news = lost;
        lost = false;
        return news;
    }

    /** For how long none has answered, of the time since then (by {@link System#nanoTime}). */
    synchronized Duration silentSince(long then) {
        long now = System.nanoTime();
        return Duration.ofNanos(Math.min(now - heard, now - then));
    }

    /** Tells whether that is news. */
    synchronized boolean lost(boolean now) {
        boolean news = now && !lost;
        lost = now;
        tried = System.nanoTime();
        return news;
    }

    synchronized boolean areLost() {
        return lost;
    }

    /** Whether one should be asked again though none answers; not often. */
    synchronized boolean isTimeToTry() {
        long now = System.nanoTime();
        boolean due = now - tried >= BETWEEN_TRIES.toNanos();
        tried = due ? now : tried;
        return due;
    }

    /** Whether a reason was not told yet. */
    synchronized boolean isNews(String reason) {
        return reasons.size() < MOST_REASONS && reasons.add(reason);
    }

    /** One line. */
    public String remark() {
        return "workers: " + waiting + " tasks wait"
                + (areLost() ? "; none answers: their work is done here" : "")
                + (doneHere() == 0 ? "" : "; " + here + " tasks were done here");
    }
}
