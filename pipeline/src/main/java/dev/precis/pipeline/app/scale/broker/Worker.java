package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.execute.PureStages;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Does tasks. */
final class Worker {
    private final KnownSources sources;
    private final Duration pause;

    /** @param pause after each task, which stands for something that is waited for */
    Worker(KnownSources sources, Duration pause) {
        this.sources = sources;
        this.pause = pause;
    }

    /**
     * A task that could not be done though it should have been: it is kept with the reason, and is no good to whoever
     * tries it again as things are.
     */
    static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FailedException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /**
     * What becomes of a task.
     *
     * @throws FailedException if a stage fails, or this is no task
     */
    Result work(byte[] json) {
        Task task = task(json);
        Optional<PureStages> stages = sources.find(task.source(), task.settings());
        if (stages.isEmpty()) {
            return Result.not("a worker has other settings of " + task.source() + ", or another version of Précis");
        }
        Result result = work(task, stages.get());
        pause();
        return result;
    }

    private static Task task(byte[] json) {
        try {
            return Task.read(json);
        } catch (IOException | RuntimeException e) {
            throw new FailedException("is no task: " + e.getMessage(), e);
        }
    }

    private static Result work(Task task, PureStages stages) {
        try {
            return task.post().isEmpty()
                    ? Result.of(stages.read(task.capture()))
                    : Result.of(stages.describe(task.postTask()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new FailedException(task.source() + ", " + task.subject() + ": " + e, e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
