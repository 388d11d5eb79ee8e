package dev.precis.pipeline.execute;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Page;
import java.util.function.Supplier;

/**
 * Runs the pure stages of one source. What it is asked for first need not be done first; whoever asks takes the results
 * in an order of his own, which makes it all one how many work on it. Asked by one thread.
 */
public interface StageExecutor extends AutoCloseable {
    /** How many results may be asked for before the first is taken; 0 where nothing is gained by asking early. */
    int ahead();

    /** What a document says, when it is known; throws what the stage throws. */
    Supplier<Page> read(Capture capture);

    /** What a post is as a graph, when it is known; throws what the stage throws. */
    Supplier<Described> describe(PostTask post);

    /** Ends, whatever is under way. */
    @Override
    void close();

    /** Does everything when its result is taken. */
    static StageExecutor direct(PureStages stages) {
        return new StageExecutor() {
            @Override
            public int ahead() {
                return 0;
            }

            @Override
            public Supplier<Page> read(Capture capture) {
                return () -> stages.read(capture);
            }

            @Override
            public Supplier<Described> describe(PostTask post) {
                return () -> stages.describe(post);
            }

            @Override
            public void close() {}
        };
    }
}
