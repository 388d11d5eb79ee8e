package dev.precis.pipeline.app.scale;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own; what fails is tried again after pauses that grow. */
final class Repeated implements AutoCloseable {
    private static final Duration LAST = Duration.ofSeconds(5);

    private final String name;
    private final Runnable step;
    private final PrintWriter log;
    private final Pace pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile int failures;
    private volatile String reason = "not yet looked at";

    /**
     * How often.
     *
     * @param look for something to do
     * @param least pause after something failed; twice as long each time
     * @param most pause
     */
    record Pace(Duration look, Duration least, Duration most) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(5));

        /** After so many failures in a row; at once the longest where only a person can better it. */
        Duration after(int failures, boolean refused) {
            Duration pause = least.multipliedBy(1L << Math.min(failures - 1, 20));
            return refused || pause.compareTo(most) > 0 ? most : pause;
        }
    }

    /** @param name in the log */
    Repeated(String name, Runnable step, PrintWriter log, Pace pace) {
        this.name = name;
        this.step = step;
        this.log = log;
        this.pace = pace;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** How many attempts in a row failed. */
    int failures() {
        return failures;
    }

    /** Why the last one failed; empty if it did not. */
    String reason() {
        return reason;
    }

    private void run() {
        while (closed.getCount() > 0) {
            Duration pause = pace.look();
            try {
                step.run();
                if (failures > 0) {
                    tell("answers again");
                }
                failures = 0;
                reason = "";
            } catch (RuntimeException e) {
                failures++;
                failed(e.getMessage() == null ? e.toString() : e.getMessage());
                pause = pace.after(failures, e instanceof RemoteException told && told.isRefused());
            }
            await(pause);
        }
    }

    /** Each reason once, and not with every attempt. */
    private void failed(String why) {
        if (closed.getCount() > 0 && !why.equals(reason)) {
            tell(why);
        }
        reason = why;
    }

    void tell(String line) {
        log.println(name + ": " + line);
        log.flush();
    }

    private void await(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Ends it, also in the middle of something. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
