package dev.precis.pipeline.execute;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Several threads of this process. */
final class ThreadedExecutor implements StageExecutor {
    /** So many for each thread: who takes results in order waits for the longest of them. */
    private static final int AHEAD = 4;

    private final PureStages stages;
    private final int threads;
    private final ExecutorService pool;

    ThreadedExecutor(PureStages stages, int threads) {
        this.stages = stages;
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("stage-", 1).daemon().factory());
    }

    @Override
    public int ahead() {
        return AHEAD * threads;
    }

    @Override
    public Supplier<Page> read(Capture capture) {
        return begun(() -> stages.read(capture));
    }

    @Override
    public Supplier<Described> describe(PostTask post) {
        return begun(() -> stages.describe(post));
    }

    private <T> Supplier<T> begun(Supplier<T> stage) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(stage, pool);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException own ? own : e;
            }
        };
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
