package dev.precis.pipeline.app.scale.broker;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.execute.Described;
import dev.precis.pipeline.execute.PostTask;
import dev.precis.pipeline.execute.PureStages;
import dev.precis.pipeline.execute.StageExecutor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Workers somewhere. What no worker does in time, or none can do, is done here: a run ends whatever becomes of them,
 * and what comes of it is the same.
 */
final class BrokerExecutor implements StageExecutor {
    /** For each of a few workers some in hand and some on their way. */
    private static final int AHEAD = 96;

    private final String source;
    private final String settings;
    private final PureStages here;
    private final TaskLine line;

    /** @param line is closed with this */
    BrokerExecutor(String source, String settings, PureStages here, TaskLine line) {
        this.source = source;
        this.settings = settings;
        this.here = here;
        this.line = line;
    }

    @Override
    public int ahead() {
        return AHEAD;
    }

    @Override
    public Supplier<Page> read(Capture capture) {
        return taken(
                line.send(Task.of(source, settings, capture)),
                result -> result.page().capturedAt(capture.captured()),
                () -> here.read(capture));
    }

    /** Corrections are yet with whoever keeps them: a post that has some is described here. */
    @Override
    public Supplier<Described> describe(PostTask post) {
        return post.corrections().isEmpty()
                ? taken(line.send(Task.of(source, settings, post)), Result::described, () -> here.describe(post))
                : () -> here.describe(post);
    }

    private <T> Supplier<T> taken(Optional<TaskLine.Asked> asked, Function<Result, T> content, Supplier<T> otherwise) {
        return () -> asked.flatMap(line::await).map(content).orElseGet(otherwise);
    }

    @Override
    public void close() {
        line.close();
    }
}
