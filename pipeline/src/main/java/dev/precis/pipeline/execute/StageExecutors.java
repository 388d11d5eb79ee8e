package dev.precis.pipeline.execute;

/** Says where the pure stages of a source are run. */
@FunctionalInterface
public interface StageExecutors {
    /** By whoever asks. */
    StageExecutors DIRECT = (source, settings, here) -> StageExecutor.direct(here);

    /**
     * For one run over documents of a source.
     *
     * @param source id of the source
     * @param settings digest of its settings and of the program: who has others gets something else
     * @param here the stages in this process, which may be run by several threads at once
     */
    StageExecutor of(String source, String settings, PureStages here);

    /** By so many threads of this process; one is the caller's own. */
    static StageExecutors threads(int number) {
        return number == 1 ? DIRECT : (source, settings, here) -> new ThreadedExecutor(here, number);
    }
}
